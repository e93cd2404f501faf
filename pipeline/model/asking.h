/* asking.h - the inside of what queries share: private to query.c and querycall.c. */
#ifndef MODEL_ASKING_H
#define MODEL_ASKING_H

#include "model/names.h"
#include "model/query.h"

struct _xmlNodeSet;
struct _xmlXPathContext;

enum { ASKING_CALLED = 256 };

/* A function that was called, by its name in an expression. */
struct called {
	const unsigned char *name;
	const struct query_function *function;
};

struct queries {
	struct arena *arena;
	struct diag_list *diags;
	struct query_setup setup;
	struct names names;
	struct _xmlXPathContext *context;
	const struct query *asked;     /* what is being compiled or answered */
	struct _xmlNode *subject;      /* what it is asked of */
	bool complained;               /* about it */
	const struct _xmlNode *source; /* what a function made its text from, or NULL */
	struct reach_world world;
	size_t position, last; /* of position() and last() */
	size_t steps;          /* of all answers */
	struct called called[ASKING_CALLED];
};

/* Where a byte of the expression was typed. */
struct place asking_place(const struct query *, size_t offset);

/* In templates, tells of which record the last complaint is. */
void asking_tell_subject(struct queries *);

/* An empty set; and a string of libxml2's as a text of the arena. */
struct _xmlNodeSet *asking_nodes(struct queries *);
struct text asking_keep(struct queries *, unsigned char *string);

/* record(), report() and current(). */
extern const struct query_function asking_functions[];
extern const struct query_hint asking_hints[];

#endif
