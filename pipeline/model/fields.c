#include "fields.h"

#include <assert.h>
#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/suggest.h"
#include "model/annotation.h"
#include "model/xml.h"

#define SPACE ANNOTATION_SPACE

/* A value without a bound of its own has this one, in runes: patterns take long
 * over long texts. */
enum { MOST = 4000 };

struct named {
	struct named *next;
	struct text name;
	struct type *type;
};

struct fields {
	struct arena *arena;
	const xmlNode *schema;
	struct named *named; /* types that were made, so that each is made once */
	struct field *roots;
	size_t count;
	struct text *names; /* of all fields, sorted, each once */
	size_t name_count;
};

static bool
is_among(struct text word, const char *const *words)
{
	for (; *words; words++)
		if (text_is(word, *words))
			return true;
	return false;
}

static struct type *type_named(struct fields *, struct text name);
static struct type *type_make(struct fields *, const xmlNode *);

static void
builtin_note(struct type *type, struct text name)
{
	static const char *const dates[] = { "xs:date", "xs:gYearMonth", "xs:gYear",
		NULL };
	static const char *const numbers[] = { "xs:integer", "xs:nonNegativeInteger",
		"xs:positiveInteger", "xs:decimal", NULL };

	type->is_date = type->is_date || is_among(name, dates);
	type->is_number = type->is_number || is_among(name, numbers);
}

/* Takes over what a base or member type says. */
static void
type_inherit(struct fields *fields, struct type *type, struct text name)
{
	const struct type *base;

	if (text_starts(name, TEXT("xs:"))) {
		builtin_note(type, name);
		type->builtin = name;
		return;
	}
	base = type_named(fields, name);
	type->builtin = base->builtin;
	if (type->pattern.size == 0)
		type->pattern = base->pattern;
	if (base->least > type->least)
		type->least = base->least;
	type->is_date = type->is_date || base->is_date;
	type->is_number = type->is_number || base->is_number;
	if (type->says.size == 0)
		type->says = base->says;
	if (type->choice_count == 0) {
		type->choices = base->choices;
		type->choice_count = base->choice_count;
	}
	if (base->most < type->most)
		type->most = base->most;
}

static void
choice_read(
	struct fields *fields, struct type *type, const xmlNode *facet, size_t *room)
{
	const struct choice choice = {
		.value = xml_attribute(fields->arena, facet, "value"),
		.hint = annotation_hint(fields->arena, facet),
		.requires = xml_attribute_of(fields->arena, facet, "requires", SPACE),
		.expects = xml_attribute_of(fields->arena, facet, "expects", SPACE),
		.offers = xml_attribute_of(fields->arena, facet, "offers", SPACE),
		.known_as = xml_attribute_of(fields->arena, facet, "known-as", SPACE),
		.open = xml_attribute_of(fields->arena, facet, "open", SPACE),
	};

	if (*room == 0) {
		type->choices = NULL;
		type->choice_count = 0;
	}
	type->choices = arena_room(fields->arena, type->choices, type->choice_count,
		room, sizeof *type->choices);
	type->choices[type->choice_count++] = choice;
}

/* Several patterns of one restriction are alternatives. */
static void
pattern_read(struct fields *fields, struct type *type, const xmlNode *facet, bool first)
{
	struct text pattern = xml_attribute(fields->arena, facet, "value");

	if (first)
		type->pattern = pattern;
	else
		type->pattern = text_format(fields->arena, "%.*s|%.*s",
			TEXT_ARG(type->pattern), TEXT_ARG(pattern));
}

static void
restriction_read(struct fields *fields, struct type *type, const xmlNode *restriction)
{
	size_t room = 0, patterns = 0;

	type_inherit(fields, type, xml_attribute(fields->arena, restriction, "base"));
	for (const xmlNode *facet = xml_element(restriction->children); facet;
		facet = xml_element(facet->next)) {
		int64_t number = xml_number(facet, "value");

		if (xml_is(facet, "minLength") && number > 0)
			type->least = (size_t)number;
		else if (xml_is(facet, "maxLength") && number > 0)
			type->most = (size_t)number;
		else if (xml_is(facet, "pattern"))
			pattern_read(fields, type, facet, patterns++ == 0);
		else if (xml_is(facet, "enumeration"))
			choice_read(fields, type, facet, &room);
	}
}

static void
union_read(struct fields *fields, struct type *type, const xmlNode *node)
{
	struct text members = xml_attribute(fields->arena, node, "memberTypes"), name;
	size_t room = 0;

	while (text_cut(&members, ' ', &name)) {
		if (name.size == 0)
			continue;
		type_inherit(fields, type, name);
		type->members = arena_room(fields->arena, type->members,
			type->member_count, &room, sizeof *type->members);
		type->members[type->member_count++] = type_named(fields, name);
	}
	/* Each member has its own. */
	type->builtin = type->pattern = TEXT("");
	type->least = 0;
}

static void
value_type_read(struct fields *fields, struct type *type, const xmlNode *node)
{
	const xmlNode *restriction = xml_child(node, "restriction");
	const xmlNode *members = xml_child(node, "union");

	type->says = annotation_says(fields->arena, node);
	type->codelist = xml_attribute_of(fields->arena, node, "codelist", SPACE);
	type->code = xml_attribute_of(fields->arena, node, "code", SPACE);
	if (restriction)
		restriction_read(fields, type, restriction);
	if (members)
		union_read(fields, type, members);
}

static struct type *
field_type(struct fields *fields, const xmlNode *element)
{
	struct text name = xml_attribute(fields->arena, element, "type");
	const xmlNode *own = xml_child(element, "complexType");

	if (name.size)
		return type_named(fields, name);
	return type_make(fields, own ? own : xml_child(element, "simpleType"));
}

static bool
is_marked(struct fields *fields, const xmlNode *node, const char *mark)
{
	return text_is(xml_attribute_of(fields->arena, node, mark, SPACE), "true");
}

/* "unbounded" counts as 0. */
static size_t
most_read(const xmlNode *element)
{
	return xmlHasProp(element, BAD_CAST "maxOccurs")
		       ? (size_t)xml_number(element, "maxOccurs")
		       : 1;
}

static enum withholding
withholding_read(struct text value)
{
	return text_is(value, "until")      ? WITHHOLDING_UNTIL
	       : text_is(value, "audience") ? WITHHOLDING_AUDIENCE
					    : WITHHOLDING_NONE;
}

static struct field
field_make(struct fields *fields, const xmlNode *element)
{
	struct arena *arena = fields->arena;
	struct field field = {
		.name = xml_attribute(arena, element, "name"),
		.label = xml_attribute_of(arena, element, "label", SPACE),
		.hint = annotation_hint(arena, element),
		.example = xml_attribute_of(arena, element, "example", SPACE),
		.identifies = xml_attribute_of(arena, element, "identifies", SPACE),
		.refers_to = xml_attribute_of(arena, element, "refers-to", SPACE),
		.change = xml_attribute_of(arena, element, "change", SPACE),
		.internal = is_marked(fields, element, "internal"),
		.markup = text_is(
			xml_attribute_of(arena, element, "markup", SPACE), "inline"),
		.required = !text_is(xml_attribute(arena, element, "minOccurs"), "0"),
		.twice = is_marked(fields, element, "twice"),
		.continues = is_marked(fields, element, "continues"),
		.original = is_marked(fields, element, "original"),
		.withholding = withholding_read(
			xml_attribute_of(arena, element, "withholds", SPACE)),
		.most = most_read(element),
		.type = field_type(fields, element),
	};

	return field;
}

/* The size and three letters part the keys of a map well enough. */
static size_t
slot_of(struct text name)
{
	const unsigned char *at = (const unsigned char *)name.at;

	if (name.size == 0)
		return 0;
	return (name.size + 7u * at[0] + 13u * at[name.size / 2] +
		       31u * at[name.size - 1]) %
	       FIELDS_SLOTS;
}

/* The first of two equal names is found first. */
void
fields_seal(struct type *type)
{
	for (size_t i = 0; i < type->count; i++) {
		size_t slot = slot_of(type->fields[i].name);

		while (type->slots[slot])
			slot = (slot + 1) % FIELDS_SLOTS;
		type->slots[slot] = (uint8_t)(i + 1);
	}
}

static void
group_read(struct fields *fields, struct type *type, const xmlNode *group)
{
	size_t room = 0;

	for (const xmlNode *element = xml_element(group->children); element;
		element = xml_element(element->next)) {
		struct field field;

		if (!xml_is(element, "element"))
			continue;
		field = field_make(fields, element);
		type->fields = arena_room(fields->arena, type->fields, type->count,
			&room, sizeof *type->fields);
		type->fields[type->count++] = field;
	}
	assert(type->count <= FIELDS_MOST);
	fields_seal(type);
	for (size_t i = 0; i < type->count && type->kind == TYPE_MAP; i++)
		if (type->fields[i].identifies.size)
			type->identity = &type->fields[i];
}

/* `type` is in the list of named types before its fields are read, so a type may
 * hold itself. */
static void
type_read(struct fields *fields, struct type *type, const xmlNode *node)
{
	const xmlNode *map = xml_child(node, "all"),
		      *list = xml_child(node, "sequence");

	type->kind = map ? TYPE_MAP : list ? TYPE_LIST : TYPE_VALUE;
	type->hint = annotation_hint(fields->arena, node);
	type->most = MOST;
	if (map) {
		type->requires =
			xml_attribute_of(fields->arena, node, "requires", SPACE);
		type->expects = xml_attribute_of(fields->arena, node, "expects", SPACE);
		type->offers = xml_attribute_of(fields->arena, node, "offers", SPACE);
		type->known_by =
			xml_attribute_of(fields->arena, node, "known-by", SPACE);
		type->has_languages = is_marked(fields, node, "languages");
	}
	if (map || list)
		group_read(fields, type, map ? map : list);
	else if (node)
		value_type_read(fields, type, node);
}

static struct type *
type_make(struct fields *fields, const xmlNode *node)
{
	struct type *type = arena_make(fields->arena, struct type);

	type_read(fields, type, node);
	return type;
}

static const xmlNode *
type_node(const struct fields *fields, struct text name)
{
	for (const xmlNode *node = xml_element(fields->schema->children); node;
		node = xml_element(node->next))
		if ((xml_is(node, "complexType") || xml_is(node, "simpleType")) &&
			text_equal(xml_attribute(fields->arena, node, "name"), name))
			return node;
	return NULL;
}

static struct type *
type_named(struct fields *fields, struct text name)
{
	struct named *named;

	for (named = fields->named; named; named = named->next)
		if (text_equal(named->name, name))
			return named->type;
	named = arena_make(fields->arena, struct named);
	named->name = name;
	named->type = arena_make(fields->arena, struct type);
	named->type->name = name;
	named->next = fields->named;
	fields->named = named;
	type_read(fields, named->type, type_node(fields, name));
	if (text_starts(name, TEXT("xs:"))) {
		builtin_note(named->type, name);
		named->type->builtin = name;
	}
	return named->type;
}

static const xmlNode *
tree_next(const xmlNode *node, const xmlNode *root)
{
	const xmlNode *child = xml_element(node->children);

	while (!child && node != root) {
		child = xml_element(node->next);
		node = node->parent;
	}
	return child;
}

static int
name_compare(const void *a, const void *b)
{
	return text_compare(*(const struct text *)a, *(const struct text *)b);
}

static void
names_gather(struct fields *fields)
{
	size_t room = 0, kept = 0;

	for (const xmlNode *node = fields->schema; node;
		node = tree_next(node, fields->schema)) {
		struct text name = xml_attribute(fields->arena, node, "name");

		if (!xml_is(node, "element") || name.size == 0)
			continue;
		fields->names = arena_room(fields->arena, fields->names,
			fields->name_count, &room, sizeof *fields->names);
		fields->names[fields->name_count++] = name;
	}
	if (fields->name_count == 0)
		return;
	qsort(fields->names, fields->name_count, sizeof *fields->names, name_compare);
	for (size_t i = 0; i < fields->name_count; i++)
		if (i == 0 || !text_equal(fields->names[i], fields->names[kept - 1]))
			fields->names[kept++] = fields->names[i];
	fields->name_count = kept;
}

const struct fields *
fields_make(struct arena *arena, const struct _xmlDoc *schema)
{
	struct fields *fields = arena_make(arena, struct fields);
	size_t room = 0;

	fields->arena = arena;
	fields->schema = xmlDocGetRootElement(schema);
	for (const xmlNode *node = xml_element(fields->schema->children); node;
		node = xml_element(node->next)) {
		struct field field;

		if (!xml_is(node, "element"))
			continue;
		field = field_make(fields, node);
		fields->roots = arena_room(arena, fields->roots, fields->count, &room,
			sizeof *fields->roots);
		fields->roots[fields->count++] = field;
	}
	names_gather(fields);
	return fields;
}

const struct field *
fields_root(const struct fields *fields, struct text name)
{
	for (size_t i = 0; i < fields->count; i++)
		if (fields->roots[i].type->kind == TYPE_MAP &&
			text_equal(fields->roots[i].name, name))
			return &fields->roots[i];
	return NULL;
}

const struct field *
fields_root_at(const struct fields *fields, size_t index)
{
	return index < fields->count ? &fields->roots[index] : NULL;
}

bool
fields_know(const struct fields *fields, struct text name)
{
	return fields->name_count && bsearch(&name, fields->names, fields->name_count,
					     sizeof name, name_compare);
}

struct text
fields_nearest(const struct fields *fields, struct text name)
{
	struct suggest suggest = suggest_start(name);

	for (size_t i = 0; i < fields->name_count; i++)
		suggest_offer(&suggest, fields->names[i]);
	return suggest.nearest;
}

const struct field *
fields_within(const struct field *field, struct text name)
{
	size_t index = field ? fields_index(field->type, name) : 0;

	return field && index < field->type->count ? &field->type->fields[index] : NULL;
}

size_t
fields_index(const struct type *type, struct text name)
{
	for (size_t slot = slot_of(name); type->slots[slot];
		slot = (slot + 1) % FIELDS_SLOTS)
		if (text_equal(type->fields[type->slots[slot] - 1].name, name))
			return type->slots[slot] - 1u;
	return type->count;
}

const struct field *
fields_head(const struct type *type, struct text name)
{
	size_t slash = text_find(name, '/', 0), equals = text_find(name, '=', 0);
	size_t index = fields_index(
		type, text_slice(name, 0, slash < equals ? slash : equals));

	return index < type->count ? &type->fields[index] : NULL;
}

bool
fields_demand(const struct type *type)
{
	for (size_t i = 0; i < type->count; i++)
		if (type->fields[i].required)
			return true;
	return false;
}

const struct field *
fields_of(const struct fields *fields, const struct _xmlNode *node)
{
	struct text name;

	if (!node || node->type != XML_ELEMENT_NODE)
		return NULL;
	name = text_of((const char *)node->name);
	if (xml_is(node->parent, "file"))
		return fields_root(fields, name);
	return fields_within(fields_of(fields, node->parent), name);
}
