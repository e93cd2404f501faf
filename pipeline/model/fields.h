/* fields.h - the schema as people know it: which keys a group has.
 *
 * Made from the XSD's own tree, which keeps to a profile: a map is xs:all, a list
 * an xs:sequence of one item, a value a simple type by restriction or union.  Our
 * attributes in urn:plgs:schema:1 add labels, examples, identities and references.
 */
#ifndef MODEL_FIELDS_H
#define MODEL_FIELDS_H

#include <stdint.h>

#include "base/text.h"

struct _xmlDoc;
struct _xmlNode;
struct arena;
struct fields;

/* Keys that one map may have. */
#define FIELDS_MOST 64
#define FIELDS_SLOTS (2 * FIELDS_MOST)

enum type_kind {
	TYPE_VALUE,
	TYPE_MAP,
	TYPE_LIST,
};

/* What is required or expected is named as in "date body document|policy": names stand
 * with blanks between them, a|b is one of the two, a/b a field further down, a=b a
 * field with that value.  Only a rule asks for it: a record without can be read. */

/* A value of an enumeration. */
struct choice {
	struct text value;
	struct text hint;     /* what it means; may be empty */
	struct text requires; /* fields without which the record says nothing */
	struct text expects;  /* fields that the record should have */
	struct text offers;   /* fields for which a blank record has room */
	struct text known_as; /* other words for just this, with | between them */
	struct text open;     /* "planned" or "begun" where it is not the last word */
};

struct type {
	enum type_kind kind;
	struct text name; /* of a type with a name, else empty */
	struct text hint; /* what it is, in a sentence; may be empty */
	struct text
		builtin; /* "xs:date": what a value is in the end; empty for a union */

	struct field *fields; /* a map's keys; a list's one item */
	size_t count;
	uint8_t slots[FIELDS_SLOTS];  /* the keys by their hash: index + 1, or 0 */
	const struct field *identity; /* a map's field that names the record, or NULL */
	struct text requires, expects, offers; /* of a map, as those of a choice */
	struct text known_by; /* the keys that tell its items in a list apart */
	bool has_languages;   /* its keys are languages, its values one text in each */

	struct text says;     /* what to write when a value does not fit */
	struct text codelist; /* the list that a value must stand in, mostly empty */
	struct text code;     /* the attribute of that list that holds the value */
	struct text pattern;  /* in XSD's language, for the whole value; may be empty */
	struct choice *choices; /* the values of an enumeration */
	size_t choice_count;
	const struct type **members; /* of a union */
	size_t member_count;
	size_t least, most; /* runes that a value may have */
	bool is_date, is_number;
};

enum withholding {
	WITHHOLDING_NONE,
	WITHHOLDING_UNTIL,    /* before the day that stands in the field */
	WITHHOLDING_AUDIENCE, /* from readers before the field's value in its type */
};

struct field {
	struct text name;
	struct text label;      /* the name in words */
	struct text hint;       /* what to write there, in a sentence; may be empty */
	struct text example;    /* of a map that of its first key; may be empty */
	struct text identifies; /* the kind of record it names, mostly empty */
	struct text refers_to;  /* the kind of record it points to, mostly empty */
	struct text change;     /* what it is that changes with it; mostly empty */
	bool required;
	bool internal;  /* for the office alone */
	bool markup;    /* its texts may hold emphasis and links in Markdown */
	bool twice;     /* a blank list has room for two */
	bool continues; /* it points to the record of an earlier set that goes on */
	bool original;  /* the language in which the texts were first written */
	enum withholding withholding; /* when it keeps its record out of a report */
	size_t most; /* times it may stand there; 0 is any number of times */
	const struct type *type;
};

/* `schema` is an XSD without includes; all is kept in the arena. */
const struct fields *fields_make(struct arena *, const struct _xmlDoc *schema);

/* The field of a root element, or NULL. */
const struct field *fields_root(const struct fields *, struct text name);

/* The roots in the order of the schema; NULL beyond the last. */
const struct field *fields_root_at(const struct fields *, size_t index);

/* True for the name of any field of any record. */
bool fields_know(const struct fields *, struct text name);

/* The name of a field that is most like `name`; empty where none is near. */
struct text fields_nearest(const struct fields *, struct text name);

/* The field of that name within another one, or NULL; either may be NULL. */
const struct field *fields_within(const struct field *, struct text name);

/* Makes the keys of a map that was filled in by hand findable. */
void fields_seal(struct type *);

/* The index of a key in a map, or type->count. */
size_t fields_index(const struct type *, struct text name);

/* The field that a name in what is required begins with, or NULL. */
const struct field *fields_head(const struct type *, struct text name);

/* True for a map that has keys which must be there. */
bool fields_demand(const struct type *);

/* The field of an element of a record, or NULL. */
const struct field *fields_of(const struct fields *, const struct _xmlNode *);

#endif
