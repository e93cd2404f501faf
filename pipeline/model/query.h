/* query.h - XPath over the records: compiled once, asked of one record after another.
 *
 * Beside XPath 1.0 there are record(ID), record(KIND, ID), report(), current(), which
 * is what the whole expression is asked of, and the functions that a room brings along.
 * Everything that goes wrong becomes a diagnostic at the expression, with the codes of
 * that room.
 */
#ifndef MODEL_QUERY_H
#define MODEL_QUERY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "model/reach.h"
#include "model/value.h"

struct arena;
struct fields;
struct _xmlNode;
struct _xmlXPathParserContext;

/* What all queries of a run share. */
struct queries;

/* A function at work.  Its arguments are on the parser's stack, the last on top. */
struct query_call {
	struct queries *queries;
	struct _xmlXPathParserContext *parser;
	int count; /* of its arguments */
	struct arena *arena;
	struct text language;
	void *owner;              /* as in the setup */
	struct _xmlNode *subject; /* that the query is asked of */
};

/* A function of a room; it leaves one value on the stack, or refuses. */
struct query_function {
	struct text name;
	int least, most; /* arguments */
	void (*call)(struct query_call *);
};

/* What is known of the answer of a function, or of its first argument, before it is
 * called: as in model/reach.h. */
struct query_hint {
	struct text name; /* of the function */
	enum reach_gives gives;
	const char *noun;
	bool (*knows)(void *owner, struct text name, struct text *ret_nearest);
};

/* What a $NAME stands for: records, or a text. */
struct query_binding {
	struct _xmlNode **nodes;
	size_t count;
	struct text text;
	bool is_text;
};

/* What queries work with, all of it borrowed. */
struct query_setup {
	const struct fields *fields; /* NULL: names of fields are not looked at */
	/* The record of that id, and of that kind where it is not empty; or NULL. */
	struct _xmlNode *(*find)(void *finder, struct text kind, struct text id);
	void *finder;
	struct _xmlNode *report; /* or NULL */
	struct text language;
	struct text extract; /* the kind of record that it is made for; may be empty */
	const struct query_function *functions; /* the last has no name */
	const struct query_hint *hints;         /* the same; or NULL */
	void *owner; /* what the functions and `bound` work with */
	/* The binding of a $NAME, or NULL; NULL where there are none. */
	const struct query_binding *(*bound)(void *owner, struct text name);
	/* It cannot be read; it names what does not exist; it cannot be answered. */
	enum diag_code unreadable, unknown, unanswered;
	/* For templates: it asks for a value that a field never has; its number is not
	 * exact.  What is asked of a record says so in diagnostics, and all answers
	 * together take so many steps. */
	enum diag_code never, inexact;
	bool is_template;
	size_t most_steps;
};

/* One expression. */
struct query {
	struct text source;
	struct place at;
	struct _xmlXPathCompExpr *compiled;
};

struct query_nodes {
	struct _xmlNode **items; /* in document order */
	size_t count;
};

/* All lies in the arena. */
struct queries *queries_make(
	struct arena *, struct diag_list *, const struct query_setup *);

bool query_compile(struct queries *, struct text source, struct place at,
	struct query **ret_query);

/* The same where it is known what it will be asked of; *ret_reach is what it leads to.
 */
bool query_compile_from(struct queries *, struct text source, struct place at,
	const struct reach_from *, struct query **ret_query,
	const struct reach **ret_reach);

/* What position() and last() give, outside brackets. */
void queries_stand(struct queries *, size_t position, size_t last);

/* Asks with `node` as the context. */
bool query_truth(
	struct queries *, const struct query *, struct _xmlNode *node, bool *ret_truth);
bool query_nodes(struct queries *, const struct query *, struct _xmlNode *node,
	struct query_nodes *ret_nodes);

/* The one value that is asked for, or an empty text.  Several values, or a group of
 * them, are an error. */
bool query_value(struct queries *, const struct query *, struct _xmlNode *node,
	struct value *ret_value);

/* What it gives, to be known by a name. */
bool query_bind(struct queries *, const struct query *, struct _xmlNode *node,
	struct query_binding *ret_binding);

/* For functions: takes the last argument as a text that the arena keeps, and notes
 * where it was typed. */
struct text query_argument(struct query_call *);

/* For functions: what record(KIND, ID) gives, or NULL. */
struct _xmlNode *query_record(
	const struct query_call *, struct text kind, struct text id);

/* For functions: the answer was typed at this node, which may be NULL. */
void query_from(struct query_call *, const struct _xmlNode *);

/* For functions: where the expression was typed. */
struct place query_place(const struct query_call *);

/* For functions: answers with a text. */
void query_answer(struct query_call *, struct buffer *);

/* For functions: ends the answer; `wanted` is what the function takes. */
void query_refuse(struct query_call *, const char *wanted, struct text value);

/* The same, and says where the value was typed. */
void query_refuse_node(
	struct query_call *, const char *wanted, const struct _xmlNode *);

/* Tells of the last diagnostic which record it is about, where that has a name. */
void query_tell_record(struct diag_list *, const struct _xmlNode *);

#endif
