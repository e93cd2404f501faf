#include "snippet.h"

#include "base/arena.h"
#include "base/json.h"
#include "model/fields.h"

static void snippet_value_write(struct json *, struct arena *, const char *key,
	const struct field *, size_t depth);

/* The keys that a map must have, or its first, with examples to type over. */
static void
snippet_map_write(struct json *json, struct arena *arena, const char *key,
	const struct type *map, size_t depth)
{
	json_open(json, key, '{');
	for (size_t i = 0; i < map->count; i++) {
		const struct field *field = &map->fields[i];

		if (!field->required && (i || fields_demand(map)))
			continue;
		snippet_value_write(
			json, arena, text_string(arena, field->name), field, depth);
	}
	json_close(json, '}');
}

static void
snippet_value_write(struct json *json, struct arena *arena, const char *key,
	const struct field *field, size_t depth)
{
	const struct type *type = field->type;

	if (type->kind == TYPE_VALUE || depth == 0) {
		json_text(json, key, field->example);
	} else if (type->kind == TYPE_MAP) {
		snippet_map_write(json, arena, key, type, depth - 1);
	} else {
		json_open(json, key, '[');
		if (type->count)
			snippet_value_write(
				json, arena, NULL, &type->fields[0], depth - 1);
		json_close(json, ']');
	}
}

void
snippet_write(struct json *json, struct arena *arena, const struct type *map)
{
	enum { DEPTH = 3 };

	if (!map->identity)
		return;
	json_open(json, "defaultSnippets", '[');
	json_open(json, NULL, '{');
	json_text(json, "label",
		text_format(arena, "new %.*s", TEXT_ARG(map->identity->identifies)));
	json_text_if(json, "description", map->hint);
	snippet_map_write(json, arena, "body", map, DEPTH);
	json_close(json, '}');
	json_close(json, ']');
}
