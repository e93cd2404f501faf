/* template.h - Markdown with holes, read into a tree.
 *
 *	{{XPATH}}                     a value, escaped
 *	{{url XPATH}}                 an address for a link
 *	{{#each XPATH …}} … {{else}} … {{/each}}
 *	{{#group XPATH by="XPATH" …}} … {{else}} … {{/group}}
 *	{{#if XPATH}} … {{elif XPATH}} … {{else}} … {{/if}}
 *	{{> FILE.md NAME=XPATH …}}    another file, in which $NAME stands for that
 *	{{check XPATH}}, {{check XPATH = XPATH}}
 *	{{! a remark }}
 * Rounds have the attributes of round.h.  What prints nothing itself vanishes
 *with its line where it stands alone (tag.h).  Paths are looked up in the schemas from
 *where they stand (model/reach.h), so that all faults are told before there is any
 *record.
 */
#ifndef COMPOSE_TEMPLATE_H
#define COMPOSE_TEMPLATE_H

#include <stdbool.h>

#include "base/diag.h"

struct arena;
struct files;
struct looked;
struct queries;
struct query;
struct reach;
struct round;

enum part_kind {
	PART_TEXT,
	PART_VALUE,
	PART_URL,
	PART_EACH,
	PART_GROUP,
	PART_IF,
	PART_INSERT,
	PART_CHECK,
};

enum relation {
	RELATION_TRUE, /* of one expression */
	RELATION_EQUAL,
	RELATION_UNEQUAL,
	RELATION_LESS,
	RELATION_MORE,
	RELATION_AT_MOST,
	RELATION_AT_LEAST,
};

/* A $NAME of a file that is put in. */
struct argument {
	struct text name;
	struct query *query;
	struct argument *next;
};

struct part {
	enum part_kind kind;
	struct part *next;
	struct place at;            /* of the text or of the tag */
	struct text text;           /* the Markdown or the tag */
	struct query *query;        /* NULL for PART_TEXT and PART_INSERT */
	struct part *body;          /* of blocks, and of PART_INSERT */
	struct part *otherwise;     /* after {{else}} */
	struct round *round;        /* of PART_EACH and PART_GROUP */
	struct argument *arguments; /* of PART_INSERT */
	struct query *other;        /* of PART_CHECK: the right side, or NULL */
	enum relation relation;
};

/* What templates are read with. */
struct template_shop {
	struct arena *arena;
	struct diag_list *diags;
	struct queries *queries;
	struct files *files;      /* NULL: no file can be put in */
	const struct reach *from; /* what they are about, or NULL */
	size_t inserted;          /* files put in so far; 0 to begin with */
	/* Told once of each file that is put in; or NULL. */
	void (*look)(void *owner, struct text path, struct text bytes);
	void *owner;
	struct looked *looked; /* at what; NULL to begin with */
};

/* The parts of a template, which are borrowed from `bytes`.  False when diagnostics
 * say what is wrong: every fault of the file, and of those put into it, in one go. */
bool template_parse(struct template_shop *, struct text file, struct text bytes,
	struct part **ret_parts);

#endif
