/* diag.h - places in files people wrote, and what is to be said about them.
 *
 * diag.list is the catalogue: every code with its severity and its page for
 * `plgs explain`.  A diagnostic says one thing in plain words, at the place where
 * it was typed, and how to mend it.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include "base/text.h"

struct arena;

/* A stretch of one line.  Lines and columns count from 1, columns in runes; 0 is
 * unknown.  `end` is the column after the last rune. */
struct place {
	struct text file;
	uint32_t line, column, end;
};

/* "41:3-9", less what is unknown; nothing for an unknown line. */
void place_print(struct buffer *, struct place);

/* The same after the file's name and a colon. */
void place_print_whole(struct buffer *, struct place);

/* Reads either form; a place without a file borrows `file`. */
bool place_parse(struct text, struct text file, struct place *ret_place);

enum severity {
	SEVERITY_WARNING, /* please check */
	SEVERITY_ERROR,   /* the result cannot be used */
	SEVERITY_FAILURE, /* not the input's fault: the machine failed */
};

enum diag_code {
#define DIAG(code, severity, title, meaning, mend) DIAG_##code,
#include "base/diag.list"
#undef DIAG
	DIAG_CODES
};

/* A catalogue entry. */
struct diag_entry {
	const char *code; /* "V201" */
	enum severity severity;
	const char *title;   /* a few words, lower case */
	const char *meaning; /* whole sentences */
	const char *mend;    /* what to do, with an example */
};

const struct diag_entry *diag_entry(enum diag_code);

/* The entry of that name ("V201", either case) or NULL. */
const struct diag_entry *diag_entry_find(struct text name);

/* Another place that belongs to the story. */
struct diag_label {
	struct diag_label *next;
	struct place at;
	struct text says;
};

/* A mend that is mechanical and has no other: `text`, which holds no line end, in
 * place of the words at `at`.  Where `end` is `column` it goes in before them. */
struct diag_fix {
	struct place at;
	struct text text;
};

struct diag {
	enum diag_code code;
	const struct diag_entry *entry; /* of the code, or of the rule it breaks */
	enum severity severity;
	struct place at;
	struct text record; /* "milestone az-2023-nuf-2"; empty where unknown */
	struct text title;  /* of that record; may be empty */
	struct text says;   /* one plain sentence, no full stop, lower case first */
	struct text label;  /* under the caret; may be empty */
	struct text help;   /* how to mend it; may be empty */
	struct text sample; /* in the help: a line to add; may be empty */
	struct diag_label *labels;
	const struct diag_fix *fix; /* or NULL */
};

struct diag_list {
	struct arena *arena;
	struct diag *items;
	size_t count, room;
	size_t errors, warnings; /* failures count as errors */
	size_t failures;
};

struct diag_list *diag_list_make(struct arena *);

/* Adds a diagnostic; all its texts and its place are kept.  The pointer is good
 * until the next diag_add. */
struct diag *diag_add(struct diag_list *, enum diag_code, struct place,
	const char *format, ...) __attribute__((format(printf, 4, 5)));

/* These work on the diagnostic that was added last. */
void diag_label(struct diag_list *, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void diag_help(struct diag_list *, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void diag_other(struct diag_list *, struct place, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* Another place for each diagnostic from `from` on. */
void diag_other_since(struct diag_list *, size_t from, struct place, const char *says);

/* A line that the help proposes to add, as it is to be typed less its indentation. */
void diag_sample(struct diag_list *, struct text);

/* The diagnostic is about a rule that stands in no catalogue but in data.  The entry,
 * which outlives the list, is shown in the place of the code's. */
void diag_rule(struct diag_list *, const struct diag_entry *);

/* Each diagnostic from `from` on gets the entry, and with it the severity, that `sieve`
 * answers for it; NULL takes it away. */
void diag_sift(struct diag_list *, size_t from,
	const struct diag_entry *(*sieve)(void *owner, const struct diag *),
	void *owner);

/* Leave it out wherever there is a doubt: people let it be applied unread. */
void diag_fix(struct diag_list *, struct place, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* Adds copies of the diagnostics of another list. */
void diag_append(struct diag_list *, const struct diag_list *from);

/* Takes back what was added since *list was as `before`, a copy of it. */
void diag_return(struct diag_list *, const struct diag_list *before);

/* Sorts by file, line and column; equal places keep their order.  Call it when
 * a stage has come to its end, so that people read from the top. */
void diag_sort(struct diag_list *, size_t from);

#endif
