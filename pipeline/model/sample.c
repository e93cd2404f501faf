#include "sample.h"

#include <string.h>

#include "model/fields.h"

static bool
is_plain(struct text value)
{
	bool plain = value.size > 0 && !strchr("-?%@` ", value.at[0]);

	for (size_t i = 0; i < value.size; i++)
		if (strchr(",[]{}#&*!|>'\"\\\n\t", value.at[i]) ||
			(value.at[i] == ':' &&
				(i + 1 == value.size || value.at[i + 1] == ' ')))
			plain = false;
	return plain;
}

static void
quoted_print(struct text value, struct buffer *buffer)
{
	buffer_byte(buffer, '"');
	for (size_t i = 0; i < value.size; i++) {
		if (value.at[i] == '"' || value.at[i] == '\\')
			buffer_byte(buffer, '\\');
		buffer_byte(buffer, value.at[i] == '\n' ? ' ' : value.at[i]);
	}
	buffer_byte(buffer, '"');
}

void
sample_quote(struct text value, struct buffer *buffer)
{
	if (is_plain(value))
		buffer_add(buffer, value);
	else
		quoted_print(value, buffer);
}

/* In braces prose stands in quotes even where it needs none: whoever writes their own
 * in its place will have a comma in it. */
static void
scalar_print(struct text value, struct buffer *buffer, int depth)
{
	if (depth && text_find(value, ' ', 0) < value.size)
		quoted_print(value, buffer);
	else
		sample_quote(value, buffer);
}

static void sample_value(const struct field *, struct buffer *, int depth);

static void
sample_key(const struct field *field, struct text example, struct buffer *buffer,
	int depth)
{
	struct field own = *field;

	if (example.size)
		own.example = example;
	buffer_add(buffer, own.name);
	buffer_string(buffer, ": ");
	sample_value(&own, buffer, depth);
}

/* The keys that a map must have, or its first; the map's own example is that of the
 * first one. */
static void
sample_map(const struct field *map, struct buffer *buffer, int depth)
{
	const struct type *type = map->type;
	struct text example = map->example;
	bool any = false;

	buffer_byte(buffer, '{');
	for (size_t i = 0; i < type->count; i++) {
		if (!type->fields[i].required)
			continue;
		buffer_string(buffer, any ? ", " : "");
		sample_key(&type->fields[i], example, buffer, depth + 1);
		example = TEXT("");
		any = true;
	}
	if (!any && type->count)
		sample_key(&type->fields[0], example, buffer, depth + 1);
	buffer_byte(buffer, '}');
}

static void
sample_value(const struct field *field, struct buffer *buffer, int depth)
{
	if (depth > 3) {
		buffer_string(buffer, "…");
		return;
	}
	switch (field->type->kind) {
	case TYPE_VALUE:
		if (field->example.size)
			scalar_print(field->example, buffer, depth);
		else
			buffer_string(buffer, "…");
		break;
	case TYPE_MAP:
		sample_map(field, buffer, depth);
		break;
	case TYPE_LIST:
		buffer_byte(buffer, '[');
		if (field->type->count)
			sample_value(&field->type->fields[0], buffer, depth + 1);
		buffer_byte(buffer, ']');
		break;
	}
}

void
sample_print(const struct field *field, struct buffer *buffer)
{
	buffer_add(buffer, field->name);
	buffer_string(buffer, ": ");
	sample_value(field, buffer, 0);
}
