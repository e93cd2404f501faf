/* ruleneed.h - the fields that a record should have because of its type or its kind.
 *
 * The schema names them: p:requires="date body document|policy" on a type or on a value
 * of an enumeration.
 */
#ifndef VALIDATE_RULENEED_H
#define VALIDATE_RULENEED_H

struct _xmlNode;
struct diag_entry;
struct judge;
struct type;

/* One diagnostic with the entry for each field that is missing; none where the entry
 * is NULL.  A field that the record's not_reported names is settled, and a date is
 * that of the event. */
void ruleneed_check(struct judge *, const struct diag_entry *,
	const struct _xmlNode *record, const struct type *);

#endif
