/* ship.h - puts what was set and broken into pages on paper.
 */
#ifndef LAYOUT_SHIP_H
#define LAYOUT_SHIP_H

#include <stdint.h>

#include "base/text.h"

struct flow;
struct sheet;

/* Adds a page for a sheet, empty so far; returns its index. */
uint32_t ship_page(const struct flow *, const struct sheet *, struct text section);

/* Puts the items of a sheet on its page: tints below, lines above, a destination for
 * each heading. */
void ship_sheet(const struct flow *, const struct sheet *, uint32_t page);

#endif
