/* keyline.h - the lines of a fence that say one thing each: "caption: The forum".
 */
#ifndef PARSE_KEYLINE_H
#define PARSE_KEYLINE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "model/document.h"

struct conversion;
struct fence;

/* The keys that a fence has, and what is said where a line has none of them. */
struct keyline_kind {
	const char *what; /* "a figure" */
	const char *const *names;
	size_t count;                  /* 32 at most */
	enum diag_code unknown, twice; /* a key that is none, one that came before */
	const char *help, *twice_help; /* the latter may be NULL */
};

/* Where the reading of a fence stands. */
struct keyline {
	struct conversion *conversion;
	const struct fence *fence;
	const struct keyline_kind *kind;
	unsigned seen;     /* keys that have come, a bit each */
	struct text whole; /* the line that is read */
	int line;          /* its number in the source */
};

/* At the first line of a fence. */
struct keyline keyline_start(
	struct conversion *, const struct fence *, const struct keyline_kind *);

/* The place of words that are a part of the line. */
struct place keyline_place(const struct keyline *, struct text words);

/* Cuts the line at its first colon; false, and name is the whole line, where there is
 * none. */
bool keyline_cut(const struct keyline *, struct text *ret_name, struct text *ret_words);

/* The index of a key.  False: a diagnostic says that the fence has none of that name,
 * or with `colon` false that the line names none. */
bool keyline_find(
	const struct keyline *, struct text name, bool colon, size_t *ret_key);

/* False: a diagnostic says that the key has come before. */
bool keyline_note(struct keyline *, struct text name, size_t key);

/* The words become the inlines of a node that is a child of the fence's block. */
void keyline_speak(const struct keyline *, struct node *node, struct text words);

/* The words become the inlines of a new node under `parent`, a caption its first, any
 * other its last. */
void keyline_add(
	const struct keyline *, struct node *parent, enum node_kind, struct text words);

#endif
