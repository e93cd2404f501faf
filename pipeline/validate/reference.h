/* reference.h - the names of records in a portion, and the references to others.
 *
 * They are noted while the portion is looked at; roll.h brings those of all portions
 * together.
 */
#ifndef VALIDATE_REFERENCE_H
#define VALIDATE_REFERENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct _xmlNode;
struct arena;
struct judge;

/* An element whose value is the name of a record of a kind, its own or another's. */
struct reference {
	struct text kind; /* borrowed from the schema */
	struct _xmlNode *node;
};

struct references {
	struct arena *arena;
	struct reference *names, *uses;
	size_t name_count, name_room;
	size_t use_count, use_room;
	bool lost; /* names that could not be read: what leads nowhere may lead there */
	bool hidden; /* anything that could not: what seems to be missing may be there
		      */
};

struct references *reference_start(struct arena *);

void reference_name(struct judge *, struct text kind, struct _xmlNode *);
void reference_use(struct judge *, struct text kind, struct _xmlNode *);
void reference_lose(struct judge *);
void reference_hide(struct judge *);

#endif
