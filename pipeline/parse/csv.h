/* csv.h - tables from lines of values with commas, semicolons or tabs between them
 * (RFC 4180): what spreadsheets give out.
 */
#ifndef PARSE_CSV_H
#define PARSE_CSV_H

#include "base/diag.h"

struct conversion;
struct fence;
struct node;

/* The lines of a fence as a table; the first one holds its heads.  NULL where they hold
 * nothing. */
struct node *csv_read(struct conversion *, const struct fence *, struct place);

/* Adds that table to what is open. */
void csv_add(struct conversion *, const struct fence *, struct place);

#endif
