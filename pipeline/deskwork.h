/* deskwork.h - plgs schema, new, explain and guide: what the desk gives out.
 */
#ifndef DESKWORK_H
#define DESKWORK_H

#include "run.h"

enum status deskwork_command(struct run *);

#endif
