/* command.h - the command line as data: one table of commands and one of flags make
 * the parsing and the help.
 */
#ifndef COMMAND_H
#define COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct arena;

enum command_name {
	COMMAND_BUILD,
	COMMAND_CHECK,
	COMMAND_DIFF,
	COMMAND_SPAN, /* a stage or FIRST..LAST */
	COMMAND_EXPLAIN,
	COMMAND_GUIDE,
	COMMAND_NEW,
	COMMAND_SCHEMA,
	COMMAND_REPRINT,
	COMMAND_HELP,
	COMMAND_VERSION,
	COMMANDS
};

struct command {
	enum command_name name;
	struct text word;   /* as typed: "build", "parse..write" */
	struct text *names; /* what follows: files, folders, codes */
	size_t count;
	struct text output;            /* -o; empty: standard output or a default */
	struct text section;           /* --section */
	struct text root;              /* --root */
	struct text schemas;           /* --schemas */
	struct text fonts;             /* --fonts */
	int64_t memory;                /* --memory, bytes */
	int64_t threads;               /* --threads; 0 where it is not given */
	struct text format;            /* --format; "text" where nothing was said */
	struct text colour;            /* --color; "auto" where nothing was said */
	bool strict;                   /* --strict */
	bool draft;                    /* --draft */
	struct text since;             /* --since */
	bool fix, dry_run;             /* --fix, --dry-run */
	bool exit_code;                /* --exit-code */
	struct text id, country, kind; /* --id, --country, --kind */
	struct text subject, language; /* --for, --language */
};

/* False: *ret_why says in one line what is wrong with the words. */
bool command_parse(struct arena *, int count, char **words, struct command *ret_command,
	struct text *ret_why);

/* The help, which leads with examples. */
void command_help(struct buffer *);

/* A row of the tables, as it is explained: "-o", "FILE", "write here". */
struct command_row {
	const char *word, *takes, *summary;
};

/* Commands and flags in their order, less what is not shown; false beyond the last. */
bool command_act(size_t index, struct command_row *ret_row);
bool command_flag(size_t index, struct command_row *ret_row);

#endif
