/* schemaline.h - the first line of every file: "schema: plgs-submission/1".
 *
 * It says what the file is, and so names the root element of its record.
 */
#ifndef READ_SCHEMALINE_H
#define READ_SCHEMALINE_H

#include "base/diag.h"

/* The root element's name, static: submission, register, report or style.  After a
 * complaint it is the one that was meant, or empty where nobody can tell. */
struct text schemaline_read(struct diag_list *, struct place at, struct text value);

/* Complains that the file does not begin with the line; always false. */
bool schemaline_missing(struct diag_list *, struct place at);

#endif
