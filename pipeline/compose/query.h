/* query.h - the XPath of templates: compiled once, asked of one record after another.
 *
 * Beside XPath 1.0 there are record(ID), record(KIND, ID), report(), words(NUMBER) and
 * date(DATE).  Everything that goes wrong becomes a diagnostic at the expression.
 */
#ifndef COMPOSE_QUERY_H
#define COMPOSE_QUERY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "value.h"

struct arena;
struct records;
struct registry;
struct fields;
struct _xmlNode;

/* What all queries of a run share. */
struct queries;

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

/* All lies in the arena; what is handed in is borrowed. */
struct queries *queries_make(struct arena *, struct diag_list *, const struct fields *,
	const struct registry *, const struct records *, struct text language);

bool query_compile(struct queries *, struct text source, struct place at,
	struct query **ret_query);

/* Asks with `node` as the context. */
bool query_truth(
	struct queries *, const struct query *, struct _xmlNode *node, bool *ret_truth);
bool query_nodes(struct queries *, const struct query *, struct _xmlNode *node,
	struct query_nodes *ret_nodes);

/* The one value that is asked for, or an empty text.  Several values, or a group of
 * them, are an error. */
bool query_value(struct queries *, const struct query *, struct _xmlNode *node,
	struct value *ret_value);

#endif
