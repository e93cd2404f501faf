/* form.h - the forms that pass the doorways: their names, and how a piece is read
 * from bytes and printed as bytes.
 */
#ifndef FORM_H
#define FORM_H

#include "stage.h"

struct form_act {
	const char *name; /* "records" */
	const char *what; /* for messages: "records XML" */
	/* Reads bytes into a piece whose arena and name are set. */
	bool (*parse)(struct diag_list *, struct text bytes, struct piece *);
	void (*print)(const struct piece *, struct buffer *);
};

/* The acts of a form; its parse or print is NULL where there is no text form:
 * YAML is read by the stage itself, a PDF is never read. */
const struct form_act *form_act(enum form);

/* The form of that name, or FORMS. */
enum form form_find(struct text name);

#endif
