/* xml.h - reading the text forms of the model with libxml2, safely.
 *
 * No network and no entities; libxml2 bounds depth (256) and the size of a text.
 */
#ifndef MODEL_XML_H
#define MODEL_XML_H

#include <stdbool.h>
#include <stdint.h>

#include "base/length.h"
#include "base/text.h"

struct arena;
struct diag_list;
struct _xmlDoc;
struct _xmlNode;

/* The tree of a text that came from the file or stream `name`; the arena closes it.
 * When the text is no XML, or its root is not `root`, G102 says so and false comes
 * back. */
bool xml_open(struct arena *, struct diag_list *, struct text name, struct text xml,
	const char *root, struct _xmlDoc **ret_document);

/* An attribute in no namespace, or in `space`; kept in the arena, empty where it is
 * not there. */
struct text xml_attribute(struct arena *, const struct _xmlNode *, const char *name);
struct text xml_attribute_of(
	struct arena *, const struct _xmlNode *, const char *name, const char *space);

/* Attributes that hold numbers, lengths and colours; 0 where there is none. */
int64_t xml_number(const struct _xmlNode *, const char *name);
length xml_length(const struct _xmlNode *, const char *name);
uint32_t xml_colour(const struct _xmlNode *, const char *name);

/* All text below a node, kept in the arena. */
struct text xml_content(struct arena *, const struct _xmlNode *);

bool xml_is(const struct _xmlNode *, const char *name);

/* The first child of that name, or NULL; the node may be NULL. */
const struct _xmlNode *xml_child(const struct _xmlNode *, const char *name);

/* The element at or after a node, or NULL. */
struct _xmlNode *xml_element(struct _xmlNode *);

/* Writing: ` name="value"`. */
void xml_add(struct buffer *, const char *name, struct text value);
void xml_add_some(
	struct buffer *, const char *name, struct text value); /* if not empty */
void xml_add_number(struct buffer *, const char *name, int64_t value);
void xml_add_length(struct buffer *, const char *name, length value);
void xml_add_colour(struct buffer *, const char *name, uint32_t value);

#endif
