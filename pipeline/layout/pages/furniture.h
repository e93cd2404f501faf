/* furniture.h - what stands on the pages besides the text: cover, running heads,
 * folios.
 */
#ifndef LAYOUT_FURNITURE_H
#define LAYOUT_FURNITURE_H

#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

struct setting;

/* The title page; its tags go below `tag`. */
void furniture_cover(struct setting *, uint32_t tag);

/* The running head and the folio of a page.  `head` is empty where there is no
 * running head. */
void furniture_page(struct setting *, uint32_t page, struct text head);

/* "iv" for 4. */
struct text furniture_roman(struct setting *, size_t number);

#endif
