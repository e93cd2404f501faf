/* recordcall.h - the functions of rules that ask for other records than the one in
 * hand.
 *
 * What they note of the records before are hashes and borrowed elements: memory grows
 * with the records that a rule asks about, and by no more than a few words for each.
 */
#ifndef VALIDATE_RECORDCALL_H
#define VALIDATE_RECORDCALL_H

#include <stddef.h>

struct arena;
struct meetings;
struct query_call;
struct references;

/* What was met so far. */
struct meetings *recordcall_start(struct arena *, const struct references *);

/* Another rule is asked: before() starts anew. */
void recordcall_turn(struct meetings *, size_t rule);

void recordcall_alike(struct query_call *);
void recordcall_before(struct query_call *);
void recordcall_original(struct query_call *);
void recordcall_path_part(struct query_call *);
void recordcall_referrers(struct query_call *);

#endif
