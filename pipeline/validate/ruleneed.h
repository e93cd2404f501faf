/* ruleneed.h - the fields that a record needs because of its type or its kind.
 *
 * The schema names them, on a type or on a value of an enumeration: p:requires="date
 * body" without which the record says nothing (V590), p:expects="document|policy" which
 * it should have (V501).
 */
#ifndef VALIDATE_RULENEED_H
#define VALIDATE_RULENEED_H

struct _xmlNode;
struct judge;
struct needs;
struct type;

/* One diagnostic for each field that is missing.  A field that the record's
 * not_reported names is settled, and a date is that of the event. */
void ruleneed_check(struct judge *, const struct needs *, const struct _xmlNode *record,
	const struct type *);

#endif
