/* reading.h - a template while it is read into parts: private to template.c, which
 * knows blocks, and to roundtag.c, checktag.c and inserttag.c, which know one tag each.
 */
#ifndef COMPOSE_READING_H
#define COMPOSE_READING_H

#include "model/query.h"
#include "tag.h"
#include "template.h"

enum { READING_DEEPEST = 32 }; /* blocks inside each other */

/* A block that waits for its end. */
struct open {
	struct part *block;      /* as it was opened */
	struct part *branch;     /* the last {{#if}} or {{elif}} of it */
	struct part **tail;      /* where the parts after the block go on */
	struct reach_from outer; /* what stands round it */
	bool has_else;
};

/* One file. */
struct reading {
	struct template_shop *shop;
	struct tags tags;
	struct part **tail;     /* where the next part goes */
	struct reach_from from; /* what paths start from */
	struct open open[READING_DEEPEST];
	size_t depth;
	const struct reading *outer; /* the file into which it is put */
	size_t files;                /* of those */
};

/* A new part where the next one goes. */
struct part *reading_part(struct reading *, enum part_kind, struct place, struct text);

/* Compiles a path that is asked from where the reading is, or of what `from` tells;
 * *ret_reach is what it leads to, NULL where that is not known. */
bool reading_query(struct reading *, const struct tag *, struct text source,
	struct query **ret_query);
bool reading_query_from(struct reading *, const struct tag *, struct text source,
	const struct reach_from *from, struct query **ret_query,
	const struct reach **ret_reach);

/* From now on, $NAME is known to paths that are asked of `from`. */
void reading_name(struct reading *, struct text name, const struct reach *,
	struct reach_from *from);

/* All parts of a file.  False when diagnostics say what is wrong. */
bool reading_file(struct reading *, struct part **ret_parts);

/* {{#each …}} and {{#group …}}: the path and the attributes; from then on paths start
 * at the things that are gone through. */
void roundtag_take(
	struct reading *, const struct tag *, struct part *block, struct text path);

/* {{check …}} */
void checktag_take(struct reading *, const struct tag *);

/* {{> FILE …}} */
void inserttag_take(struct reading *, const struct tag *);

#endif
