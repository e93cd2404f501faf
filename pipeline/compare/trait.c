#include "trait.h"

#include "base/arena.h"
#include "model/fields.h"
#include "model/records.h"

static const char *const sort_names[SORTS] = {
	[SORT_SLIPPED] = "slipped",
	[SORT_PHASE] = "phase",
	[SORT_TARGET] = "target",
	[SORT_STATUS] = "status",
	[SORT_DATE] = "date",
	[SORT_NUMBER] = "number",
	[SORT_NAME] = "name",
	[SORT_TRANSLATION] = "translation",
	[SORT_OTHER] = "other",
};

struct gathering {
	const struct trait_plan *plan;
	struct trait *items;
	size_t count, room;
};

/* What those below a group take over from it. */
struct frame {
	uint32_t above;
	uint64_t way;
	enum sort sort;
};

const char *
trait_sort_name(enum sort sort)
{
	return sort_names[sort];
}

/* A field that says nothing changes what the group around it changes. */
static enum sort
sort_find(const struct field *field, enum sort around)
{
	for (enum sort sort = 0; sort < SORTS; sort++)
		if (text_is(field->change, sort_names[sort]))
			return sort;
	return around;
}

static uint64_t
way_find(uint64_t above, struct text name, struct text key)
{
	const uint64_t prime = 0x100000001b3;

	return ((above * prime ^ text_hash(name)) * prime ^ text_hash(key)) * prime;
}

static struct frame
trait_add(struct gathering *gathering, const struct _xmlNode *node,
	const struct field *field, const struct frame *frame, struct text key)
{
	struct place at = records_origin(node)->value;
	struct trait *trait;

	gathering->items = arena_room(gathering->plan->scratch, gathering->items,
		gathering->count, &gathering->room, sizeof *gathering->items);
	trait = &gathering->items[gathering->count++];
	*trait = (struct trait){ .field = field,
		.way = way_find(frame->way, field->name, key),
		.key = text_keep(gathering->plan->arena, key),
		.line = at.line,
		.column = at.column,
		.end = at.end,
		.above = frame->above,
		.sort = sort_find(field, frame->sort) };
	return (struct frame){ (uint32_t)gathering->count, trait->way, trait->sort };
}

static void
value_add(struct gathering *gathering, const struct _xmlNode *node,
	const struct field *field, const struct frame *frame, struct text value)
{
	size_t index = gathering->count;

	trait_add(gathering, node, field, frame, TEXT(""));
	gathering->items[index].value = text_keep(gathering->plan->arena, value);
}

struct text
trait_content(const struct _xmlNode *node)
{
	while (records_first(node))
		node = records_first(node);
	return records_value(node);
}

static struct text
names_join(struct gathering *gathering, const struct _xmlNode *item, struct text names)
{
	struct buffer key = buffer_make(gathering->plan->scratch);
	struct text name;

	while (text_cut(&names, ' ', &name)) {
		char *string = text_string(gathering->plan->scratch, name);
		struct text value = trait_content(records_child(item, string));

		if (value.size && key.size)
			buffer_string(&key, ", ");
		buffer_add(&key, value);
	}
	return buffer_text(&key);
}

static struct text
key_find(struct gathering *gathering, const struct _xmlNode *item,
	const struct type *type, size_t position)
{
	struct text key = TEXT("");

	if (type->identity)
		key = names_join(gathering, item, type->identity->name);
	if (key.size == 0 && type->known_by.size)
		key = names_join(gathering, item, type->known_by);
	if (key.size == 0)
		key = text_format(gathering->plan->scratch, "%zu", position);
	return key;
}

static void map_gather(struct gathering *, const struct _xmlNode *, const struct type *,
	const struct frame *);

static void
group_gather(struct gathering *gathering, const struct _xmlNode *node,
	const struct field *field, const struct frame *frame)
{
	size_t index = gathering->count;
	struct frame within = trait_add(gathering, node, field, frame, TEXT(""));

	map_gather(gathering, node, field->type, &within);
	gathering->items[index].below = (uint32_t)(gathering->count - index - 1);
}

/* A list of values is one value: their order seldom says anything, and what matters is
 * what was there and what is there now. */
static void
values_gather(struct gathering *gathering, const struct _xmlNode *list,
	const struct field *field, const struct frame *frame)
{
	struct buffer joined = buffer_make(gathering->plan->scratch);

	for (const struct _xmlNode *item = records_first(list); item;
		item = records_next(item)) {
		buffer_string(&joined, joined.size ? ", " : "");
		buffer_add(&joined, records_value(item));
	}
	value_add(gathering, list, field, frame, buffer_text(&joined));
}

static void
list_gather(struct gathering *gathering, const struct _xmlNode *list,
	const struct field *field, const struct frame *frame)
{
	const struct type *type =
		field->type->count ? field->type->fields[0].type : NULL;
	size_t position = 1;

	if (!type || type->kind != TYPE_MAP) {
		values_gather(gathering, list, field, frame);
		return;
	}
	for (const struct _xmlNode *item = records_first(list); item;
		item = records_next(item)) {
		struct text key = key_find(gathering, item, type, position++);
		size_t index = gathering->count;
		struct frame within = trait_add(gathering, item, field, frame, key);

		map_gather(gathering, item, type, &within);
		gathering->items[index].below =
			(uint32_t)(gathering->count - index - 1);
	}
}

/* In a text in several languages all but the original are translations of it. */
static struct frame
frame_of(const struct gathering *gathering, const struct frame *frame,
	const struct type *map, const struct field *field)
{
	struct frame own = *frame;

	if (map->has_languages && !text_equal(field->name, gathering->plan->language))
		own.sort = SORT_TRANSLATION;
	return own;
}

static void
map_gather(struct gathering *gathering, const struct _xmlNode *node,
	const struct type *map, const struct frame *frame)
{
	for (const struct _xmlNode *child = records_first(node); child;
		child = records_next(child)) {
		size_t index = fields_index(map, records_name(child));
		const struct field *field = &map->fields[index];
		struct frame own;

		if (index == map->count || field->internal)
			continue;
		own = frame_of(gathering, frame, map, field);
		if (field->type->kind == TYPE_MAP)
			group_gather(gathering, child, field, &own);
		else if (field->type->kind == TYPE_VALUE)
			value_add(gathering, child, field, &own, records_value(child));
		else if (frame->above || !gathering->plan->is_root ||
			 !trait_lists_records(field))
			list_gather(gathering, child, field, &own);
	}
}

bool
trait_lists_records(const struct field *field)
{
	const struct type *type = field->type;

	return type->kind == TYPE_LIST && type->count &&
	       type->fields[0].type->identity &&
	       type->fields[0].type->identity->required;
}

struct traits
traits_gather(const struct trait_plan *plan, const struct _xmlNode *record,
	const struct field *field)
{
	struct gathering gathering = { .plan = plan };
	const struct frame frame = { .sort = SORT_OTHER };
	struct traits traits;

	map_gather(&gathering, record, field->type, &frame);
	traits.count = gathering.count;
	traits.items = arena_array(plan->arena, struct trait, traits.count + 1);
	for (size_t i = 0; i < traits.count; i++)
		traits.items[i] = gathering.items[i];
	arena_reset(plan->scratch);
	return traits;
}

void
trait_value(const struct traits *traits, size_t index, struct buffer *out)
{
	const struct trait *trait = &traits->items[index];
	size_t start = out->size;

	buffer_add(out, trait->value);
	for (size_t i = index + 1; i <= index + trait->below; i++) {
		if (traits->items[i].value.size == 0)
			continue;
		buffer_string(out, out->size > start ? ", " : "");
		buffer_add(out, traits->items[i].value);
	}
}

static bool
is_language(const struct traits *traits, const struct trait *trait)
{
	return trait->above &&
	       traits->items[trait->above - 1].field->type->has_languages;
}

void
trait_label(const struct traits *traits, size_t index, struct text language,
	struct buffer *out)
{
	const struct trait *trait = &traits->items[index];
	const struct field *field = trait->field;

	if (trait->above)
		trait_label(traits, trait->above - 1, language, out);
	if (is_language(traits, trait)) {
		if (!text_equal(field->name, language))
			buffer_format(out, " (%.*s)", TEXT_ARG(field->label));
		return;
	}
	if (trait->above)
		buffer_string(out, ", ");
	buffer_add(out, field->label);
	if (trait->key.size)
		buffer_format(out, " (%.*s)", TEXT_ARG(trait->key));
}

void
trait_way(const struct traits *traits, size_t index, struct buffer *out)
{
	const struct trait *trait = &traits->items[index];

	if (trait->above) {
		trait_way(traits, trait->above - 1, out);
		buffer_byte(out, '.');
	}
	buffer_add(out, trait->field->name);
	if (trait->key.size)
		buffer_format(out, "[%.*s]", TEXT_ARG(trait->key));
}
