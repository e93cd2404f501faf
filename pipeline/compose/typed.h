/* typed.h - numbers and dates that an editor typed, held against the records.
 *
 * What no record carries is told with the nearest value that one does.  A remark on the
 * same line, or alone on the line above, excuses it:
 *	{{! plgs: allow C201 -- reason }}
 * Tags, code, addresses, names of places in the text and the options of fences are not
 * looked at; captions and the data of fences are.
 */
#ifndef COMPOSE_TYPED_H
#define COMPOSE_TYPED_H

#include "base/text.h"

struct _xmlNode;
struct arena;
struct carried;
struct diag_list;
struct months;

struct typed_setup {
	struct arena *arena;
	struct diag_list *diags;
	const struct carried *carried;
	const struct months *months;
	const struct _xmlNode *settings; /* the rules of the report, or NULL */
};

/* Looks through a template. */
void typed_check(const struct typed_setup *, struct text file, struct text bytes);

#endif
