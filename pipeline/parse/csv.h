/* csv.h - tables from lines of values with commas, semicolons or tabs between them
 * (RFC 4180): what spreadsheets give out.
 */
#ifndef PARSE_CSV_H
#define PARSE_CSV_H

#include "base/diag.h"

struct conversion;
struct fence;

/* Adds a table to what is open; the first line holds its heads. */
void csv_add(struct conversion *, const struct fence *, struct place);

#endif
