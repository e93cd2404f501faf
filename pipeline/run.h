/* run.h - what lives from the first word of a command to its exit status.
 */
#ifndef RUN_H
#define RUN_H

#include "base/arena.h"
#include "command.h"
#include "stage.h"

enum status {
	STATUS_FINE,
	STATUS_INPUT,   /* the input is wrong */
	STATUS_COMMAND, /* the command is wrong */
	STATUS_MACHINE, /* the machine failed */
};

struct run {
	struct budget *budget;
	struct arena *arena;
	struct command command;
	struct job job;
	const struct text *checked; /* files that were looked at, sorted */
	size_t checked_count;
};

/* Takes over the command: what may be read, where schemas and fonts lie. */
struct run run_open(struct arena *, struct budget *, const struct command *);

/* Prints what is to be said and gives the exit status. */
enum status run_close(struct run *);

/* The operand, or standard input, as a piece of a form.  False: a diagnostic says why.
 */
bool run_take(struct run *, enum form, struct piece *ret_piece);

/* Names of files and folders as a piece that read takes. */
struct piece run_name(struct run *, const struct text *names, size_t count);

/* Writes a result where it belongs; "-" is standard output. */
bool run_give(struct run *, struct text path, struct text bytes);

/* The report that is meant when none is named: the folder above that holds
 * report.yaml, or the only one below reports/ that is no extract of another. */
bool run_find_report(struct run *, struct text *ret_folder);

#endif
