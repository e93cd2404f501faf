#include "disguise.h"

#include <inttypes.h>

#include "base/diag.h"
#include "base/letters.h"
#include "model/records.h"
#include "model/sample.h"
#include "validate/judge.h"
#include "validate/values.h"

/* The first character of a value that is not what it looks like. */
struct strange {
	const char *name; /* NULL while there is none */
	uint32_t rune;
	char meant;   /* 0 where nothing is */
	size_t place; /* in runes, from 1 */
};

/* "the second character" */
static struct text
place_words(struct arena *arena, size_t place)
{
	static const char *const words[] = { "first", "second", "third", "fourth",
		"fifth", "sixth", "seventh", "eighth", "ninth", "tenth" };

	if (place <= sizeof words / sizeof *words)
		return text_format(arena, "the %s character", words[place - 1]);
	return text_format(arena, "character %zu", place);
}

static const char *
side_words(const struct strange *strange, size_t runes)
{
	return strange->place == 1       ? "before it"
	       : strange->place == runes ? "after it"
					 : "in it";
}

static struct text
strange_words(struct arena *arena, const struct strange *strange, size_t runes)
{
	struct text place = place_words(arena, strange->place);

	switch (strange->meant) {
	case 0:
		return text_format(arena, "%s stands %s (U+%04" PRIX32 ")",
			strange->name, side_words(strange, runes), strange->rune);
	case '"':
	case '\'':
		return TEXT("curved quotes are part of the text");
	case '-':
		return text_format(arena, "%.*s is %s, not a hyphen", TEXT_ARG(place),
			strange->name);
	default:
		return text_format(arena, "%.*s is %s, not %c", TEXT_ARG(place),
			strange->name, strange->meant);
	}
}

/* Adds a rune in the character it seems to be; what nobody sees is left out. */
static void
rune_add(struct buffer *plain, struct strange *strange, uint32_t rune)
{
	const char *unseen = letters_unseen(rune), *other;
	char meant = 0;

	other = letters_disguise(rune, &meant);
	if (other)
		buffer_byte(plain, meant);
	else if (!unseen)
		buffer_rune(plain, rune);
	else if (letters_is_blank(rune))
		buffer_byte(plain, ' ');
	if (strange->name || (!other && !unseen))
		return;
	strange->name = other ? other : unseen;
	strange->meant = meant;
	strange->rune = rune;
}

/* The text within a pair of quotes. */
static struct text
quotes_strip(struct text plain)
{
	char first = plain.size > 1 ? plain.at[0] : ' ';

	if ((first == '"' || first == '\'') && plain.at[plain.size - 1] == first)
		return text_trim(text_slice(plain, 1, plain.size - 1));
	return plain;
}

struct disguise
disguise_of(struct arena *arena, struct text value)
{
	struct strange strange = { .name = NULL };
	struct buffer plain = buffer_make(arena);
	struct disguise disguise = { .label = TEXT("") };
	size_t runes = 0, before;
	uint32_t rune;

	for (size_t i = 0; i < value.size; runes++) {
		i += text_rune(value, i, &rune);
		before = strange.place;
		rune_add(&plain, &strange, rune);
		if (strange.name && before == 0)
			strange.place = runes + 1;
	}
	disguise.plain = quotes_strip(text_trim(buffer_text(&plain)));
	if (strange.name)
		disguise.label = strange_words(arena, &strange, runes);
	else if (text_trim(value).size < value.size)
		disguise.label = TEXT("a blank stands before or after it");
	else if (disguise.plain.size < value.size)
		disguise.label = TEXT("the quotes are part of the text");
	return disguise;
}

static bool
is_outer(uint32_t rune)
{
	return letters_unseen(rune) || rune == ' ' || rune == '\t' || rune == '\n';
}

/* The blank before the text, or else the one after it. */
static struct text
outer_words(struct arena *arena, uint32_t first, uint32_t last)
{
	bool is_before = is_outer(first);
	uint32_t rune = is_before ? first : last;

	return letters_unseen(rune)
		       ? text_format(arena, "%s stands %s it (U+%04" PRIX32 ")",
				 letters_unseen(rune), is_before ? "before" : "after",
				 rune)
		       : TEXT("a blank stands before or after it");
}

/* All that can be wrong with the letters of a text that may hold any: blanks, and what
 * else nobody sees, at either end. */
static struct disguise
ends_strip(struct arena *arena, struct text value)
{
	struct disguise disguise = { .label = TEXT("") };
	size_t start = 0, end = 0, size;
	uint32_t rune = 0, first = 0;

	for (size_t i = 0; i < value.size; i += size) {
		size = text_rune(value, i, &rune);
		first = i ? first : rune;
		if (is_outer(rune))
			continue;
		start = end ? start : i;
		end = i + size;
	}
	disguise.plain = text_slice(value, start, end);
	if (disguise.plain.size < value.size)
		disguise.label = outer_words(arena, first, rune);
	return disguise;
}

void
disguise_label(struct judge *judge, struct disguise disguise)
{
	const struct diag *diag = &judge->diags->items[judge->diags->count - 1];

	if (disguise.label.size && diag->label.size == 0)
		diag_label(judge->diags, "%.*s", TEXT_ARG(disguise.label));
}

bool
disguise_tell(struct judge *judge, const struct _xmlNode *node, const struct type *type)
{
	struct text value = records_value(node);
	struct disguise disguise = ends_strip(judge->scratch, value);
	struct buffer typed = buffer_make(judge->scratch);

	if (disguise.label.size == 0 || !values_fit(judge, type, disguise.plain))
		disguise = disguise_of(judge->scratch, value);
	if (disguise.label.size == 0 || !values_fit(judge, type, disguise.plain))
		return false;
	disguise_label(judge, disguise);
	sample_quote(disguise.plain, &typed);
	diag_help(judge->diags, "write %.*s", TEXT_ARG(disguise.plain));
	judge_fix(judge, node, buffer_text(&typed));
	return true;
}
