#include "bind.h"

#include <stdint.h>
#include <unicode/uchar.h>

#include "layout/inline/tongue.h"

enum {
	WORD_MOST = 32, /* bytes that are looked at on either side */
	HEAD_MOST = 8,  /* bytes of what comes before a number or a name */
};

/* What follows a number and is not parted from it. */
static const char *const units[] = { "%", "\u2030", "\u00b0C", "mm", "cm", "m", "km",
	"m\u00b2", "km\u00b2", "ha", "g", "kg", "t", "l", "s", "min", "h", "kW", "MW",
	"GW", "kWh", "MWh", "GWh", "\u20ac", "$", "USD", "EUR", "thousand", "million",
	"billion", "trillion", "mille", "millions", "milliard", "milliards", "mil",
	"mill\u00f3n", "millones", "milh\u00e3o", "milh\u00f5es", "\u0442\u044b\u0441.",
	"\u043c\u043b\u043d", "\u043c\u043b\u0440\u0434", "\u043a\u043c", "\u043c",
	"\u0433\u0430", "\u0433.", "milyon", "milyard" };

/* What comes before a number or a name and is not parted from it. */
static const char *const heads[] = { "p.", "pp.", "No.", "Nos.", "no.", "n\u00b0",
	"N\u00b0", "n.\u00ba", "N.\u00ba", "n\u00ba", "N\u00ba", "\u2116", "art.",
	"Art.", "fig.", "Fig.", "vol.", "Vol.", "ch.", "\u00a7", "Mr.", "Mrs.", "Ms.",
	"Dr.", "Mr", "Mrs", "Ms", "Dr", "M.", "Mme", "Mmes", "MM.", "Sr.", "Sra.",
	"Dra.", "St.", "\u0441\u0442\u0440.", "\u0440\u0438\u0441.", "\u0441\u0442.",
	"\u0433." };

static bool
is_one_of(struct text word, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (word.size && *word.at == *words[i] && text_is(word, words[i]))
			return true;
	return false;
}

static bool
is_space(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* The word that ends at `end`, without an opening mark before it. */
static struct text
word_before(struct text text, size_t end)
{
	size_t from = end;

	while (from > 0 && end - from < WORD_MOST && !is_space(text.at[from - 1]))
		from--;
	while (from < end && (text.at[from] == '(' || text.at[from] == '['))
		from++;
	return text_slice(text, from, end);
}

/* The word that begins at `from`, less the marks after it that end a clause. */
static struct text
word_after(struct text text, size_t from, bool bare)
{
	size_t end = from;

	while (end < text.size && end - from < WORD_MOST && !is_space(text.at[end]))
		end++;
	while (bare && end > from &&
		text_find(TEXT(",;:.)]!?"), text.at[end - 1], 0) < 8)
		end--;
	return text_slice(text, from, end);
}

static uint32_t
first_rune(struct text word)
{
	uint32_t rune = 0;

	if (word.size)
		text_rune(word, 0, &rune);
	return rune;
}

static bool
ends_in_digit(struct text word)
{
	return word.size && word.at[word.size - 1] >= '0' &&
	       word.at[word.size - 1] <= '9';
}

/* "2 300 000" */
static bool
is_group(struct text word)
{
	int64_t number;

	return word.size == 3 && text_number(word, &number);
}

/* "J." */
static bool
is_initial(struct text word)
{
	uint32_t rune;

	return word.size > 1 && text_rune(word, 0, &rune) == word.size - 1 &&
	       word.at[word.size - 1] == '.' && u_isupper((UChar32)rune);
}

static enum bind
french_bind(struct text before, uint32_t next)
{
	if (next == ';' || next == '!' || next == '?')
		return BIND_NARROW;
	if (next == ':' || next == 0xbb || text_ends(before, TEXT("\u00ab")))
		return BIND_WHOLE;
	return BIND_NONE;
}

/* A word of one letter goes with the next. */
static bool
slavic_binds(struct text before)
{
	return text_length(before) == 1 && u_isalpha((UChar32)first_rune(before));
}

/* A dash between spaces does not begin a line: "12 May – 3 June". */
static bool
dash_binds(struct text text, size_t to, uint32_t next)
{
	size_t behind = to + sizeof "\u2013" - 1;

	return (next == 0x2013 || next == 0x2014) &&
	       (behind >= text.size || is_space(text.at[behind]));
}

static bool
number_binds(struct text text, struct text before, size_t to)
{
	struct text whole, after;

	if (!ends_in_digit(before))
		return false;
	whole = word_after(text, to, false);
	after = word_after(text, to, true);
	return is_group(after) ||
	       is_one_of(whole, units, sizeof units / sizeof *units) ||
	       is_one_of(after, units, sizeof units / sizeof *units);
}

static bool
head_binds(struct text before, uint32_t next)
{
	if (before.size > HEAD_MOST)
		return false;
	return (u_isdigit((UChar32)next) || u_isupper((UChar32)next)) &&
	       (is_initial(before) ||
		       is_one_of(before, heads, sizeof heads / sizeof *heads));
}

enum bind
bind_space(const struct tongue *tongue, struct text text, size_t from, size_t to)
{
	struct text before = word_before(text, from);
	uint32_t next = first_rune(text_slice(text, to, text.size));
	enum bind bind = BIND_NONE;

	if (before.size == 0 || to == text.size || is_space(text.at[to]))
		return BIND_NONE;
	if (tongue->customs & TONGUE_CLOSE_MARKS)
		bind = french_bind(before, next);
	if (bind != BIND_NONE)
		return bind;
	if (((tongue->customs & TONGUE_SHORT_WORDS) && slavic_binds(before)) ||
		dash_binds(text, to, next) || number_binds(text, before, to) ||
		head_binds(before, next))
		return BIND_WHOLE;
	return BIND_NONE;
}

bool
bind_hyphen(const struct tongue *tongue)
{
	return tongue->customs & TONGUE_REPEATED_MARK;
}
