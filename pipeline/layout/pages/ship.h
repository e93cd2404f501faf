/* ship.h - puts what was set and broken into pages on paper.
 */
#ifndef LAYOUT_SHIP_H
#define LAYOUT_SHIP_H

#include <stdint.h>

#include "base/text.h"

struct flow;
struct sheet;

/* Adds a page with the items of a sheet: tints below, lines above, a destination
 * for each heading.  Returns its index. */
uint32_t ship_sheet(const struct flow *, const struct sheet *, struct text section);

#endif
