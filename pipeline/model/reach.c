#include "reach.h"

#include <string.h>

#include "base/arena.h"
#include "base/suggest.h"
#include "model/fields.h"
#include "model/names.h"
#include "model/terrain.h"
#include "pathview.h"

enum { NESTED = 64 }; /* brackets inside each other */

/* What an operand leads to, and its text where it is one in quotes. */
struct operand {
	const struct reach *reach;
	struct text literal;
	size_t start;
	bool is_literal;
};

static struct operand expression_read(struct pathview *, const struct reach *context);
static const struct reach *path_read(
	struct pathview *, const struct reach *from, const struct reach *context);

const struct reach *
reach_records(struct arena *arena)
{
	struct reach *reach = terrain_make(arena);

	terrain_add(arena, reach, &terrain_records);
	return reach;
}

const struct reach *
reach_kind(struct arena *arena, const struct fields *fields, struct text kind)
{
	struct terrain terrain = { arena, fields, NULL };

	return terrain_kind(&terrain, kind);
}

/* A word, a section, a kind of record that there is not. */
static void
argument_check(struct pathview *view, const struct reach_function *function,
	const struct operand *argument)
{
	struct text nearest = TEXT("");

	if (!argument->is_literal || !function->knows ||
		function->knows(view->world->owner, argument->literal, &nearest))
		return;
	pathview_complain(view, argument->literal, function->noun, "", nearest);
}

/* The records that a field with the name of one points to. */
static const struct reach *
referred(struct pathview *view, const struct reach *names)
{
	struct text kind = TEXT("");

	if (names->is_any || names->is_value)
		return &terrain_any;
	for (size_t i = 0; i < names->count; i++) {
		const struct field *field = names->spots[i]->field;

		if (!field || field->refers_to.size == 0 ||
			(kind.size && !text_equal(kind, field->refers_to)))
			return &terrain_any;
		kind = field->refers_to;
	}
	return kind.size ? terrain_kind(&view->world->terrain, kind) : &terrain_any;
}

static const struct reach *
record_reach(struct pathview *view, const struct operand *arguments, int count)
{
	const struct reach *found;
	struct suggest suggest = suggest_start(arguments[0].literal);
	const struct reach *all;

	if (count == 1)
		return arguments[0].is_literal ? &terrain_any
					       : referred(view, arguments[0].reach);
	if (!arguments[0].is_literal || !view->world->terrain.fields)
		return &terrain_any;
	found = terrain_kind(&view->world->terrain, arguments[0].literal);
	if (found->is_any || found->count)
		return found;
	all = terrain_below(&view->world->terrain, terrain_top(&view->world->terrain));
	for (size_t i = 0; i < all->count; i++)
		if (all->spots[i]->field && all->spots[i]->field->identifies.size)
			suggest_offer(&suggest, all->spots[i]->field->identifies);
	pathview_complain(
		view, arguments[0].literal, "kind of record", "", suggest.nearest);
	return &terrain_any;
}

static const struct reach *
report_reach(struct reach_world *world)
{
	const struct field *root =
		world->terrain.fields
			? fields_root(world->terrain.fields, TEXT("report"))
			: NULL;
	struct reach *reach = terrain_make(world->terrain.arena);

	if (!root)
		return &terrain_any;
	terrain_add_field(world->terrain.arena, reach, root, &terrain_file);
	return reach;
}

/* After the opening bracket. */
static const struct reach *
call_read(struct pathview *view, struct text name, const struct reach *context)
{
	const struct reach_function *function = pathview_function(view, name);
	struct operand arguments[2] = { { .reach = &terrain_any },
		{ .reach = &terrain_any } };
	int count = 0;

	while (pathview_next(view) && pathview_next(view) != ')') {
		size_t before = view->offset;
		struct operand argument = expression_read(view, context);

		if (count < 2)
			arguments[count] = argument;
		count++;
		if (!pathview_take(view, ",") && pathview_next(view) != ')')
			break;
		if (view->offset == before)
			break;
	}
	pathview_take(view, ")");
	if (!function)
		return &terrain_any;
	if (count < function->least || count > function->most) {
		pathview_complain_count(view, function, name, count);
		return &terrain_any;
	}
	argument_check(view, function, &arguments[0]);
	switch (function->gives) {
	case REACH_VALUE:
		return &terrain_computed;
	case REACH_RECORD:
		return record_reach(view, arguments, count);
	case REACH_REPORT:
		return report_reach(view->world);
	case REACH_SUBJECT:
		return view->from->node ? view->from->node : &terrain_any;
	case REACH_EXTRACT:
		return view->world->extract.size ? terrain_kind(&view->world->terrain,
							   view->world->extract)
						 : &terrain_any;
	}
	return &terrain_any;
}

/* Steps. */

/* One step; `name` is empty for any. */
static const struct reach *
step(struct pathview *view, const struct reach *from, struct text axis,
	struct text name)
{
	struct reach_world *world = view->world;
	struct reach *reach = terrain_make(world->terrain.arena);
	struct reach choices = { 0 };

	if (!world->terrain.fields)
		return &terrain_any;
	for (size_t i = 0; i < from->count && !from->is_any; i++)
		terrain_axis(&world->terrain, reach, from->spots[i], axis, name);
	if (from->is_any || from->is_value || from->count == 0 || reach->is_any) {
		if (name.size && !fields_know(world->terrain.fields, name))
			pathview_complain(view, name, "field", "",
				fields_nearest(world->terrain.fields, name));
		return &terrain_any;
	}
	if (reach->count || name.size == 0)
		return reach;
	for (size_t i = 0; i < from->count; i++)
		terrain_axis(&world->terrain, &choices, from->spots[i], axis, TEXT(""));
	pathview_complain_step(view, from, name, &choices);
	return &terrain_any;
}

static const struct reach *
predicates_read(struct pathview *view, const struct reach *reach)
{
	while (pathview_take(view, "[")) {
		size_t before = view->offset;

		expression_read(view, reach);
		if (!pathview_take(view, "]") || view->offset == before)
			break;
	}
	return reach;
}

/* text(), node() and the like. */
static const struct reach *
type_test(struct pathview *view, const struct reach *from, struct text name)
{
	size_t end = text_find(view->expression, ')', view->offset);

	view->offset = end < view->expression.size ? end + 1 : end;
	return text_is(name, "node") ? step(view, from, TEXT(""), TEXT(""))
				     : &terrain_computed;
}

static const struct reach *
step_read(struct pathview *view, const struct reach *from)
{
	struct text axis = TEXT(""), name;
	const struct reach *reach;

	if (pathview_take(view, ".."))
		return predicates_read(
			view, step(view, from, TEXT("parent"), TEXT("")));
	if (pathview_take(view, "."))
		return predicates_read(view, from);
	if (pathview_take(view, "@")) {
		if (!pathview_take(view, "*"))
			pathview_name(view);
		return &terrain_computed;
	}
	name = pathview_name(view);
	if (pathview_take(view, "::")) {
		axis = name;
		name = pathview_name(view);
	}
	if (name.size == 0 && !pathview_take(view, "*")) {
		view->offset = view->expression.size; /* cannot be read */
		return &terrain_any;
	}
	if (text_is(axis, "attribute"))
		return &terrain_computed;
	reach = name.size && pathview_take(view, "(") ? type_test(view, from, name)
						      : step(view, from, axis, name);
	return predicates_read(view, reach);
}

static bool
begins_step(struct pathview *view)
{
	char byte = pathview_next(view);

	return pathview_begins_name(byte) || (byte && strchr(".@*", byte));
}

/* The steps after what is there already. */
static const struct reach *
path_read(struct pathview *view, const struct reach *from, const struct reach *context)
{
	(void)context;
	while (pathview_next(view) == '/') {
		if (pathview_take(view, "//"))
			from = terrain_below(&view->world->terrain, from);
		else
			pathview_take(view, "/");
		if (begins_step(view))
			from = step_read(view, from);
	}
	return from;
}

/* Operands. */

static struct operand
literal_read(struct pathview *view)
{
	size_t start = view->offset + 1;
	size_t end =
		text_find(view->expression, view->expression.at[view->offset], start);

	view->offset = end < view->expression.size ? end + 1 : end;
	return (struct operand){ .reach = &terrain_computed,
		.literal = text_slice(view->expression, start, end),
		.start = start,
		.is_literal = true };
}

static const struct reach *
variable_read(struct pathview *view)
{
	struct text name = pathview_name(view);
	struct suggest suggest = suggest_start(name);
	const struct reach_variable *variable = view->from->variables;

	for (; variable; variable = variable->next) {
		if (text_equal(variable->name, name))
			return variable->reach ? variable->reach : &terrain_any;
		suggest_offer(&suggest, variable->name);
	}
	pathview_complain(view, name, "$ with the name", "", suggest.nearest);
	if (suggest.nearest.size == 0)
		diag_help(view->world->diags, "such names come from as=\"…\", and from "
					      "the tag that puts a file "
					      "in");
	return &terrain_any;
}

/* A function that is called, or else the first step of a path. */
static const struct reach *
named_read(struct pathview *view, const struct reach *context)
{
	static const char *const tests[] = { "node", "text", "comment",
		"processing-instruction" };
	size_t before = view->offset;
	struct text name = pathview_name(view);
	bool is_call = pathview_take(view, "(");

	for (size_t i = 0; i < sizeof tests / sizeof *tests; i++)
		is_call = is_call && !text_is(name, tests[i]);
	if (is_call)
		return predicates_read(view, call_read(view, name, context));
	view->offset = before;
	return step_read(view, context);
}

static struct operand
operand_read(struct pathview *view, const struct reach *context)
{
	struct operand operand = { .reach = &terrain_computed };
	char byte = pathview_next(view);

	operand.start = view->offset;
	if (byte == '\'' || byte == '"')
		return literal_read(view);
	if ((byte >= '0' && byte <= '9') || pathview_is_next(view, ".0")) {
		pathview_name(view);
		return operand;
	}
	if (pathview_take(view, "(")) {
		operand.reach = expression_read(view, context).reach;
		pathview_take(view, ")");
		predicates_read(view, operand.reach);
	} else if (pathview_take(view, "$")) {
		operand.reach = predicates_read(view, variable_read(view));
	} else if (byte == '/') {
		operand.reach =
			path_read(view, terrain_top(&view->world->terrain), context);
		return operand;
	} else if (pathview_begins_name(byte)) {
		operand.reach = named_read(view, context);
	} else {
		operand.reach = step_read(view, context);
	}
	operand.reach = path_read(view, operand.reach, context);
	return operand;
}

static struct operand
union_read(struct pathview *view, const struct reach *context)
{
	struct operand operand;

	while (pathview_take(view, "-"))
		continue;
	operand = operand_read(view, context);
	while (pathview_take(view, "|")) {
		struct reach *both = terrain_make(view->world->terrain.arena);
		const struct reach *other = operand_read(view, context).reach;

		both->is_any = operand.reach->is_any || other->is_any;
		for (size_t i = 0; i < operand.reach->count; i++)
			terrain_add(view->world->terrain.arena, both,
				operand.reach->spots[i]);
		for (size_t i = 0; i < other->count; i++)
			terrain_add(view->world->terrain.arena, both, other->spots[i]);
		operand = (struct operand){ .reach = both };
	}
	return operand;
}

static struct operand
number_read(struct pathview *view, const struct reach *context)
{
	struct operand operand = union_read(view, context);

	while (pathview_take(view, "+") || pathview_take(view, "-") ||
		pathview_take(view, "*") || pathview_take_word(view, "div") ||
		pathview_take_word(view, "mod")) {
		union_read(view, context);
		operand = (struct operand){ .reach = &terrain_computed };
	}
	return operand;
}

/* True where a field could have the value, as far as can be told. */
static bool
may_be(const struct reach *reach, struct text value, struct suggest *suggest)
{
	bool found = reach->is_any || reach->is_value || reach->count == 0;

	for (size_t i = 0; i < reach->count && !found; i++) {
		const struct field *field = reach->spots[i]->field;

		found = !field || field->type->choice_count == 0;
		for (size_t j = 0; field && j < field->type->choice_count; j++) {
			found = found ||
				text_equal(field->type->choices[j].value, value);
			suggest_offer(suggest, field->type->choices[j].value);
		}
	}
	return found;
}

/* kind = 'event-hold' is true of no record. */
static void
comparison_check(
	struct pathview *view, const struct reach *reach, const struct operand *literal)
{
	struct suggest suggest = suggest_start(literal->literal);

	if (!literal->is_literal || literal->literal.size == 0 ||
		may_be(reach, literal->literal, &suggest))
		return;
	diag_add(view->world->diags, view->world->never,
		pathview_place(view, literal->literal),
		"\"%.*s\" is never the value of \"%.*s\"", TEXT_ARG(literal->literal),
		TEXT_ARG(terrain_name(reach->spots[0])));
	if (suggest.nearest.size)
		diag_help(view->world->diags, "did you mean \"%.*s\"?",
			TEXT_ARG(suggest.nearest));
	else
		diag_help(view->world->diags,
			"its values are those of `plgs explain "
			"%.*s`",
			TEXT_ARG(terrain_name(reach->spots[0])));
}

static struct operand
comparison_read(struct pathview *view, const struct reach *context)
{
	struct operand operand = number_read(view, context);

	for (;;) {
		bool equality = pathview_take(view, "!=") || pathview_take(view, "=");
		struct operand other;

		if (!equality && !pathview_take(view, "<=") &&
			!pathview_take(view, ">=") && !pathview_take(view, "<") &&
			!pathview_take(view, ">"))
			return operand;
		other = number_read(view, context);
		if (equality) {
			comparison_check(view, operand.reach, &other);
			comparison_check(view, other.reach, &operand);
		}
		operand = (struct operand){ .reach = &terrain_computed };
	}
}

/* All of it: comparisons with "and" and "or" between them. */
static struct operand
expression_read(struct pathview *view, const struct reach *context)
{
	struct operand operand = { .reach = &terrain_any };

	if (view->nested++ > NESTED) {
		view->offset = view->expression.size;
		return operand;
	}
	operand = comparison_read(view, context);
	while (pathview_take_word(view, "and") || pathview_take_word(view, "or")) {
		comparison_read(view, context);
		operand = (struct operand){ .reach = &terrain_computed };
	}
	view->nested--;
	return operand;
}

bool
reach_check(struct reach_world *world, struct text expression, struct place at,
	const struct reach_from *from, const struct reach **ret_reach)
{
	struct pathview view = {
		.world = world, .expression = expression, .at = at, .from = from
	};
	size_t before = world->diags->errors;

	*ret_reach =
		expression_read(&view, from->node ? from->node : &terrain_any).reach;
	return world->diags->errors == before;
}
