#include "dateparts.h"

/* In the languages in which most dates come.  Three letters are enough where they are
 * those of one month only. */
static const char *const months[][12] = {
	{ "January", "February", "March", "April", "May", "June", "July", "August",
		"September", "October", "November", "December" },
	{ "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
		"septembre", "octobre", "novembre", "décembre" },
	{ "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
		"septiembre", "octubre", "noviembre", "diciembre" },
	{ "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto",
		"setembro", "outubro", "novembro", "dezembro" },
};

/* What may stand beside a number or a month. */
static const char *const particles[] = { "th", "st", "nd", "rd", "of", "de", "del",
	"er", "le" };

static bool
is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static bool
is_letter(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
	       (byte & 0x80) != 0;
}

/* True where the word is the name, or its first three letters or more. */
static bool
is_begun(struct text name, struct text word)
{
	size_t i = 0;

	while (i < word.size && i < name.size && (word.at[i] | 32) == (name.at[i] | 32))
		i++;
	return i == word.size && i >= 3;
}

/* The month that a word means; 0 for none, and for one that may mean two. */
static int64_t
month_find(struct text word)
{
	int64_t found = 0;

	for (size_t i = 0; i < sizeof months / sizeof *months; i++)
		for (int64_t month = 1; month <= 12; month++) {
			if (!is_begun(text_of(months[i][month - 1]), word))
				continue;
			if (found && found != month)
				return 0;
			found = month;
		}
	return found;
}

static size_t
run_end(struct text value, size_t start, bool (*is_part)(char))
{
	size_t end = start;

	while (end < value.size && is_part(value.at[end]))
		end++;
	return end;
}

static bool
number_take(struct dateparts *parts, struct text digits)
{
	if (parts->count == 3 || !text_number(digits, &parts->numbers[parts->count]))
		return false;
	parts->digits[parts->count++] = digits.size;
	return true;
}

static bool
word_take(struct dateparts *parts, struct text word)
{
	for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
		if (text_is(word, particles[i]))
			return true;
	parts->month = parts->month ? 0 : month_find(word);
	return parts->month != 0;
}

bool
dateparts_take(struct text value, struct dateparts *ret_parts)
{
	struct dateparts parts = { .count = 0 };

	for (size_t i = 0; i < value.size;) {
		size_t end;

		if (is_digit(value.at[i])) {
			end = run_end(value, i, is_digit);
			if (!number_take(&parts, text_slice(value, i, end)))
				return false;
		} else if (is_letter(value.at[i])) {
			end = run_end(value, i, is_letter);
			if (!word_take(&parts, text_slice(value, i, end)))
				return false;
		} else if (value.at[i] == '-' || value.at[i] == '/' ||
			   value.at[i] == '.' || value.at[i] == ' ' ||
			   value.at[i] == ',') {
			end = i + 1;
		} else {
			return false;
		}
		i = end;
	}
	*ret_parts = parts;
	return parts.count > 0;
}
