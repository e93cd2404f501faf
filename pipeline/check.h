/* check.h - plgs check: every fault of every file, and nothing made.
 */
#ifndef CHECK_H
#define CHECK_H

#include "run.h"

enum status check_command(struct run *);

#endif
