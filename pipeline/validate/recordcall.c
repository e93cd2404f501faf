#include "recordcall.h"

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "base/arena.h"
#include "model/query.h"
#include "model/records.h"
#include "validate/operand.h"
#include "validate/roll.h"
#include "validate/rulecall.h"
#include "validate/ruletext.h"
#include "validate/shelf.h"

struct meetings {
	struct arena *arena;
	struct meetings_setup setup;
	size_t rule;         /* that is asked */
	struct spot subject; /* of the record it is asked of */
	bool is_first;       /* it is a first hearing */
	struct meeting meeting;
};

struct meetings *
recordcall_start(struct arena *arena, const struct meetings_setup *setup)
{
	struct meetings *meetings = arena_make(arena, struct meetings);

	meetings->arena = arena;
	meetings->setup = *setup;
	return meetings;
}

void
recordcall_turn(
	struct meetings *meetings, size_t rule, struct spot subject, bool is_first)
{
	meetings->is_first = is_first;
	meetings->rule = rule;
	meetings->subject = subject;
	meetings->meeting.is_put_off = meetings->meeting.is_noted = false;
}

const struct meeting *
recordcall_meeting(const struct meetings *meetings)
{
	return &meetings->meeting;
}

struct _xmlNode *
recordcall_find(void *owner, struct text kind, struct text id)
{
	struct meetings *meetings = owner;
	struct spot spot;
	const xmlNode *name;

	if (roll_find(meetings->setup.roll, kind, id, &spot)) {
		name = shelf_find(meetings->setup.shelf, &spot);
		return name ? name->parent : NULL;
	}
	meetings->meeting.is_put_off |= id.size && !*meetings->setup.is_complete;
	return NULL;
}

static void
node_add(struct arena *arena, xmlNodeSet *nodes, xmlNode *node)
{
	if (node && xmlXPathNodeSetAdd(nodes, node) < 0)
		arena_exhaust(arena);
}

static xmlNodeSet *
nodes_open(struct arena *arena)
{
	xmlNodeSet *nodes = xmlXPathNodeSetCreate(NULL);

	if (!nodes)
		arena_exhaust(arena);
	return nodes;
}

/* The keys that are on top, `count` of them, for the rule that is asked alone. */
static uint64_t
keys_take(struct query_call *call, const struct meetings *meetings, int count)
{
	uint64_t hash = (uint64_t)(meetings->rule + 1) * 0x9e3779b97f4a7c15u;

	while (count-- > 0)
		hash = (hash ^ operand_take_hash(call)) * 0x9e3779b97f4a7c15u;
	return hash ^ hash >> 32;
}

static struct meetings *
meetings_of(const struct query_call *call)
{
	const struct rulecall *calls = call->owner;

	return calls->meetings;
}

/* Each rule notes the record that it is asked of once. */
static void
subject_note(struct meetings *meetings, uint64_t hash, xmlNode *words)
{
	struct meeting *meeting = &meetings->meeting;

	if (meeting->is_noted)
		return;
	meeting->is_noted = true;
	meeting->met = (struct met){ .hash = hash, .spot = meetings->subject };
	if (!words)
		return;
	meeting->met.likeness = ruletext_likeness(records_value(words));
	meeting->met.words = spot_of(meetings->subject.portion, words);
}

/* At a put-off question records are known that came later. */
static bool
is_before(const struct meetings *meetings, const struct met *met)
{
	const struct spot *a = &met->spot, *b = &meetings->subject;

	if (a->portion != b->portion)
		return a->portion < b->portion;
	return a->line != b->line ? a->line < b->line : a->column < b->column;
}

/* The one that was met last under the hash; NULL at a first hearing. */
static const struct met *
met_last(const struct meetings *meetings, uint64_t hash)
{
	return meetings->is_first ? NULL : earlier_find(meetings->setup.earlier, hash);
}

static bool
is_alike(const struct meetings *meetings, const struct met *met,
	const struct likeness *likeness, struct text words)
{
	const xmlNode *other;

	if (!likeness_reaches(&met->likeness, likeness, RECORDCALL_ALIKE))
		return false;
	other = shelf_find(meetings->setup.shelf, &met->words);
	return ruletext_similarity(records_value(other), words) > RECORDCALL_ALIKE;
}

void
recordcall_alike(struct query_call *call)
{
	struct meetings *meetings = meetings_of(call);
	uint64_t hash = keys_take(call, meetings, call->count - 1);
	xmlNode *words = operand_take_node(call);
	xmlNodeSet *nodes = nodes_open(meetings->arena);
	struct likeness likeness = ruletext_likeness(records_value(words));
	const struct met *met = words ? met_last(meetings, hash) : NULL;

	for (; met; met = earlier_next(met))
		if (is_before(meetings, met) &&
			is_alike(meetings, met, &likeness, records_value(words)))
			node_add(meetings->arena, nodes,
				shelf_find(meetings->setup.shelf, &met->spot));
	if (words)
		subject_note(meetings, hash, words);
	valuePush(call->parser, xmlXPathWrapNodeSet(nodes));
}

void
recordcall_before(struct query_call *call)
{
	struct meetings *meetings = meetings_of(call);
	uint64_t hash = keys_take(call, meetings, 1);
	xmlNodeSet *nodes = nodes_open(meetings->arena);
	const struct met *met = met_last(meetings, hash);

	for (; met; met = earlier_next(met))
		if (is_before(meetings, met))
			node_add(meetings->arena, nodes,
				shelf_find(meetings->setup.shelf, &met->spot));
	subject_note(meetings, hash, NULL);
	valuePush(call->parser, xmlXPathWrapNodeSet(nodes));
}

void
recordcall_referrers(struct query_call *call)
{
	struct meetings *meetings = meetings_of(call);
	void *held_id, *held_kind;
	struct text id = operand_take(call, &held_id);
	struct text kind = operand_take(call, &held_kind);
	xmlNodeSet *nodes = nodes_open(meetings->arena);
	const struct spot *spot = NULL;

	if (!*meetings->setup.is_complete)
		meetings->meeting.is_put_off = true;
	else
		while ((spot = roll_referrers(meetings->setup.roll, kind, id, spot)))
			node_add(meetings->arena, nodes,
				shelf_find(meetings->setup.shelf, spot));
	operand_drop(held_id);
	operand_drop(held_kind);
	valuePush(call->parser, xmlXPathWrapNodeSet(nodes));
}

void
recordcall_unread(struct query_call *call)
{
	struct meetings *meetings = meetings_of(call);

	meetings->meeting.is_put_off |= !*meetings->setup.is_complete;
	valuePush(
		call->parser, xmlXPathNewBoolean(roll_is_hidden(meetings->setup.roll)));
}
