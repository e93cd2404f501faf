/* withhold.h - what the readers of a report are not meant to see is taken away.
 *
 * It goes before any template is read, so that no path finds it, whatever is asked:
 * fields of the office, records under embargo at the date of the report, records that
 * are for fewer readers than the report has.
 */
#ifndef MODEL_WITHHOLD_H
#define MODEL_WITHHOLD_H

struct fields;
struct records;
struct _xmlNode;

/* Takes it out of the records, of which `report` is one. */
void withhold(
	const struct records *, const struct fields *, const struct _xmlNode *report);

#endif
