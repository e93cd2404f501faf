/* reference.h - names of records and the references to them, in all files.
 *
 * Both are noted while the files are looked at; when all are known every name must
 * stand once per kind, and every reference must lead to a name.
 */
#ifndef VALIDATE_REFERENCE_H
#define VALIDATE_REFERENCE_H

#include <stddef.h>

#include "base/text.h"

struct _xmlNode;
struct arena;
struct judge;
struct references;

struct references *reference_start(struct arena *);

/* The element's value names a record of this kind.  Complains where another bears
 * the name; the element is borrowed. */
void reference_name(struct judge *, struct text kind, const struct _xmlNode *);

/* The element's value is the name of a record of this kind. */
void reference_use(struct judge *, struct text kind, struct _xmlNode *);

/* The elements that refer to a record, with its kind, by their number from 0 on; NULL
 * beyond the last. */
struct _xmlNode *reference_at(
	const struct references *, size_t index, struct text *ret_kind);

/* Some names could not be read: what leads nowhere may lead to one of them. */
void reference_lose(struct judge *);

/* Complains of every reference that leads nowhere and was not blamed before.  A
 * report needs every kind of record; plain files may come without their registers. */
void reference_check(struct judge *, bool is_report);

#endif
