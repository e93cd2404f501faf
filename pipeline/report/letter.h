/* letter.h - the letter that goes back to whoever sent some files: what has to be
 * mended before they can be published, and what to check.
 *
 * It is read without the manual, so no code stands in it, and a fault's reason is told
 * where it comes up first.
 */
#ifndef REPORT_LETTER_H
#define REPORT_LETTER_H

#include "report/excerpt.h"
#include "report/sender.h"

struct voice;

/* A file with what is said of it, by line. */
struct leaf {
	struct text path;
	struct sender sender;
	const struct diag *items;
	size_t count;
};

/* The letter of one sender; its files stand in a row.  The source shows their lines. */
void letter_print(const struct voice *, struct source *, const struct leaf *leaves,
	size_t count, struct buffer *out);

/* "Corrections for Azerbaijan" */
struct text letter_title(struct arena *, const struct sender *);

#endif
