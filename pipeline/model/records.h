/* records.h - milestone records as they were typed.
 *
 * One XML tree (libxml2) for a run: <records> holds a <file path="…"> for every
 * YAML file, in the order they were read, and that one element named for the
 * file's schema (submission, register, report, style).  Below it a mapping key is
 * an element, a scalar is its text, a list holds <item> elements.  Every scalar is
 * text: the schema gives it its type.
 *
 * Each element carries an origin: where its key and its value were typed and what
 * shape the value had.  In the text form that is the processing instruction
 * <?at KEY VALUE SHAPE?>, the element's first child, with places as "41:3-9".
 *
 * Under a <file> stand the allowances in it too (model/allowance.h).
 *
 * A lost element stands for what could not be read, of which a diagnostic has told
 * already: nothing is to be said of it or of anything below it.  It bears the name
 * of its key; where that was lost too it is called "unknown", and then whatever its
 * parent lacks may have stood there.
 */
#ifndef MODEL_RECORDS_H
#define MODEL_RECORDS_H

#include <stdbool.h>

#include "base/diag.h"

struct arena;
struct _xmlDoc;
struct _xmlNode;

enum shape {
	SHAPE_SCALAR,
	SHAPE_MAP,
	SHAPE_LIST,
	SHAPE_EMPTY, /* no value: nothing, ~ or null */
	SHAPE_LOST,  /* could not be read */
};

struct origin {
	struct place key, value; /* an item's key is its dash */
	enum shape shape;
};

struct records {
	struct arena *arena;
	struct _xmlDoc *xml;
	struct text
		report; /* the report's folder as typed; empty where there is none */
};

/* An empty set.  `report` is kept. */
struct records *records_make(struct arena *, struct text report);

/* The same records in another arena. */
struct records *records_copy(struct arena *, const struct records *);

/* A new, last <file>. */
struct _xmlNode *records_add_file(struct records *, struct text path);

/* The first <file>, or NULL. */
struct _xmlNode *records_file(const struct records *);

/* A new, last child of `parent`.  `name` must be an XML name, `value` must hold
 * nothing that XML cannot hold: read sees to both. */
struct _xmlNode *records_add(struct records *, struct _xmlNode *parent,
	struct text name, struct text value, const struct origin *);

/* A lost element under a file or an element: all that is known is a place. */
struct _xmlNode *records_add_lost(
	struct records *, struct _xmlNode *parent, struct text name, struct place);

/* Takes out what was added to a file. */
void records_clear_file(struct _xmlNode *file);

/* True where a child of unknown name was lost. */
bool records_lacks(const struct _xmlNode *);

/* Where an element was typed; never NULL, all zero for what was not typed. */
const struct origin *records_origin(const struct _xmlNode *);

/* Counts the elements, so that XPath tells which of two comes first without a walk. */
void records_order(const struct records *);

/* Calls turn(owner, place) with each place of each element below a file. */
void records_turn(
	struct _xmlNode *file, void (*turn)(void *, struct place *), void *owner);

/* The path of the file that a node stands in. */
struct text records_path(const struct _xmlNode *);

/* The child element of that name, or NULL. */
struct _xmlNode *records_child(const struct _xmlNode *, const char *name);

/* The first child element and the next element after a node, or NULL. */
struct _xmlNode *records_first(const struct _xmlNode *);
struct _xmlNode *records_next(const struct _xmlNode *);

/* The name of an element: the key that was typed. */
struct text records_name(const struct _xmlNode *);

/* The text of a leaf, borrowed; empty where node is NULL. */
struct text records_value(const struct _xmlNode *);

/* The first file whose root element has this name, or NULL. */
struct _xmlNode *records_root(const struct records *, const char *name);

/* To and from the text form.  A false parse has said why, at `name` (the name
 * of the stream). */
void records_print(const struct records *, struct buffer *);
bool records_parse(struct arena *, struct diag_list *, struct text name,
	struct text xml, struct records **ret_records);

#endif
