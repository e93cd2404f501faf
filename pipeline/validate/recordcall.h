/* recordcall.h - the functions of rules that ask for other records than the one in
 * hand.
 *
 * At a first hearing, which may go on beside others, nobody knows the records that come
 * later, nor in which order rules are asked: then what before() and alike() would be
 * told is noted, and they answer that there is none; and a rule that misses a record,
 * or asks who refers to one, is put off.
 */
#ifndef VALIDATE_RECORDCALL_H
#define VALIDATE_RECORDCALL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"
#include "validate/earlier.h"

struct arena;
struct meetings;
struct query_call;
struct roll;
struct shelf;

/* Texts of a similarity above it, in hundredths, are nearly the same. */
enum { RECORDCALL_ALIKE = 85 };

struct meetings_setup {
	const struct roll *roll;
	struct shelf *shelf;
	const struct earlier *earlier;
	const bool *is_complete; /* the roll */
};

/* What a rule met while it was asked. */
struct meeting {
	bool is_put_off; /* its answer is not known yet */
	bool is_noted;   /* before() or alike() was called with this: */
	struct met met;
};

struct meetings *recordcall_start(struct arena *, const struct meetings_setup *);

/* Another rule is asked, or of another record: before() starts anew. */
void recordcall_turn(struct meetings *, size_t rule, struct spot, bool is_first);

/* What the rule that is asked has met so far. */
const struct meeting *recordcall_meeting(const struct meetings *);

/* The record of that kind and name: what record() answers with. */
struct _xmlNode *recordcall_find(void *meetings, struct text kind, struct text id);

void recordcall_alike(struct query_call *);
void recordcall_before(struct query_call *);
void recordcall_referrers(struct query_call *);
void recordcall_unread(struct query_call *);

#endif
