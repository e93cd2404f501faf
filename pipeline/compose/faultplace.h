/* faultplace.h - where in the records a place of a file is: the element, the record
 * that it belongs to, the country that sent it. */
#ifndef COMPOSE_FAULTPLACE_H
#define COMPOSE_FAULTPLACE_H

#include <stdbool.h>

#include "base/diag.h"

struct _xmlNode;
struct records;

/* The innermost element that begins at or before the place; NULL where the file is none
 * of records. */
const struct _xmlNode *faultplace_element(const struct records *, struct place);

/* Its record: an entry of a list of the file, or all that the file holds. */
const struct _xmlNode *faultplace_record(const struct _xmlNode *element);

/* The country of a submission, or that the record names; or empty. */
struct text faultplace_country(const struct _xmlNode *record);

/* False once the element has been withheld. */
bool faultplace_is_left(const struct _xmlNode *);

#endif
