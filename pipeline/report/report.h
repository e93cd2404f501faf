/* report.h - diagnostics for people and machines.
 *
 * One table holds the forms in which they can be had.  Nothing is written from here:
 * a form fills a buffer.
 */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "base/text.h"

struct arena;
struct diag_list;
struct files;
struct voice;

struct report {
	const struct diag_list *diags; /* sorted, so that a file's stand together */
	struct files *files; /* lines not read yet are read now, where possible */
	const struct text *checked; /* the files that were looked at, sorted */
	size_t checked_count;
	struct text schemas; /* their folder; letters name countries by its lists */
	struct text version; /* of plgs */
	bool colour;         /* on a terminal that can show it */
	bool strict;         /* warnings fail the run too */

	/* For a step's summary on GitHub, in Markdown; NULL where there is none. */
	struct buffer *summary;
};

struct report_form {
	const char *name;
	bool is_result; /* it is for a program or a reader elsewhere, not the screen */
	void (*print)(const struct report *, struct buffer *out);

	/* How letters are set down, which this form then is; or NULL. */
	const struct voice *voice;
};

/* What one sender gets, as a file. */
struct report_letter {
	struct text name; /* "AZ.md" */
	struct text bytes;
};

/* The form of that name or NULL. */
const struct report_form *report_form_find(struct text name);

/* A letter for each sender of the files that were checked, of those in which all is
 * well too; what belongs to no country is one more, "no-country.md".  The form is one
 * of letters. */
struct report_letter *report_letters(const struct report *, const struct report_form *,
	struct arena *, size_t *ret_count);

/* "3 errors, 1 warning in 2 files" and a line end; nothing where all is well. */
void report_summary(const struct diag_list *, struct buffer *out);

/* Text on one line, safe for a terminal, cut where it is long. */
void report_plain(struct buffer *out, struct text);

#endif
