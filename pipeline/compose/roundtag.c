#include "base/arena.h"
#include "reading.h"
#include "round.h"

static void
option_complain(struct reading *reading, const struct tag *tag,
	const struct option *option, const char *wanted)
{
	struct text nearest = round_nearest(option->name);
	struct text word = text_slice(tag->inner, 0, text_find(tag->inner, ' ', 0));

	if (wanted) {
		diag_add(reading->shop->diags, DIAG_C104,
			tag_inner_place(&reading->tags, tag, option->value),
			"%.*s=\"%.*s\" is not understood", TEXT_ARG(option->name),
			TEXT_ARG(option->value));
		diag_help(reading->shop->diags, "%s", wanted);
		return;
	}
	diag_add(reading->shop->diags, DIAG_C104,
		tag_inner_place(&reading->tags, tag, option->name),
		"{{%.*s}} has no \"%.*s\"", TEXT_ARG(word), TEXT_ARG(option->name));
	if (nearest.size)
		diag_help(reading->shop->diags, "did you mean %.*s=\"…\"?",
			TEXT_ARG(nearest));
	else
		diag_help(reading->shop->diags,
			"it has sort=\"…\", order=\"descending\", limit=\"…\", "
			"list=\"and\", separator=\"…\", last=\"…\", as=\"…\" and "
			"shares=\"…\"");
}

static void
key_add(struct reading *reading, struct round *round, struct query *query)
{
	struct sort_key **tail = &round->keys;

	while (*tail)
		tail = &(*tail)->next;
	*tail = arena_make(reading->shop->arena, struct sort_key);
	(*tail)->query = query;
}

/* `items` is what is gone through; its paths are asked of each. */
static void
option_take(struct reading *reading, const struct tag *tag, struct part *block,
	const struct option *option, const struct reach_from *items)
{
	struct round *round = block->round;
	struct query *query = NULL;
	const struct reach *reach;
	const char *wanted;

	if (text_is(option->name, "sort")) {
		if (reading_query_from(
			    reading, tag, option->value, items, &query, &reach))
			key_add(reading, round, query);
	} else if (text_is(option->name, "by") && block->kind == PART_GROUP) {
		reading_query_from(
			reading, tag, option->value, items, &round->by, &reach);
	} else if (text_is(option->name, "shares")) {
		reading_query_from(
			reading, tag, option->value, items, &round->shares, &reach);
	} else if (!round_option(round, option, &wanted)) {
		option_complain(reading, tag, option, wanted);
	}
}

/* The attributes and the path of a round; from then on paths start at its things. */
void
roundtag_take(struct reading *reading, const struct tag *tag, struct part *block,
	struct text path)
{
	struct option options[MOST_OPTIONS];
	size_t count = options_cut(&path, options), before;
	struct reach_from items = reading->from;

	block->round = arena_make(reading->shop->arena, struct round);
	block->round->limit = SIZE_MAX;
	before = reading->shop->diags->errors;
	reading_query_from(
		reading, tag, path, &reading->from, &block->query, &items.node);
	for (size_t i = 0; i < count; i++)
		option_take(reading, tag, block, &options[i], &items);
	if (block->kind == PART_GROUP && !block->round->by &&
		reading->shop->diags->errors == before) {
		diag_add(reading->shop->diags, DIAG_C104, tag->at,
			"{{#group}} does not say by what");
		diag_help(reading->shop->diags, "write a field, like by=\"nup_phase\"");
	}
	if (block->round->name.size)
		reading_name(reading, block->round->name, items.node, &items);
	reading->from = items;
}
