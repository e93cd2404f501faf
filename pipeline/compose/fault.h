/* fault.h - what a draft shows of the faults: where a value would have printed a mark
 * with the code, below it a box that says what is wrong, and at the end a list of all
 * of them by country.
 *
 * A fault of a record is shown where a template prints a value of that record, once; in
 * the place of that very value stands a mark each time.  Of what is kept from the
 * readers of the report no more is told than the code and the place.
 */
#ifndef COMPOSE_FAULT_H
#define COMPOSE_FAULT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct arena;
struct diag_list;
struct faultlist_setup;
struct faults;
struct prose;
struct records;
struct value;

/* The faults that were told so far, which are those of the records; to be made before
 * anything is withheld from these.  All are borrowed. */
struct faults *faults_make(
	struct arena *, const struct diag_list *, const struct records *);

/* Whenever the prose comes to a gap between blocks, boxes are put there that wait. */
void faults_attend(struct faults *, struct prose *);

/* A value has been printed: its record may have faults. */
void faults_meet(struct faults *, const struct value *, struct prose *);

/* What was said since last time is a fault of what stands here; `mark`: a value was to
 * stand here. */
void faults_note(struct faults *, struct prose *, bool mark);

/* Diagnostics from..to, of a template that cannot be used. */
void faults_show(struct faults *, size_t from, size_t to);

/* All of them, as a chapter. */
void faults_list(struct faults *, const struct faultlist_setup *, struct prose *);

#endif
