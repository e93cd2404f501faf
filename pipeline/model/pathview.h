/* pathview.h - an XPath expression on the way through: its tokens, and what is said of
 * them.  Private to reach.c.
 */
#ifndef MODEL_PATHVIEW_H
#define MODEL_PATHVIEW_H

#include "model/reach.h"

struct pathview {
	struct reach_world *world;
	struct text expression;
	struct place at;
	const struct reach_from *from;
	size_t offset, nested;
};

/* The next byte that is no blank, or 0; whether a token comes next; takes it if so. */
char pathview_next(struct pathview *);
bool pathview_is_next(struct pathview *, const char *token);
bool pathview_take(struct pathview *, const char *token);

/* An operator that is a word, and no longer name. */
bool pathview_take_word(struct pathview *, const char *word);

/* The name that comes next, or empty. */
struct text pathview_name(struct pathview *);
bool pathview_begins_name(char byte);

/* The place of a piece of the expression. */
struct place pathview_place(const struct pathview *, struct text piece);

/* The function of that name, ours or of XPath; NULL, and told, where there is none. */
const struct reach_function *pathview_function(struct pathview *, struct text name);

/* Complaints: of a name that there is not; of a step that leads from `from` to none of
 * `choices`; of the number of arguments. */
void pathview_complain(struct pathview *, struct text name, const char *what,
	const char *where, struct text nearest);
void pathview_complain_step(struct pathview *, const struct reach *from,
	struct text name, const struct reach *choices);
void pathview_complain_count(
	struct pathview *, const struct reach_function *, struct text name, int count);

#endif
