#include "rulephrase.h"

#include "model/rulebook.h"
#include "validate/ruletext.h"

const struct phrases *
rulephrase_list(const struct rulebook *book, struct text name)
{
	const struct phrases *phrases = book->phrases;

	while (phrases && !text_equal(phrases->name, name))
		phrases = phrases->next;
	return phrases;
}

static bool
is_letter(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
	       (unsigned char)byte >= 0x80;
}

/* "Tanzania" in "United Republic of Tanzania" is as it should be. */
static bool
is_better(const struct phrase *phrase, struct text text, size_t offset)
{
	struct text better = phrase->better;
	size_t before;

	if (text_starts(better, TEXT("the ")))
		better = text_slice(better, 4, better.size);
	before = ruletext_find(better, phrase->says);
	return before < better.size && before <= offset &&
	       ruletext_is_at(text, offset - before, better);
}

/* The phrase that stands at the offset, or an empty text. */
static struct text
phrase_at(const struct phrases *phrases, struct text text, size_t offset)
{
	char first = text.at[offset];

	for (size_t i = 0; i < phrases->count; i++) {
		const struct phrase *phrase = &phrases->items[i];

		if (((first ^ phrase->says.at[0]) & ~32) == 0 &&
			ruletext_is_at(text, offset, phrase->says) &&
			!is_better(phrase, text, offset))
			return phrase->says;
	}
	return TEXT("");
}

static bool
may_begin(const struct phrases *phrases, struct text text, size_t at)
{
	size_t first = (unsigned char)text.at[at];
	size_t second = at + 1 < text.size ? (unsigned char)text.at[at + 1] : 0;

	return phrases->begins[first % PHRASES_LETTERS] >> second % PHRASES_LETTERS & 1;
}

/* Nearly every byte begins none: it stands within a word, or begins with letters with
 * which no phrase begins. */
struct text
rulephrase_first(const struct phrases *phrases, struct text text)
{
	bool within = false;

	for (size_t i = 0; i < text.size; i++) {
		bool letter = is_letter(text.at[i]), goes_on = within && letter;
		struct text found;

		within = letter;
		if (goes_on || !may_begin(phrases, text, i))
			continue;
		found = phrase_at(phrases, text, i);
		if (found.size)
			return found;
	}
	return TEXT("");
}
