/* stage.h - the one shape of every room.
 *
 * A stage takes a piece in one form and gives a piece in the next.  It has no
 * state outside `run`.
 */
#ifndef STAGE_H
#define STAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

struct arena;
struct diag_list;
struct document;
struct files;
struct gaps;
struct pages;
struct records;
struct relay;
struct style;

enum form {
	FORM_YAML,     /* the names of files and folders that hold it */
	FORM_RECORDS,  /* XML: milestone records with the places they were typed at */
	FORM_MARKDOWN, /* CommonMark */
	FORM_DOCUMENT, /* XML: what is said */
	FORM_PAGES,    /* XML: how it looks */
	FORM_PDF,
	FORMS
};

struct paths {
	struct text *items;
	size_t count;
};

/* What passes a doorway.  It owns its arena, everything it points to is in that
 * arena, and it points into no other piece. */
struct piece {
	enum form form;
	struct arena *arena;
	struct text name; /* of the file or stream it came from, for messages */
	struct relay
		*relay; /* FORM_PAGES: they come by it, as they are made; or NULL */
	union {
		struct paths paths; /* FORM_YAML */
		struct records *records;
		struct text text; /* FORM_MARKDOWN, FORM_PDF */
		struct document *document;
		struct pages *pages;
	};
};

/* What a run lends to its stages. */
struct job {
	struct diag_list *diags;
	struct arena *scratch; /* reset after each stage */
	struct files *files;
	struct text schemas;       /* the folder of the XSD files */
	struct text fonts;         /* folders of fonts, joined by ':' */
	struct text hyphenation;   /* the folder of the hyphenation patterns */
	const struct style *style; /* for layout: set by the span before it runs */
	struct relay *relay;       /* for layout: who waits for pages; or NULL */
	int64_t epoch;             /* SOURCE_DATE_EPOCH, seconds; -1 where not set */
	bool partial;              /* a stage may give what it has in spite of errors */
	struct text subject;       /* --for: the record that the report is about */
	struct text language;      /* --language: of the edition; empty: the report's */
	struct gaps
		*gaps; /* texts that the edition lacks; NULL: compose tells of them */
	bool draft;    /* partial, and compose prints the faults */
};

struct stage {
	const char *name;
	const char *summary; /* one line of help */
	enum form takes, gives;
	/* True: *ret_out is filled in and its arena is the caller's to close.  Where
	 * the job is partial there may be errors all the same: what was lost is
	 * marked in the piece, which is good for more diagnostics and for a draft,
	 * and for nothing else.
	 * False: a diagnostic of error severity is in job->diags and *ret_out is
	 * untouched.  `arena` is the one that the result lives in. */
	bool (*run)(struct job *, const struct piece *in, struct arena *arena,
		struct piece *ret_out);
};

extern const struct stage read_stage;
extern const struct stage validate_stage;
extern const struct stage compose_stage;
extern const struct stage parse_stage;
extern const struct stage layout_stage;
extern const struct stage write_stage;

#endif
