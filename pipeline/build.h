/* build.h - plgs build: the whole line in one process.
 */
#ifndef BUILD_H
#define BUILD_H

#include "run.h"

enum status build_command(struct run *);

#endif
