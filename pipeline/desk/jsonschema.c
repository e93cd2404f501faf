/* jsonschema.c - plgs schema: what an editor knows of our files, as JSON Schema.
 *
 * The XSD goes in as fields; out comes draft-07 with what yaml-language-server adds
 * to it: meanings of choices, messages for patterns, snippets.  An editor types a
 * scalar before it looks at the schema (2023 is a number to it), so text may be a
 * number or a boolean too.  Calendars, ids, references and rules across fields are
 * beyond JSON Schema: plgs check judges them.
 */
#include "base/arena.h"
#include "base/json.h"
#include "base/suggest.h"
#include "desk/choices.h"
#include "desk/comment.h"
#include "desk/desk.h"
#include "desk/regex.h"
#include "desk/snippet.h"
#include "model/fields.h"

struct jsonschema {
	const struct desk *desk;
	struct arena *arena;
	struct json json;
	const struct type **named; /* that something refers to, in that order */
	size_t count, room;
};

static void type_write(struct jsonschema *, const struct type *);

/* Notes that the type must be defined. */
static void
reference_add(struct jsonschema *schema, const struct type *type)
{
	for (size_t i = 0; i < schema->count; i++)
		if (schema->named[i] == type)
			return;
	schema->named = arena_room(schema->arena, schema->named, schema->count,
		&schema->room, sizeof *schema->named);
	schema->named[schema->count++] = type;
}

static void
reference_write(struct jsonschema *schema, const struct type *type)
{
	reference_add(schema, type);
	json_text(&schema->json, "$ref",
		text_format(schema->arena, "#/definitions/%.*s", TEXT_ARG(type->name)));
}

/* "Date. When it happened, as exact as it is known.  Example: 2023-05" */
static struct text
description_make(struct arena *arena, const struct field *field)
{
	struct buffer words = buffer_make(arena);

	buffer_add(&words, field->label);
	buffer_string(&words, field->label.size && field->hint.size ? ". " : "");
	buffer_add(&words, field->hint);
	if (field->example.size)
		buffer_format(&words, "%sExample: %.*s", words.size ? "\n\n" : "",
			TEXT_ARG(field->example));
	return buffer_text(&words);
}

/* What an editor may take the scalar for. */
static void
scalar_types_write(struct jsonschema *schema, struct text builtin)
{
	static const struct {
		const char *builtin;
		const char *types[3];
	} scalars[] = {
		{ "xs:date", { "string" } },
		{ "xs:gYearMonth", { "string" } },
		{ "xs:gYear", { "string", "integer" } },
		{ "xs:integer", { "string", "integer" } },
		{ "xs:nonNegativeInteger", { "string", "integer" } },
		{ "xs:positiveInteger", { "string", "integer" } },
		{ "xs:decimal", { "string", "number" } },
		{ NULL, { "string", "number", "boolean" } },
	};
	size_t row = 0;

	while (scalars[row].builtin && !text_is(builtin, scalars[row].builtin))
		row++;
	json_open(&schema->json, "type", '[');
	for (size_t i = 0; i < 3 && scalars[row].types[i]; i++)
		json_string(&schema->json, NULL, scalars[row].types[i]);
	json_close(&schema->json, ']');
}

/* An editor completes a key by the type that stands right beside it: without one it
 * does not even set the colon. */
static void
key_type_write(struct jsonschema *schema, const struct type *type)
{
	switch (type->kind) {
	case TYPE_MAP:
		json_string(&schema->json, "type", "object");
		break;
	case TYPE_LIST:
		json_string(&schema->json, "type", "array");
		break;
	case TYPE_VALUE:
		scalar_types_write(schema, TEXT(""));
		break;
	}
}

/* Beside $ref nothing counts in draft-07, so it stands in an allOf. */
static void
field_write(struct jsonschema *schema, const char *key, const struct field *field)
{
	struct json *json = &schema->json;

	json_open(json, key, '{');
	json_text_if(json, "description", description_make(schema->arena, field));
	if (field->type->name.size == 0) {
		type_write(schema, field->type);
	} else {
		key_type_write(schema, field->type);
		json_open(json, "allOf", '[');
		json_open(json, NULL, '{');
		reference_write(schema, field->type);
		json_close(json, '}');
		json_close(json, ']');
	}
	json_close(json, '}');
}

static void
required_write(struct jsonschema *schema, const struct type *map)
{
	if (!fields_demand(map))
		return;
	json_open(&schema->json, "required", '[');
	for (size_t i = 0; i < map->count; i++)
		if (map->fields[i].required)
			json_text(&schema->json, NULL, map->fields[i].name);
	json_close(&schema->json, ']');
}

static void
map_write(struct jsonschema *schema, const struct type *map)
{
	struct json *json = &schema->json;

	json_string(json, "type", "object");
	json_flag(json, "additionalProperties", false);
	required_write(schema, map);
	snippet_write(json, schema->arena, map);
	json_open(json, "properties", '{');
	for (size_t i = 0; i < map->count; i++)
		field_write(schema, text_string(schema->arena, map->fields[i].name),
			&map->fields[i]);
	json_close(json, '}');
}

static void
list_write(struct jsonschema *schema, const struct type *list)
{
	struct json *json = &schema->json;

	json_string(json, "type", "array");
	if (list->count == 0)
		return;
	if (list->fields[0].required)
		json_number(json, "minItems", 1);
	json_number_if(json, "maxItems", list->fields[0].most);
	field_write(schema, "items", &list->fields[0]);
}

static void
choices_write(struct jsonschema *schema, const struct choices *choices)
{
	struct json *json = &schema->json;

	json_open(json, "enum", '[');
	for (size_t i = 0; i < choices->count; i++)
		json_text(json, NULL, choices->items[i].value);
	json_close(json, ']');
	json_open(json, "markdownEnumDescriptions", '[');
	for (size_t i = 0; i < choices->count; i++)
		json_text(json, NULL, choices->items[i].hint);
	json_close(json, ']');
}

static void
union_write(struct jsonschema *schema, const struct type *type)
{
	struct json *json = &schema->json;

	json_open(json, "anyOf", '[');
	for (size_t i = 0; i < type->member_count; i++) {
		json_open(json, NULL, '{');
		reference_write(schema, type->members[i]);
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void
scalar_write(struct jsonschema *schema, const struct type *type)
{
	struct json *json = &schema->json;
	struct text pattern = TEXT("");

	scalar_types_write(schema, type->builtin);
	if (type->pattern.size)
		pattern = regex_translate(schema->arena, type->pattern);
	json_text_if(json, "pattern", pattern);
	if (pattern.size)
		json_text_if(json, "patternErrorMessage",
			comment_sentence(schema->arena, type->says));
	json_number_if(json, "minLength", type->least);
	json_number_if(json, "maxLength", type->most);
}

/* Of an open list the codes are offered, and all else of the right shape is taken. */
static void
value_write(struct jsonschema *schema, const struct type *type)
{
	struct choices choices = choices_of(schema->desk, type);
	struct json *json = &schema->json;

	if (type->member_count) {
		union_write(schema, type);
	} else if (choices.count == 0) {
		scalar_write(schema, type);
	} else if (!choices.open) {
		choices_write(schema, &choices);
	} else {
		json_open(json, "anyOf", '[');
		json_open(json, NULL, '{');
		choices_write(schema, &choices);
		json_close(json, '}');
		json_open(json, NULL, '{');
		scalar_write(schema, type);
		json_close(json, '}');
		json_close(json, ']');
	}
}

static void
type_write(struct jsonschema *schema, const struct type *type)
{
	switch (type->kind) {
	case TYPE_MAP:
		map_write(schema, type);
		break;
	case TYPE_LIST:
		list_write(schema, type);
		break;
	case TYPE_VALUE:
		value_write(schema, type);
		break;
	}
}

/* A definition may refer to others, so the list grows on the way. */
static void
definitions_write(struct jsonschema *schema)
{
	struct json *json = &schema->json;

	json_open(json, "definitions", '{');
	for (size_t i = 0; i < schema->count; i++) {
		const struct type *type = schema->named[i];

		json_open(json, text_string(schema->arena, type->name), '{');
		type_write(schema, type);
		json_close(json, '}');
	}
	json_close(json, '}');
}

/* The value of the key "schema" by which a file says that it is of this root; empty
 * where the root is no file's. */
static struct text
root_form(const struct field *root)
{
	const struct field *form = fields_within(root, TEXT("schema"));

	return form && form->type->choice_count ? form->type->choices[0].value
						: TEXT("");
}

/* If the file says that it is of this form, then this holds. */
static void
condition_write(struct jsonschema *schema, const struct field *root)
{
	struct json *json = &schema->json;

	json_open(json, NULL, '{');
	json_open(json, "if", '{');
	json_open(json, "required", '[');
	json_string(json, NULL, "schema");
	json_close(json, ']');
	json_open(json, "properties", '{');
	json_open(json, "schema", '{');
	json_text(json, "const", root_form(root));
	json_close(json, '}');
	json_close(json, '}');
	json_close(json, '}');
	json_open(json, "then", '{');
	reference_write(schema, root->type);
	json_close(json, '}');
	json_close(json, '}');
}

/* The first key, from which all else follows. */
static void
forms_write(struct jsonschema *schema, const struct fields *fields)
{
	struct json *json = &schema->json;
	const struct field *root;

	json_string(json, "type", "object");
	json_open(json, "required", '[');
	json_string(json, NULL, "schema");
	json_close(json, ']');
	json_open(json, "properties", '{');
	json_open(json, "schema", '{');
	json_string(json, "description", "What sort of file this is; the first line.");
	json_open(json, "enum", '[');
	for (size_t i = 0; (root = fields_root_at(fields, i)); i++)
		if (root_form(root).size)
			json_text(json, NULL, root_form(root));
	json_close(json, ']');
	json_close(json, '}');
	json_close(json, '}');
	json_open(json, "allOf", '[');
	for (size_t i = 0; (root = fields_root_at(fields, i)); i++)
		if (root_form(root).size)
			condition_write(schema, root);
	json_close(json, ']');
}

static struct text
root_complain(struct arena *arena, const struct fields *fields, struct text name)
{
	struct suggest suggest = suggest_start(name);
	struct buffer known = buffer_make(arena);
	const struct field *root;

	for (size_t i = 0; (root = fields_root_at(fields, i)); i++) {
		if (root_form(root).size == 0)
			continue;
		suggest_offer(&suggest, root->name);
		buffer_string(&known, known.size ? ", " : "");
		buffer_add(&known, root->name);
	}
	if (suggest.nearest.size)
		return text_format(arena,
			"there is no schema \"%.*s\"; did you mean \"%.*s\"?",
			TEXT_ARG(name), TEXT_ARG(suggest.nearest));
	return text_format(arena, "there is no schema \"%.*s\"; there are %.*s",
		TEXT_ARG(name), TEXT_ARG(buffer_text(&known)));
}

bool
desk_schema(const struct desk *desk, struct text root, struct buffer *out,
	struct text *ret_why)
{
	const struct fields *fields = desk->fields;
	struct jsonschema schema = {
		.desk = desk, .arena = desk->arena, .json = json_start(out)
	};
	const struct field *field = root.size ? fields_root(fields, root) : NULL;
	struct json *json = &schema.json;

	if (root.size && (!field || root_form(field).size == 0)) {
		*ret_why = root_complain(desk->arena, fields, root);
		return false;
	}
	json_open(json, NULL, '{');
	json_string(json, "$schema", "http://json-schema.org/draft-07/schema#");
	if (!field) {
		forms_write(&schema, fields);
	} else {
		json_open(json, "allOf", '[');
		json_open(json, NULL, '{');
		reference_write(&schema, field->type);
		json_close(json, '}');
		json_close(json, ']');
	}
	definitions_write(&schema);
	json_close(json, '}');
	return true;
}
