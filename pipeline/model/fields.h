/* fields.h - the schema as people know it: which keys a group has.
 *
 * Made from the XSD's own tree, which keeps to a profile: a map is xs:all, a list
 * an xs:sequence of one item, a value a simple type by restriction or union.  Our
 * attributes in urn:plgs:schema:1 add labels, examples, identities and references.
 */
#ifndef MODEL_FIELDS_H
#define MODEL_FIELDS_H

#include "base/text.h"

struct _xmlDoc;
struct _xmlNode;
struct arena;
struct fields;

/* Keys that one map may have. */
#define FIELDS_MOST 64

enum type_kind {
	TYPE_VALUE,
	TYPE_MAP,
	TYPE_LIST,
};

struct type {
	enum type_kind kind;

	struct field *fields; /* a map's keys; a list's one item */
	size_t count;
	const struct field *identity; /* a map's field that names the record, or NULL */

	struct text says;     /* what to write when a value does not fit */
	struct text *choices; /* the values of an enumeration */
	size_t choice_count;
	size_t most; /* runes that a value may have */
	bool is_date, is_number;
};

struct field {
	struct text name;
	struct text label;      /* the name in words */
	struct text example;    /* may be empty */
	struct text identifies; /* the kind of record it names, mostly empty */
	struct text refers_to;  /* the kind of record it points to, mostly empty */
	bool required;
	const struct type *type;
};

/* `schema` is an XSD without includes; all is kept in the arena. */
const struct fields *fields_make(struct arena *, const struct _xmlDoc *schema);

/* The field of a root element, or NULL. */
const struct field *fields_root(const struct fields *, struct text name);

/* True for the name of any field of any record. */
bool fields_know(const struct fields *, struct text name);

/* The name of a field that is most like `name`; empty where none is near. */
struct text fields_nearest(const struct fields *, struct text name);

/* The field of that name within another one, or NULL; either may be NULL. */
const struct field *fields_within(const struct field *, struct text name);

/* The index of a key in a map, or type->count; quickest near `from`. */
size_t fields_index(const struct type *, struct text name, size_t from);

/* The field of an element of a record, or NULL. */
const struct field *fields_of(const struct fields *, const struct _xmlNode *);

/* A longer sample on one line is no help. */
#define FIELDS_SAMPLE 100

/* "status: achieved", as YAML on one line, however long. */
void fields_sample(const struct field *, struct buffer *);

/* A scalar as it may be typed in YAML: in quotes where it needs them. */
void fields_quote(struct text value, struct buffer *);

#endif
