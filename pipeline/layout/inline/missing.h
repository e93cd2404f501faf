/* missing.h - says that no font has a character.
 */
#ifndef LAYOUT_MISSING_H
#define LAYOUT_MISSING_H

#include <stdint.h>

struct place;
struct setting;

/* Adds L102 once for each rune, with the package of Debian that has it. */
void missing_say(struct setting *, const struct place *, uint32_t rune);

#endif
