/* diff.h - plgs diff: what has changed from one set of records to another.
 */
#ifndef DIFF_H
#define DIFF_H

#include "run.h"

enum status diff_command(struct run *);

#endif
