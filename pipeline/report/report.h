/* report.h - diagnostics for people.
 *
 * Each shows its sentence, the line it speaks of with a caret under the words, and
 * how to mend it.
 */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "base/text.h"

struct diag_list;
struct files;

/* All diagnostics as text for a terminal or a log.  Lines of
 * files that this process has not read are read now, where they can be. */
void report_text(
	const struct diag_list *, struct files *, struct buffer *out, bool colour);

/* "3 errors, 1 warning in 2 files" and a line end; nothing where all is well. */
void report_summary(const struct diag_list *, struct buffer *out);

#endif
