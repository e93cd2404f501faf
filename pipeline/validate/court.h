/* court.h - how records are judged of which not all need be in memory.
 *
 * Each file, or each portion of a large one, has a hearing.  In a round of several of
 * them, which clerks may hold side by side:
 *
 *	court_hear    keys and values                          each by itself
 *	court_enter   names and references are made known      in order
 *	court_ready   the rules are made ready                 once for a round
 *	court_ask     the rules                                each by itself
 *	court_note    what rules must know of earlier records  in order
 *
 * Then the portions may be dropped; court_end judges what hangs on records that came
 * later.  What is said does not depend on the number of clerks.
 */
#ifndef VALIDATE_COURT_H
#define VALIDATE_COURT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "validate/rule.h"
#include "validate/unknown.h"

struct _xmlNode;
struct arena;
struct clerk;
struct court;
struct diag;
struct diag_list;
struct job;
struct records;

struct hearing {
	struct arena *arena;   /* of the records */
	struct _xmlNode *file; /* that is judged */
	struct diag_list *diags;
	uint32_t portion;     /* from 0 on, in the order of entering */
	uint32_t first, last; /* the lines that are judged; 0 is all of them */

	/* Of the clerks. */
	struct nodeset *blamed, *lacking;
	struct references *references;
	struct pendings pendings;
	struct unknown unknown;
};

struct court_setup {
	struct job *job;
	struct arena *arena; /* for what lasts to the end */
	bool is_report;      /* every kind of record must be there */

	/* Reads the record on a line of a portion that was dropped once more, in the
	 * arena; clerks ask one at a time.  NULL where nothing is dropped. */
	struct records *(*bring)(
		void *owner, uint32_t portion, uint32_t line, struct arena *);
	void *owner;
	size_t room; /* bytes of reports and registers that stay, as they were typed */
};

/* NULL: the schemas cannot be used, as a diagnostic of the job says. */
struct court *court_open(const struct court_setup *);
void court_close(struct court *);

/* The clerk who is always there, and another one, with an arena that serves no other
 * thread. */
struct clerk *court_desk(const struct court *);
struct clerk *court_clerk(struct court *, struct arena *);

void court_hear(struct clerk *, struct hearing *);
void court_enter(struct court *, struct hearing *);
void court_ready(struct court *, bool is_last);
void court_ask(struct clerk *, struct hearing *);
void court_note(struct court *, struct hearing *);

/* Takes over the arena of a hearing, which may then be dropped; it took so many bytes
 * when it was typed. */
void court_shelve(struct court *, const struct hearing *, size_t bytes);

/* Judges the rest.  All that was said is in the job's diagnostics then, from `from` on,
 * sorted and with the records they are about. */
void court_end(struct court *, size_t from);

/* Gives the diagnostics from..to of the job, which are sorted and were said before a
 * hearing, the records of its file that they are about. */
void court_name(struct court *, const struct hearing *, size_t from, size_t to);

/* True for what is said of a record because of others, or of a rule: by itself it can
 * be read and has the shape that its schema asks for. */
bool court_looks_beyond(const struct diag *);

#endif
