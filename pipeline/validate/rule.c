#include "rule.h"

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/diag.h"
#include "model/fields.h"
#include "model/query.h"
#include "model/records.h"
#include "validate/judge.h"
#include "validate/nodeset.h"
#include "validate/recordcall.h"
#include "validate/rulebind.h"
#include "validate/ruleneed.h"

static struct place
node_place(const xmlNode *node)
{
	const struct origin *origin = records_origin(node);

	if (origin->shape == SHAPE_SCALAR && origin->value.line)
		return origin->value;
	return origin->key.line ? origin->key : origin->value;
}

/* The value that the rule points at, or else the record. */
static struct place
blame_find(const struct asking *asking, const struct bound *bound, xmlNode *record)
{
	struct query_nodes nodes = { 0 };

	if (bound->blame &&
		query_nodes(
			rulebind_queries(asking->bind), bound->blame, record, &nodes) &&
		nodes.count)
		return node_place(nodes.items[0]);
	return node_place(
		bound->finding.finds ? finding_value(record, bound->within) : record);
}

static struct text
saying_fill(const struct asking *asking, const struct saying *saying, xmlNode *record)
{
	struct buffer buffer = buffer_make(asking->judge->scratch);

	for (; saying; saying = saying->next) {
		struct value value;

		buffer_add(&buffer, saying->words);
		if (saying->value && query_value(rulebind_queries(asking->bind),
					     saying->value, record, &value))
			buffer_add(&buffer, judge_cut(value.text, 200));
	}
	return text_trim(buffer_text(&buffer));
}

static void
rule_complain(const struct asking *asking, const struct bound *bound, xmlNode *record)
{
	struct diag_list *diags = asking->judge->diags;
	struct place at = blame_find(asking, bound, record);
	struct text says = saying_fill(asking, bound->says, record);
	struct text label = saying_fill(asking, bound->label, record);
	struct text help = saying_fill(asking, bound->help, record);

	diag_add(diags, DIAG_V500, at, "%.*s", TEXT_ARG(says));
	diag_rule(diags, bound->entry);
	if (label.size)
		diag_label(diags, "%.*s", TEXT_ARG(label));
	diag_help(diags, "%.*s", TEXT_ARG(help));
}

/* What a glance at a record tells. */
struct glance {
	uint64_t has;         /* its keys, as bits */
	uint64_t kind, state; /* their values, as a bit each */
};

static struct glance
glance_take(const xmlNode *record, const struct type *type, uint64_t has)
{
	struct glance glance = { .has = has };

	if (type->kind != TYPE_MAP)
		return glance;
	glance.kind = rulebind_choice(
		type, "kind", records_value(records_child(record, "kind")));
	glance.state = rulebind_choice(
		type, "status", records_value(records_child(record, "status")));
	return glance;
}

static bool
is_aimed_at(
	const struct aimed *aimed, const xmlNode *record, const struct glance *glance)
{
	return (aimed->with & glance->has) == aimed->with &&
	       (!aimed->any || (aimed->any & glance->has)) &&
	       (!aimed->kinds || (aimed->kinds & glance->kind)) &&
	       (!aimed->states || (aimed->states & glance->state)) &&
	       (aimed->named.size == 0 ||
		       text_is(aimed->named, (const char *)record->name));
}

/* False where the rule holds because what it looks for is not there. */
static bool
is_in_question(const struct bound *bound, xmlNode *record)
{
	const xmlNode *value;

	if (!bound->finding.finds)
		return bound->test != NULL;
	value = finding_value(record, bound->within);
	return value && bound->finding.finds(&bound->finding, value);
}

/* At a first hearing an answer that may yet change is put aside. */
static bool
is_pending(const struct asking *asking, const struct bound *bound, struct spot subject,
	bool sound)
{
	const struct meeting *meeting = recordcall_meeting(asking->meetings);
	struct pendings *to = asking->pendings;

	if (!to || (!meeting->is_put_off && !meeting->is_noted))
		return false;
	to->items = arena_room(
		to->arena, to->items, to->count, &to->room, sizeof *to->items);
	to->items[to->count++] = (struct pending){ .rule = bound->index,
		.subject = subject,
		.is_put_off = meeting->is_put_off,
		.is_unsound = !sound,
		.is_noted = meeting->is_noted,
		.met = meeting->met };
	return true;
}

static void
rule_ask(const struct asking *asking, const struct bound *bound, xmlNode *record)
{
	struct spot subject = { .portion = 0 };
	bool sound = false;

	if (!is_in_question(bound, record))
		return;
	subject = spot_of(asking->portion, record);
	recordcall_turn(
		asking->meetings, bound->index, subject, asking->pendings != NULL);
	if (bound->test && !query_truth(rulebind_queries(asking->bind), bound->test,
				   record, &sound))
		return;
	if (!is_pending(asking, bound, subject, sound) && !sound)
		rule_complain(asking, bound, record);
}

static void
record_ask(const struct asking *asking, xmlNode *record, const struct type *type,
	uint64_t has)
{
	struct bounds bounds = rulebind_for(asking->bind, type);
	struct glance glance;

	if (bounds.count == 0)
		return;
	glance = glance_take(record, type, has);
	for (size_t i = 0; i < bounds.count; i++)
		if (is_aimed_at(&bounds.items[i], record, &glance))
			rule_ask(asking, bounds.items[i].bound, record);
}

static uint64_t
key_bit(const struct field *map, const struct field *within)
{
	size_t index;

	if (!within || map->type->kind != TYPE_MAP)
		return 0;
	index = (size_t)(within - map->type->fields);
	return index < 64 ? (uint64_t)1 << index : 0;
}

/* Asks of an element and all below it; read bounds the depth.  False where something
 * in it was blamed before: nothing is said of a record that is not whole, but a broken
 * record leaves the one around it as it is. */
static bool
node_ask(const struct asking *asking, xmlNode *node, const struct field *field)
{
	struct judge *judge = asking->judge;
	bool whole = records_origin(node)->shape != SHAPE_LOST &&
		     !nodeset_has(judge->blamed, node) &&
		     !nodeset_has(judge->lacking, node);
	uint64_t has = 0;

	if (!whole || !field)
		return false;
	for (xmlNode *child = records_first(node); child; child = records_next(child)) {
		const struct field *within =
			fields_within(field, text_of((const char *)child->name));

		has |= key_bit(field, within);
		whole = (node_ask(asking, child, within) ||
				(within && within->type->identity)) &&
			whole;
	}
	if (!whole)
		return false;
	if (!judge_is_own(judge, node))
		return true;
	record_ask(asking, node, field->type, has);
	if (field->type->kind == TYPE_MAP)
		ruleneed_check(judge, rulebind_needs(asking->bind), node, field->type);
	return true;
}

void
rule_check(const struct asking *asking, const struct _xmlNode *file)
{
	xmlNode *root = records_first(file);

	if (root)
		node_ask(asking, root,
			fields_root(asking->judge->fields,
				text_of((const char *)root->name)));
}

void
rule_check_again(const struct asking *asking, const struct pending *pending,
	struct _xmlNode *record)
{
	rule_ask(asking, rulebind_at(asking->bind, pending->rule), record);
}
