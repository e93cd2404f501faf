/* rule.h - what must be true across fields, records and files.
 */
#ifndef VALIDATE_RULE_H
#define VALIDATE_RULE_H

#include <stdbool.h>
#include <stddef.h>

#include "validate/earlier.h"

struct _xmlNode;
struct arena;
struct judge;
struct meetings;
struct rulebind;

/* A rule whose answer for a record hangs on others, or which others hang on. */
struct pending {
	size_t rule;
	struct spot subject;
	bool is_put_off; /* until all records are known */
	bool is_unsound; /* broken, as far as was known */
	bool is_noted;   /* the record is to be met later with this: */
	struct met met;
};

struct pendings {
	struct arena *arena;
	struct pending *items;
	size_t count, room;
};

/* Who asks. */
struct asking {
	struct judge *judge;
	struct rulebind *bind;
	struct meetings *meetings;
	struct pendings *pendings; /* where it is a first hearing */
	uint32_t portion;
};

/* Asks every rule of every record in a file that it is for, and every record for the
 * fields that it needs.  Records that were blamed before are left alone. */
void rule_check(const struct asking *, const struct _xmlNode *file);

/* Asks a rule that was pending once more. */
void rule_check_again(const struct asking *, const struct pending *, struct _xmlNode *);

#endif
