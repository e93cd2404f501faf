/* mend.h - plgs check --fix: makes the fixes that diagnostics bring along.
 *
 * What was changed is judged again in memory, and a fix that does not do away with its
 * own fault, or brings another one in, is taken back.  Nothing else in the files
 * changes.
 */
#ifndef MEND_H
#define MEND_H

#include "verdict.h"

/* The check has been judged; afterwards its diagnostics are those of the files as they
 * now are. */
void mend_files(struct verdict *);

#endif
