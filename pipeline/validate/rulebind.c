#include "rulebind.h"

#include <libxml/tree.h>

#include "base/arena.h"
#include "model/fields.h"
#include "model/query.h"
#include "model/rulebook.h"
#include "validate/judge.h"
#include "validate/recordcall.h"
#include "validate/rulecall.h"
#include "validate/weight.h"

enum { SLOTS = 1024 }; /* types of the schema, with room to spare */

struct slot {
	const struct type *type; /* NULL in a free slot */
	struct bounds bounds;
};

struct rulebind {
	struct judge *judge;
	const struct rulebook *book;
	struct diag_list *diags; /* for what is wrong with the rules */
	struct queries *queries;
	struct bound *items;
	struct needs needs;
	struct slot slots[SLOTS];
};

static struct place
place_within(const struct rulebook_text *text, size_t offset)
{
	struct place at = text->at;
	size_t size;

	for (size_t i = 0; i < offset; i += size) {
		uint32_t rune;

		size = text_rune(text->text, i, &rune);
		at.column = rune == '\n' ? 1 : at.column + 1;
		at.line += rune == '\n';
	}
	return at;
}

static bool
query_make(struct rulebind *bind, const struct rulebook_text *text, size_t from,
	size_t to, struct query **ret_query)
{
	while (from < to && text_trim(text_slice(text->text, from, from + 1)).size == 0)
		from++;
	return query_compile(bind->queries, text_trim(text_slice(text->text, from, to)),
		place_within(text, from), ret_query);
}

/* "{from_country} takes part" as its words and values. */
static bool
saying_make(struct rulebind *bind, const struct rulebook_text *text,
	struct saying **ret_saying)
{
	struct saying **end = ret_saying;
	bool done = true;

	*ret_saying = NULL;
	for (size_t i = 0; i < text->text.size;) {
		size_t open = text_find(text->text, '{', i);
		size_t close = text_find(text->text, '}', open);
		struct saying *part = arena_make(bind->judge->arena, struct saying);

		part->words = text_slice(text->text, i, open);
		if (close < text->text.size)
			done = query_make(bind, text, open + 1, close, &part->value) &&
			       done;
		*end = part;
		end = &part->next;
		i = close < text->text.size ? close + 1 : text->text.size;
	}
	return done;
}

static bool
finding_make(
	struct rulebind *bind, const struct rule *rule, struct finding *ret_finding)
{
	if (rule->finds.size == 0 || finding_read(bind->book, rule->finds, ret_finding))
		return true;
	diag_add(bind->diags, DIAG_V103, rule->at,
		"%s looks for \"%.*s\", which cannot be looked for", rule->entry.code,
		TEXT_ARG(rule->finds));
	return false;
}

static bool
rule_bind(struct rulebind *bind, size_t index)
{
	const struct rule *rule = &bind->book->rules[index];
	struct bound *bound = &bind->items[index];
	bool done;

	bound->index = index;
	bound->entry = weight_rule(bind->judge->weights, rule);
	bound->off = !bound->entry;
	bound->within = rule->within;
	done = finding_make(bind, rule, &bound->finding);
	if (rule->test.text.size)
		done = query_make(bind, &rule->test, 0, rule->test.text.size,
			       &bound->test) &&
		       done;
	if (rule->blame.text.size)
		done = query_make(bind, &rule->blame, 0, rule->blame.text.size,
			       &bound->blame) &&
		       done;
	done = saying_make(bind, &rule->says, &bound->says) && done;
	done = saying_make(bind, &rule->label, &bound->label) && done;
	return saying_make(bind, &rule->help, &bound->help) && done;
}

bool
rulebind_make(struct judge *judge, const struct rulebind_setup *setup,
	struct rulebind **ret_rulebind)
{
	struct rulebind *bind = arena_make(judge->arena, struct rulebind);
	bool done = true;

	bind->judge = judge;
	bind->book = setup->book;
	bind->diags = setup->diags;
	bind->queries = queries_make(judge->arena, setup->diags,
		&(struct query_setup){ .fields = judge->fields,
			.find = recordcall_find,
			.finder = setup->meetings,
			.report = setup->report,
			.language = TEXT("en"),
			.functions = rulecall_functions,
			.owner = rulecall_make(judge, bind->book, setup->meetings),
			.unreadable = DIAG_V103,
			.unknown = DIAG_V103,
			.unanswered = DIAG_V103 });
	bind->items = arena_array(judge->arena, struct bound, bind->book->count);
	bind->needs.required = weight_entry(judge->weights, diag_entry(DIAG_V590));
	bind->needs.expected = weight_entry(judge->weights, diag_entry(DIAG_V501));
	for (size_t i = 0; i < bind->book->count; i++)
		done = rule_bind(bind, i) && done;
	*ret_rulebind = bind;
	return done;
}

struct queries *
rulebind_queries(const struct rulebind *bind)
{
	return bind->queries;
}

const struct bound *
rulebind_at(const struct rulebind *bind, size_t index)
{
	return &bind->items[index];
}

const struct needs *
rulebind_needs(const struct rulebind *bind)
{
	return &bind->needs;
}

static bool
is_for(const struct rule *rule, const struct type *type)
{
	struct text kinds = rule->kinds, kind;

	while (text_cut(&kinds, ' ', &kind))
		if (kind.size && text_equal(kind, type->name))
			return true;
	return false;
}

/* A key that the type does not have leaves the rule to its own test. */
static uint64_t
keys_mask(const struct type *type, struct text keys)
{
	uint64_t mask = 0;
	struct text key;

	while (text_cut(&keys, ' ', &key)) {
		size_t index = fields_index(type, key);

		if (key.size && index < type->count && index < 64)
			mask |= (uint64_t)1 << index;
	}
	return mask;
}

uint64_t
rulebind_choice(const struct type *map, const char *name, struct text value)
{
	size_t index = fields_index(map, text_of(name));
	const struct type *type = index < map->count ? map->fields[index].type : NULL;

	for (size_t i = 0; type && i < type->choice_count && i < 64; i++)
		if (text_equal(type->choices[i].value, value))
			return (uint64_t)1 << i;
	return 0;
}

static uint64_t
choices_mask(const struct type *map, const char *name, struct text values)
{
	uint64_t mask = 0;
	struct text value;

	while (text_cut(&values, ' ', &value))
		mask |= rulebind_choice(map, name, value);
	return mask;
}

/* False where the type has none of the keys or values that the rule is aimed at. */
static bool
aim_take(const struct rule *rule, const struct type *type, struct aimed *ret_aimed)
{
	struct aimed aimed = { .with = keys_mask(type, rule->with),
		.any = keys_mask(type, rule->any),
		.kinds = choices_mask(type, "kind", rule->of),
		.states = choices_mask(type, "status", rule->state),
		.named = rule->named };

	if ((rule->any.size && !aimed.any) || (rule->of.size && !aimed.kinds) ||
		(rule->state.size && !aimed.states))
		return false;
	*ret_aimed = aimed;
	return true;
}

static struct bounds
bounds_make(const struct rulebind *bind, const struct type *type)
{
	struct bounds bounds = { 0 };
	size_t room = 0;

	if (type->name.size == 0)
		return bounds;
	for (size_t i = 0; i < bind->book->count; i++) {
		const struct rule *rule = &bind->book->rules[i];
		struct aimed aimed;

		if (bind->items[i].off || !is_for(rule, type) ||
			!aim_take(rule, type, &aimed))
			continue;
		aimed.bound = &bind->items[i];
		bounds.items = arena_room(bind->judge->arena, bounds.items,
			bounds.count, &room, sizeof *bounds.items);
		bounds.items[bounds.count++] = aimed;
	}
	return bounds;
}

struct bounds
rulebind_for(struct rulebind *bind, const struct type *type)
{
	size_t slot = ((uintptr_t)type >> 4) % SLOTS;

	for (size_t i = 0; i < SLOTS; i++, slot = (slot + 1) % SLOTS) {
		if (bind->slots[slot].type == type)
			return bind->slots[slot].bounds;
		if (bind->slots[slot].type)
			continue;
		bind->slots[slot].type = type;
		return bind->slots[slot].bounds = bounds_make(bind, type);
	}
	return bounds_make(bind, type);
}
