#include "pagelabel.h"

#include "model/pages.h"
#include "write/draft.h"
#include "write/syntax.h"

/* A label read as a number.  What is none is a text that stands for itself. */
struct pagelabel {
	char style;     /* 'D', 'r', 'R' as in PDF, or 0 */
	int64_t number; /* at least 1 where there is a style */
	struct text text;
};

enum { ROMAN_MOST = 3999 };

static void
roman_print(struct buffer *buffer, int64_t number, bool upper)
{
	static const struct {
		int value;
		const char *lower, *upper;
	} digits[] = { { 1000, "m", "M" }, { 900, "cm", "CM" }, { 500, "d", "D" },
		{ 400, "cd", "CD" }, { 100, "c", "C" }, { 90, "xc", "XC" },
		{ 50, "l", "L" }, { 40, "xl", "XL" }, { 10, "x", "X" },
		{ 9, "ix", "IX" }, { 5, "v", "V" }, { 4, "iv", "IV" },
		{ 1, "i", "I" } };

	for (size_t i = 0; i < sizeof digits / sizeof *digits; i++)
		for (; number >= digits[i].value; number -= digits[i].value)
			buffer_string(
				buffer, upper ? digits[i].upper : digits[i].lower);
}

static int64_t
roman_digit(char letter)
{
	switch (letter) {
	case 'i':
		return 1;
	case 'v':
		return 5;
	case 'x':
		return 10;
	case 'l':
		return 50;
	case 'c':
		return 100;
	case 'd':
		return 500;
	case 'm':
		return 1000;
	default:
		return 0;
	}
}

/* The value of Roman digits, well formed or not; 0 where there are others. */
static int64_t
roman_value(struct text text, bool upper)
{
	int64_t value = 0, last = 0;

	for (size_t i = text.size; i-- > 0;) {
		int64_t digit =
			roman_digit((char)(text.at[i] + (upper ? 'a' - 'A' : 0)));

		if (digit == 0 || text.size > 15)
			return 0;
		value += digit < last ? -digit : digit;
		last = digit > last ? digit : last;
	}
	return value;
}

/* A reader will print the label from the number, so only a label that comes out
 * the same is a number. */
static bool
prints_as(struct buffer *spare, struct pagelabel label)
{
	spare->size = 0;
	if (label.number < 1 || (label.style != 'D' && label.number > ROMAN_MOST))
		return false;
	if (label.style == 'D')
		buffer_number(spare, label.number);
	else
		roman_print(spare, label.number, label.style == 'R');
	return text_equal(buffer_text(spare), label.text);
}

static struct pagelabel
pagelabel_read(struct text text, struct buffer *spare)
{
	struct pagelabel label = { .style = 'D', .text = text };

	if (text_number(text, &label.number) && prints_as(spare, label))
		return label;
	label.style = 'r';
	label.number = roman_value(text, false);
	if (prints_as(spare, label))
		return label;
	label.style = 'R';
	label.number = roman_value(text, true);
	if (prints_as(spare, label))
		return label;
	return (struct pagelabel){ .text = text };
}

static bool
follows(struct pagelabel label, struct pagelabel before)
{
	if (label.style)
		return label.style == before.style && label.number == before.number + 1;
	return before.style == 0 && text_equal(label.text, before.text);
}

static void
range_print(struct buffer *ranges, size_t page, struct pagelabel label)
{
	buffer_number(ranges, (int64_t)page);
	buffer_add(ranges, TEXT(" <<"));
	if (label.style) {
		buffer_format(ranges, "/S /%c /St ", label.style);
		buffer_number(ranges, label.number);
	} else if (label.text.size) {
		buffer_add(ranges, TEXT("/P "));
		syntax_string(ranges, label.text);
	}
	buffer_add(ranges, TEXT(">>\n"));
}

void
pagelabels_add(struct draft *draft)
{
	struct buffer ranges = buffer_make(draft->arena);
	struct buffer spare = buffer_make(draft->arena);
	struct pagelabel before = { .text = { "", 0 } };
	bool any = false;

	buffer_add(&ranges, TEXT("/Nums [\n"));
	for (size_t i = 0; i < draft->pages->page_count; i++) {
		struct text text = draft->pages->pages[i].label;
		struct pagelabel label = pagelabel_read(text, &spare);

		if (i == 0 || !follows(label, before))
			range_print(&ranges, i, label);
		before = label;
		any |= text.size != 0;
	}
	buffer_byte(&ranges, ']');
	if (!any)
		return;
	syntax_refer(&draft->catalog, "/PageLabels",
		draft_object(draft, buffer_text(&ranges)));
	buffer_byte(&draft->catalog, '\n');
}
