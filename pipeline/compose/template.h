/* template.h - Markdown with holes, read into a tree.
 *
 *	{{XPATH}}                    a value, escaped
 *	{{url XPATH}}                an address for a link
 *	{{#each XPATH sort="XPATH" separator=", " last=" and "}} … {{/each}}
 *	{{#if XPATH}} … {{else}} … {{/if}}
 *	{{! a remark }}
 * A line on which one of the last three stands alone, behind spaces and the marks of
 * quotes at most, vanishes whole.
 */
#ifndef COMPOSE_TEMPLATE_H
#define COMPOSE_TEMPLATE_H

#include <stdbool.h>

#include "base/diag.h"

struct arena;
struct queries;
struct query;

enum part_kind {
	PART_TEXT,
	PART_VALUE,
	PART_URL,
	PART_EACH,
	PART_IF,
};

struct part {
	enum part_kind kind;
	struct part *next;
	struct place at;        /* of the text or of the tag */
	struct text text;       /* the Markdown or the tag */
	struct query *query;    /* NULL for PART_TEXT */
	struct part *body;      /* of PART_EACH and PART_IF */
	struct part *otherwise; /* after {{else}} */
	struct query *sort;     /* of PART_EACH; may be NULL */
	struct text separator, last;
	bool has_else, has_last;
};

/* The parts of a template, which are borrowed from `bytes`.  False when diagnostics
 * say what is wrong: every fault of the file in one go. */
bool template_parse(struct arena *, struct diag_list *, struct queries *,
	struct text file, struct text bytes, struct part **ret_parts);

#endif
