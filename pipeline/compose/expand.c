#include "expand.h"

#include <libxml/tree.h>

#include "base/arena.h"
#include "conjunction.h"
#include "escape.h"
#include "exact.h"
#include "fault.h"
#include "model/query.h"
#include "model/records.h"
#include "order.h"
#include "prose.h"
#include "round.h"
#include "saying.h"
#include "speech.h"
#include "template.h"

enum { MOST_COMPLAINTS = 50 }; /* one tag may fail for a thousand records */

/* A file that is being put in. */
struct insertion {
	struct place at;
	const struct insertion *outer;
};

struct expansion {
	struct arena *arena;
	struct diag_list *diags;
	struct queries *queries;
	struct speaker *speaker;
	struct prose *prose;
	struct UCollator *collator;
	struct conjunction by_and, by_or;  /* once they were asked for */
	const struct insertion *insertion; /* the innermost, or NULL */
	size_t position, last;             /* of the innermost round */
	size_t errors;                     /* before it began */
};

static bool parts_expand(struct expansion *, const struct part *, xmlNode *node);

/* Complaints. */

static bool
is_full(const struct expansion *expansion)
{
	return !expansion->speaker->faults &&
	       expansion->diags->errors - expansion->errors >= MOST_COMPLAINTS;
}

/* Tells of what was said since by which tags the file was put in. */
static void
insertions_tell(struct expansion *expansion, size_t before)
{
	const struct insertion *insertion = expansion->insertion;

	for (; insertion; insertion = insertion->outer)
		diag_other_since(
			expansion->diags, before, insertion->at, "it is put in here");
}

static void
missing_complain(
	struct expansion *expansion, const struct part *part, const xmlNode *node)
{
	diag_add(expansion->diags, DIAG_C107, part->at, "{{%.*s}} has no value here",
		TEXT_ARG(part->text));
	query_tell_record(expansion->diags, node);
	diag_help(expansion->diags,
		"give it a value in the record, or put {{#if …}} and {{/if}} round it");
}

/* Values. */

static bool
url_add(struct expansion *expansion, const struct part *part, xmlNode *node,
	const struct value *value, struct buffer *buffer)
{
	if (escape_url(buffer, value->text))
		return true;
	diag_add(expansion->diags, DIAG_C108, value->from,
		"\"%.*s\" is no address that a link may lead to",
		TEXT_ARG(value->text));
	diag_other(expansion->diags, part->at, "it is needed here");
	query_tell_record(expansion->diags, node);
	diag_help(expansion->diags, "write https:// and the rest of the address");
	return false;
}

static bool
value_expand(struct expansion *expansion, const struct part *part, xmlNode *node)
{
	struct buffer address = buffer_make(expansion->arena);
	struct value value;

	if (!query_value(expansion->queries, part->query, node, &value))
		return false;
	if (text_trim(value.text).size == 0) {
		missing_complain(expansion, part, node);
		return false;
	}
	if (value.from.line == 0)
		value.from = part->at;
	if (part->kind == PART_VALUE) {
		saying_add(expansion->speaker, expansion->prose, &value, part->at);
		if (expansion->speaker->faults)
			faults_meet(
				expansion->speaker->faults, &value, expansion->prose);
		return true;
	}
	if (!url_add(expansion, part, node, &value, &address))
		return false;
	prose_fix(expansion->prose, buffer_text(&address), value.from);
	return true;
}

/* Checks. */

/* -1, 0 or 1; 2 where the two cannot be compared so. */
static int
sides_compare(struct text one, struct text other, enum relation relation)
{
	exact number, other_number;

	if (exact_parse(one, &number) && exact_parse(other, &other_number))
		return number < other_number ? -1 : number > other_number;
	if (relation == RELATION_EQUAL || relation == RELATION_UNEQUAL)
		return text_equal(one, other) ? 0 : 1;
	return 2;
}

static bool
relation_holds(enum relation relation, int order)
{
	switch (relation) {
	case RELATION_TRUE:
		return false;
	case RELATION_EQUAL:
		return order == 0;
	case RELATION_UNEQUAL:
		return order != 0;
	case RELATION_LESS:
		return order == -1;
	case RELATION_MORE:
		return order == 1;
	case RELATION_AT_MOST:
		return order == -1 || order == 0;
	case RELATION_AT_LEAST:
		return order == 1 || order == 0;
	}
	return false;
}

static bool
check_expand(struct expansion *expansion, const struct part *part, xmlNode *node)
{
	struct value one = { .from.line = 0 }, other = { .from.line = 0 };
	bool holds;

	if (part->other) {
		if (!query_value(expansion->queries, part->query, node, &one) ||
			!query_value(expansion->queries, part->other, node, &other))
			return false;
		holds = relation_holds(part->relation,
			sides_compare(one.text, other.text, part->relation));
	} else if (!query_truth(expansion->queries, part->query, node, &holds)) {
		return false;
	}
	if (holds)
		return true;
	if (!part->other)
		diag_add(expansion->diags, DIAG_C114, part->at,
			"this check does not hold");
	else if (text_equal(part->other->source, other.text))
		diag_add(expansion->diags, DIAG_C114, part->at,
			"%.*s is %.*s, not %.*s", TEXT_ARG(part->query->source),
			TEXT_ARG(one.text), TEXT_ARG(other.text));
	else
		diag_add(expansion->diags, DIAG_C114, part->at,
			"%.*s is %.*s, but %.*s is %.*s", TEXT_ARG(part->query->source),
			TEXT_ARG(one.text), TEXT_ARG(part->other->source),
			TEXT_ARG(other.text));
	query_tell_record(expansion->diags, node);
	if (one.from.line)
		diag_other(expansion->diags, one.from, "the one was typed here");
	if (other.from.line)
		diag_other(expansion->diags, other.from, "the other was typed here");
	return false;
}

/* Rounds. */

/* What names, group() and key() stand for in a turn. */
static void
turn_enter(void *owner, struct turn *turn)
{
	struct scope *scope = owner;

	scope->binding.nodes = &turn->node;
	scope->binding.count = 1;
	scope->members = turn->is_group ? &turn->members : NULL;
	scope->key = turn->key;
}

/* The share of a hundred of each turn, as texts. */
static bool
shares_find(struct expansion *expansion, const struct part *part, struct turns turns,
	struct scope *scope, struct text *shares)
{
	exact *parts = arena_array(expansion->arena, exact, turns.count);
	exact *found = arena_array(expansion->arena, exact, turns.count);
	const struct round *round = part->round;

	for (size_t i = 0; i < turns.count; i++) {
		struct value value;

		turn_enter(scope, &turns.items[i]);
		queries_stand(expansion->queries, i + 1, turns.count);
		if (!query_value(expansion->queries, round->shares, turns.items[i].node,
			    &value))
			return false;
		if (exact_parse(value.text, &parts[i]))
			continue;
		diag_add(expansion->diags, DIAG_C109, round->shares->at,
			"shares are made of numbers, not of \"%.*s\"",
			TEXT_ARG(value.text));
		query_tell_record(expansion->diags, turns.items[i].node);
		return false;
	}
	if (turns.count && !exact_apportion(expansion->arena, parts, turns.count,
				   round->places, found)) {
		diag_add(expansion->diags, DIAG_C109, round->shares->at,
			"there is nothing of which these could be shares");
		return false;
	}
	for (size_t i = 0; i < turns.count; i++) {
		struct buffer buffer = buffer_make(expansion->arena);

		exact_print(&buffer, found[i], 0);
		shares[i] = buffer_text(&buffer);
	}
	return true;
}

/* How the last turn would begin: thrown away, with all that is said of it. */
static struct text
last_peek(struct expansion *expansion, const struct part *part, xmlNode *node)
{
	struct diag_list before = *expansion->diags;
	struct prose *prose = expansion->prose;
	struct prose trial = prose_make(expansion->arena);
	struct faults *faults = expansion->speaker->faults;
	struct text text;

	expansion->prose = &trial;
	expansion->speaker->faults = NULL;
	parts_expand(expansion, part->body, node);
	expansion->speaker->faults = faults;
	expansion->prose = prose;
	diag_return(expansion->diags, &before);
	text = text_trim(buffer_text(&trial.buffer));
	return text;
}

/* How the language joins the turns of a list.  Where it looks at how the last of them
 * begins, that is tried first. */
static struct conjunction
conjunction_find(struct expansion *expansion, const struct part *part,
	const struct turn *turn, bool is_last)
{
	bool is_or = part->round->listing == LISTING_OR;
	struct conjunction *usual = is_or ? &expansion->by_or : &expansion->by_and;
	struct text language = expansion->speaker->language;

	if (is_last && conjunction_wants_last(language))
		return conjunction_make(expansion->arena, language, is_or,
			last_peek(expansion, part, turn->node));
	if (usual->pair.size == 0)
		*usual = conjunction_make(expansion->arena, language, is_or, TEXT(""));
	return *usual;
}

/* What stands before the turn at `index`. */
static struct text
separator_before(const struct round *round, const struct conjunction *conjunction,
	size_t index, size_t count)
{
	if (index == 0)
		return TEXT("");
	if (round->listing != LISTING_NONE)
		return conjunction_before(conjunction, index, count);
	return round->has_last && index == count - 1 ? round->last : round->separator;
}

/* One turn after the other, each with its names and numbers. */
static bool
turns_expand(struct expansion *expansion, const struct part *part, struct turns turns,
	struct scope *scope, const struct text *shares)
{
	const struct round *round = part->round;
	struct conjunction conjunction = { 0 };
	size_t count = turns.count < round->limit ? turns.count : round->limit;
	bool done = true;

	for (size_t i = 0; i < count; i++) {
		struct turn *turn = &turns.items[i];

		scope->binding =
			(struct query_binding){ .nodes = &turn->node, .count = 1 };
		scope->members = round->by ? &turn->members : NULL;
		scope->key = turn->key;
		scope->share = shares ? shares[i] : TEXT("");
		expansion->position = i + 1;
		expansion->last = count;
		if (round->listing != LISTING_NONE && i > 0)
			conjunction =
				conjunction_find(expansion, part, turn, i == count - 1);
		prose_run(expansion->prose,
			separator_before(round, &conjunction, i, count), part->at);
		done = parts_expand(expansion, part->body, turn->node) && done;
		if (is_full(expansion))
			return false;
	}
	return done;
}

static bool
round_expand(struct expansion *expansion, const struct part *part, xmlNode *node)
{
	const struct round *round = part->round;
	struct speaker *speaker = expansion->speaker;
	struct scope scope = { .outer = speaker->scope, .name = round->name };
	size_t position = expansion->position, last = expansion->last;
	const struct order order = { expansion->arena, expansion->queries,
		expansion->collator, turn_enter, &scope };
	struct query_nodes nodes;
	struct text *shares = NULL;
	struct turns turns;
	bool done;

	if (!query_nodes(expansion->queries, part->query, node, &nodes) ||
		!order_turns(&order, round, nodes, &turns))
		return false;
	if (turns.count == 0)
		return parts_expand(expansion, part->otherwise, node);
	speaker->scope = &scope;
	if (round->shares)
		shares = arena_array(expansion->arena, struct text, turns.count);
	done = order_sort(&order, round, turns) &&
	       (!shares || shares_find(expansion, part, turns, &scope, shares)) &&
	       turns_expand(expansion, part, turns, &scope, shares);
	speaker->scope = scope.outer;
	expansion->position = position;
	expansion->last = last;
	return done;
}

/* Other blocks. */

static bool
if_expand(struct expansion *expansion, const struct part *part, xmlNode *node)
{
	bool truth;

	if (!query_truth(expansion->queries, part->query, node, &truth))
		return false;
	return parts_expand(expansion, truth ? part->body : part->otherwise, node);
}

/* All names are found before the first is known: they are given from outside. */
static bool
arguments_bind(struct expansion *expansion, const struct part *part, xmlNode *node,
	struct scope *file, struct scope **ret_scope)
{
	struct scope *scope = file;

	for (const struct argument *argument = part->arguments; argument;
		argument = argument->next) {
		struct scope *inner = arena_make(expansion->arena, struct scope);

		inner->outer = scope;
		inner->name = argument->name;
		if (!query_bind(
			    expansion->queries, argument->query, node, &inner->binding))
			return false;
		scope = inner;
	}
	*ret_scope = scope;
	return true;
}

static bool
insert_expand(struct expansion *expansion, const struct part *part, xmlNode *node)
{
	struct speaker *speaker = expansion->speaker;
	const struct scope *outer = speaker->scope;
	struct scope file = { .outer = outer, .is_file = true };
	struct insertion insertion = { part->at, expansion->insertion };
	struct scope *scope;
	bool done;

	if (!arguments_bind(expansion, part, node, &file, &scope))
		return false;
	speaker->scope = scope;
	expansion->insertion = &insertion;
	done = parts_expand(expansion, part->body, node);
	expansion->insertion = insertion.outer;
	speaker->scope = outer;
	return done;
}

static bool
part_expand(struct expansion *expansion, const struct part *part, xmlNode *node)
{
	switch (part->kind) {
	case PART_TEXT:
		prose_run(expansion->prose, part->text, part->at);
		return true;
	case PART_VALUE:
	case PART_URL:
		return value_expand(expansion, part, node);
	case PART_EACH:
	case PART_GROUP:
		return round_expand(expansion, part, node);
	case PART_IF:
		return if_expand(expansion, part, node);
	case PART_INSERT:
		return insert_expand(expansion, part, node);
	case PART_CHECK:
		return check_expand(expansion, part, node);
	}
	return false;
}

/* A block tells of its own path only: what stands in it has told already. */
static bool
told_expand(struct expansion *expansion, const struct part *part, xmlNode *node)
{
	size_t before = expansion->diags->count;
	bool done;

	queries_stand(expansion->queries, expansion->position, expansion->last);
	done = part_expand(expansion, part, node);
	if (expansion->diags->count > before && !part->body && !part->otherwise)
		insertions_tell(expansion, before);
	if (expansion->speaker->faults && !done)
		faults_note(expansion->speaker->faults, expansion->prose,
			part->kind == PART_VALUE || part->kind == PART_URL);
	return done;
}

static bool
parts_expand(struct expansion *expansion, const struct part *part, xmlNode *node)
{
	bool done = true;

	for (; part; part = part->next)
		done = told_expand(expansion, part, node) && done;
	return done;
}

bool
expand_parts(struct speaker *speaker, struct queries *queries, const struct part *parts,
	struct _xmlNode *node, struct prose *prose)
{
	struct expansion expansion = { .arena = speaker->arena,
		.diags = speaker->diags,
		.queries = queries,
		.speaker = speaker,
		.prose = prose,
		.collator = order_collator(speaker->arena, speaker->language),
		.position = 1,
		.last = 1,
		.errors = speaker->diags->errors };

	return parts_expand(&expansion, parts, node);
}
