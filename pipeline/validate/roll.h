/* roll.h - all records by their names, and the references between them.
 *
 * Portions are entered in their order, and may then be dropped: of each name the roll
 * keeps the name and its spot, of each reference only what is not settled yet, or what
 * a rule may ask for.
 */
#ifndef VALIDATE_ROLL_H
#define VALIDATE_ROLL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"
#include "validate/spot.h"

struct arena;
struct diag_list;
struct judge;
struct references;
struct roll;
struct shelf;

struct roll *roll_open(struct arena *, struct shelf *);
void roll_close(struct roll *);

/* From now on roll_referrers knows who refers to records of this kind. */
void roll_follow(struct roll *, struct text kind);

/* Enters what a portion names and refers to.  Complains of names that another record of
 * the kind bears. */
void roll_enter(
	struct roll *, struct diag_list *, uint32_t portion, const struct references *);

/* The element with that name, of that kind where it is not empty; false where there is
 * none.  Of several kinds the first that was read.  Its parent is the record. */
bool roll_find(
	const struct roll *, struct text kind, struct text id, struct spot *ret_spot);

/* The next element that refers to a record of a kind that is followed, after `before`
 * (NULL: the last one); NULL beyond the first. */
const struct spot *roll_referrers(const struct roll *, struct text kind, struct text id,
	const struct spot *before);

/* True where something could not be read or understood so far. */
bool roll_is_hidden(const struct roll *);

/* When all portions are entered: complains of every reference that leads nowhere, or is
 * the title of a record in the place of its name.  A
 * report needs every kind of record; plain files may come without their registers. */
void roll_check(struct roll *, struct judge *, bool is_report);

#endif
