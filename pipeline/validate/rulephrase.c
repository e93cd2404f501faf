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

/* Asked of every byte of every text: capitals differ from small letters by one bit. */
static bool
is_letter(char byte)
{
	unsigned char small = (unsigned char)byte | 0x20;

	return (unsigned char)(small - 'a') < 26 || (unsigned char)byte >= 0x80;
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
	size_t letter = (unsigned char)text.at[offset] % PHRASES_LETTERS;

	for (const struct phrase *phrase = phrases->heads[letter]; phrase;
		phrase = phrase->next)
		if (ruletext_is_at(text, offset, phrase->says) &&
			!is_better(phrase, text, offset))
			return phrase->says;
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
	size_t i = 0;

	while (i < text.size) {
		struct text found = TEXT("");

		if (may_begin(phrases, text, i))
			found = phrase_at(phrases, text, i);
		if (found.size)
			return found;
		/* No phrase begins within a word. */
		if (is_letter(text.at[i++]))
			while (i < text.size && is_letter(text.at[i]))
				i++;
	}
	return TEXT("");
}
