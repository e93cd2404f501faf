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

/* The phrase that stands at the offset, or an empty text. */
static struct text
phrase_at(const struct phrases *phrases, struct text text, size_t offset)
{
	char first = text.at[offset];

	for (size_t i = 0; i < phrases->count; i++) {
		struct text phrase = phrases->items[i].says;

		if (((first ^ phrase.at[0]) & ~32) == 0 &&
			ruletext_is_at(text, offset, phrase))
			return phrase;
	}
	return TEXT("");
}

/* Nearly every byte begins none: it stands within a word, or is the first letter of no
 * phrase. */
struct text
rulephrase_first(const struct phrases *phrases, struct text text)
{
	bool within = false;

	for (size_t i = 0; i < text.size; i++) {
		bool letter = is_letter(text.at[i]), goes_on = within && letter;
		struct text found;

		within = letter;
		if (goes_on || !phrases->begins[(unsigned char)text.at[i]])
			continue;
		found = phrase_at(phrases, text, i);
		if (found.size)
			return found;
	}
	return TEXT("");
}
