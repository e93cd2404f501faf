/* speech.h - the functions of templates, which put values into words.
 *
 *	words(N) figures(N) ordinal(N) plural(N, …) date(D) capital(T)  wordcall.c
 *	sum(NODES) difference(A, B) product(A, B) share(A, B) percent(N)  exactcall.c
 *	quantity(COUNT) money(MONEY) label(CODE) order(CODE)          labelcall.c
 *	word(KEY) code(TYPE, KEY) section(ID)                         speech.c
 *	group() key() subject() language()                            speech.c
 */
#ifndef COMPOSE_SPEECH_H
#define COMPOSE_SPEECH_H

#include "model/query.h"

struct arena;
struct codelist;
struct faults;
struct diag_list;
struct fields;
struct files;
struct formats;
struct gaps;
struct wordlist;

/* What is at hand inside a round or a file that is put in. */
struct scope {
	const struct scope *outer;
	bool is_file;     /* names from outside are not known in it */
	struct text name; /* $NAME, or empty */
	struct query_binding binding;
	const struct query_nodes *members; /* of the group, or NULL */
	struct text key;                   /* of the group */
	struct text share;                 /* of a hundred, or empty */
};

/* The list of codes of a type. */
struct code_names {
	struct text name;
	const struct codelist *list; /* NULL where it cannot be read */
	struct code_names *next;
};

/* A word that was missed, and told of. */
struct missed {
	struct text key;
	struct missed *next;
};

/* The owner of the functions. */
struct speaker {
	struct arena *arena;
	struct diag_list *diags;
	struct files *files; /* NULL: no words and codes are read */
	struct text schemas, language;
	const struct fields *fields;            /* or NULL */
	const struct _xmlNode *report;          /* or NULL */
	struct _xmlNode *subject;               /* that it is made for, or NULL */
	const struct wordlist *words, *english; /* NULL where there are none */
	const struct scope *scope;              /* the innermost, or NULL */
	struct gaps *gaps;                      /* or NULL */
	struct formats *formats;                /* once it was asked for */
	struct code_names *codes;
	struct missed *missed;
	struct faults *faults; /* of a draft; else NULL */
};

struct formats *speaker_formats(const struct query_call *);

/* Opens the lists of words.  False: a diagnostic says why. */
bool speaker_open(struct speaker *);

/* The $NAME, or NULL. */
const struct query_binding *speaker_bound(void *speaker, struct text name);

/* A word, or a code of a type, in the language of the edition, else in English, of
 * which C115 tells once.  Empty where nobody knows it. */
struct text speaker_word(struct query_call *, struct text type, struct text key);

extern const struct query_function speech_functions[];
extern const struct query_hint speech_hints[];

/* Of the other files. */
void wordcall_words(struct query_call *);
void wordcall_figures(struct query_call *);
void wordcall_ordinal(struct query_call *);
void wordcall_plural(struct query_call *);
void wordcall_date(struct query_call *);
void wordcall_capital(struct query_call *);
void exactcall_sum(struct query_call *);
void exactcall_difference(struct query_call *);
void exactcall_product(struct query_call *);
void exactcall_share(struct query_call *);
void exactcall_percent(struct query_call *);
void exactcall_adds_up(struct query_call *);
void labelcall_quantity(struct query_call *);
void labelcall_money(struct query_call *);
void labelcall_label(struct query_call *);
void labelcall_order(struct query_call *);

#endif
