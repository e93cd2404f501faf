/* weighing.h - what a report makes of a code: report.yaml may give it another severity,
 * or none.
 */
#ifndef MODEL_WEIGHING_H
#define MODEL_WEIGHING_H

#include "base/text.h"

struct _xmlNode;
struct arena;
struct diag_entry;

/* The severity that `settings`, the rules of a report or NULL, give the code; empty
 * where they say nothing of it. */
struct text weighing_of(const struct _xmlNode *settings, const char *code);

/* The entry with that severity, kept in the arena; NULL where it is off. */
const struct diag_entry *weighing_entry(
	struct arena *, const struct _xmlNode *settings, const struct diag_entry *);

#endif
