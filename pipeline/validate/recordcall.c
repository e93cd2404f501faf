#include "recordcall.h"

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "base/arena.h"
#include "model/query.h"
#include "model/records.h"
#include "model/xml.h"
#include "validate/operand.h"
#include "validate/reference.h"
#include "validate/rulecall.h"
#include "validate/ruletext.h"

enum {
	FIRST_ROOM = 1024,
	MOST_BEFORE = 8, /* records that before() gives: the latest ones */
	ALIKE = 85,      /* hundredths: texts above it are nearly the same */
};

/* A record that was met, or a field that refers, under the hash of a key. */
struct met {
	struct met *next; /* in the same slot */
	uint64_t hash;
	xmlNode *node;
	struct text words; /* for alike(), borrowed from the records */
};

struct table {
	struct met **slots;
	size_t room, count; /* room is a power of two, or 0 */
};

struct meetings {
	struct arena *arena;
	const struct references *references;
	struct table before, referrers;
	bool indexed;         /* the referrers */
	size_t rule;          /* that is asked */
	const xmlNode *noted; /* for before(), by this rule */
};

struct meetings *
recordcall_start(struct arena *arena, const struct references *references)
{
	struct meetings *meetings = arena_make(arena, struct meetings);

	meetings->arena = arena;
	meetings->references = references;
	return meetings;
}

void
recordcall_turn(struct meetings *meetings, size_t rule)
{
	meetings->rule = rule;
	meetings->noted = NULL;
}

static void
table_widen(struct arena *arena, struct table *table)
{
	size_t room = table->room ? 2 * table->room : FIRST_ROOM;
	struct met **slots = arena_array(arena, struct met *, room);
	struct met **ends = arena_array(arena, struct met *, room);

	/* Each chain keeps its order, the latest first. */
	for (size_t i = 0; i < table->room; i++)
		for (struct met *met = table->slots[i], *next; met; met = next) {
			size_t slot = met->hash & (room - 1);

			next = met->next;
			met->next = NULL;
			if (ends[slot])
				ends[slot]->next = met;
			else
				slots[slot] = met;
			ends[slot] = met;
		}
	table->slots = slots;
	table->room = room;
}

static struct met *
table_add(struct arena *arena, struct table *table, uint64_t hash, xmlNode *node)
{
	struct met *met = arena_make(arena, struct met), **slot;

	if (table->count++ >= table->room)
		table_widen(arena, table);
	slot = &table->slots[hash & (table->room - 1)];
	*met = (struct met){ .next = *slot, .hash = hash, .node = node };
	*slot = met;
	return met;
}

/* The one that was met last under this hash, or under another one in its slot. */
static const struct met *
table_slot(const struct table *table, uint64_t hash)
{
	return table->room ? table->slots[hash & (table->room - 1)] : NULL;
}

static void
node_add(struct arena *arena, xmlNodeSet *nodes, xmlNode *node)
{
	if (xmlXPathNodeSetAdd(nodes, node) < 0)
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

static xmlNodeSet *
table_find(struct arena *arena, const struct table *table, uint64_t hash,
	const xmlNode *less, int most)
{
	xmlNodeSet *nodes = nodes_open(arena);
	const struct met *met = table_slot(table, hash);

	for (; met && nodes->nodeNr < most; met = met->next)
		if (met->hash == hash && met->node != less)
			node_add(arena, nodes, met->node);
	return nodes;
}

/* The key that is on top, for the rule that is asked alone; 64 bits are as good as the
 * key itself. */
static uint64_t
key_take(struct query_call *call, const struct meetings *meetings)
{
	void *held;
	uint64_t hash = text_hash(operand_take(call, &held));

	operand_drop(held);
	return hash ^ (uint64_t)(meetings->rule + 1) * 0x9e3779b97f4a7c15u;
}

static struct meetings *
meetings_of(const struct query_call *call)
{
	const struct rulecall *calls = call->owner;

	return calls->meetings;
}

/* Each rule notes the record that it is asked of once. */
static void
subject_note(const struct query_call *call, uint64_t hash, struct text words)
{
	struct meetings *meetings = meetings_of(call);

	if (meetings->noted == call->subject)
		return;
	table_add(meetings->arena, &meetings->before, hash, call->subject)->words =
		words;
	meetings->noted = call->subject;
}

void
recordcall_alike(struct query_call *call)
{
	const struct meetings *meetings = meetings_of(call);
	struct text words = operand_take_lasting(call);
	uint64_t hash = key_take(call, meetings);
	const struct met *met = table_slot(&meetings->before, hash);
	xmlNodeSet *nodes = nodes_open(meetings->arena);

	for (size_t seen = 0; met && seen < MOST_BEFORE; met = met->next) {
		if (met->hash != hash || met->node == call->subject)
			continue;
		seen++;
		if (ruletext_similarity(met->words, words) > ALIKE)
			node_add(meetings->arena, nodes, met->node);
	}
	subject_note(call, hash, words);
	valuePush(call->parser, xmlXPathWrapNodeSet(nodes));
}

void
recordcall_before(struct query_call *call)
{
	const struct meetings *meetings = meetings_of(call);
	uint64_t hash = key_take(call, meetings);
	xmlNodeSet *nodes = table_find(
		meetings->arena, &meetings->before, hash, call->subject, MOST_BEFORE);

	subject_note(call, hash, TEXT(""));
	valuePush(call->parser, xmlXPathWrapNodeSet(nodes));
}

static uint64_t
reference_hash(struct text kind, struct text id)
{
	return text_hash(kind) * 31 ^ text_hash(id);
}

static void
referrers_index(struct meetings *meetings)
{
	struct text kind;
	struct _xmlNode *node;

	if (meetings->indexed)
		return;
	meetings->indexed = true;
	for (size_t i = 0; (node = reference_at(meetings->references, i, &kind)); i++)
		table_add(meetings->arena, &meetings->referrers,
			reference_hash(kind, records_value(node)), node);
}

void
recordcall_referrers(struct query_call *call)
{
	struct meetings *meetings = meetings_of(call);
	void *held_id, *held_kind;
	struct text id = operand_take(call, &held_id);
	struct text kind = operand_take(call, &held_kind);
	uint64_t hash = reference_hash(kind, id);

	operand_drop(held_id);
	operand_drop(held_kind);
	referrers_index(meetings);
	valuePush(call->parser, xmlXPathWrapNodeSet(table_find(meetings->arena,
					&meetings->referrers, hash, NULL, INT32_MAX)));
}

/* Of the record that the element is in, or else of its file. */
void
recordcall_original(struct query_call *call)
{
	const xmlNode *node = call->subject, *root = node;
	struct text language = TEXT("");

	for (; node && node->type == XML_ELEMENT_NODE && !xml_is(node, "file");
		node = node->parent) {
		if (language.size == 0)
			language =
				records_value(records_child(node, "language_original"));
		root = node;
	}
	if (language.size == 0)
		language = records_value(records_child(root, "language"));
	operand_give_text(call, language.size ? language : TEXT("en"));
}

/* "azerbaijan.yaml" is part 1 of the way to it, without its ending. */
void
recordcall_path_part(struct query_call *call)
{
	double number = xmlXPathPopNumber(call->parser);
	struct text path = records_path(call->subject), part = TEXT("");
	size_t end = path.size;

	for (double i = 0; i < number; i++) {
		size_t start = end;

		part = TEXT("");
		if (end == 0)
			break;
		while (start && path.at[start - 1] != '/')
			start--;
		part = text_slice(path, start, end);
		end = start ? start - 1 : 0;
	}
	if (number == 1 && text_ends(part, TEXT(".yaml")))
		part.size -= 5;
	operand_give_text(call, part);
}
