/* contrast.h - how well one colour stands out from another (WCAG 2.1, 1.4.3), in whole
 * numbers.
 */
#ifndef BASE_CONTRAST_H
#define BASE_CONTRAST_H

#include <stdint.h>

enum { CONTRAST_TEXT = 450 }; /* hundredths: the least for letters */

/* Relative luminance of 0xRRGGBB, from 0 to 10000. */
int64_t contrast_luminance(uint32_t colour);

/* The contrast of two colours in hundredths: from 100 to 2100. */
int64_t contrast_of(uint32_t one, uint32_t other);

/* Of two colours for letters the one that stands out more from the ground. */
uint32_t contrast_ink(uint32_t ground, uint32_t paper, uint32_t ink);

#endif
