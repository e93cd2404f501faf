#include "annotation.h"

#include <libxml/tree.h>
#include <string.h>

#include "model/xml.h"

/* A documentation of several lines is one line here. */
struct text
annotation_hint(struct arena *arena, const struct _xmlNode *node)
{
	const xmlNode *documentation =
		xml_child(xml_child(node, "annotation"), "documentation");
	struct text words =
		documentation ? xml_content(arena, documentation) : TEXT("");
	struct buffer hint = buffer_make(arena);

	words = text_trim(words);
	for (size_t i = 0; i < words.size; i++) {
		if (!strchr(" \t\r\n", words.at[i]))
			buffer_byte(&hint, words.at[i]);
		else if (hint.at[hint.size - 1] != ' ')
			buffer_byte(&hint, ' ');
	}
	return buffer_text(&hint);
}

/* "Write a year." as "write a year", with single spaces: a help is no sentence of
 * its own. */
struct text
annotation_says(struct arena *arena, const struct _xmlNode *node)
{
	struct text says = xml_attribute_of(arena, node, "says", ANNOTATION_SPACE);
	struct buffer help = buffer_make(arena);

	if (text_ends(says, TEXT(".")))
		says.size--;
	for (size_t i = 0; i < says.size; i++)
		if (i == 0 && says.at[i] >= 'A' && says.at[i] <= 'Z')
			buffer_byte(&help, (char)(says.at[i] - 'A' + 'a'));
		else if (i == 0 || says.at[i] != ' ' || says.at[i - 1] != ' ')
			buffer_byte(&help, says.at[i]);
	return buffer_text(&help);
}
