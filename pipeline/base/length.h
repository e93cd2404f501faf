/* length.h - scaled points: lengths without floating point.
 *
 * 65,536 scaled points (sp) make a point, 72 points an inch, so a length reaches
 * eleven metres either way.  Totals that run down a long text are int64_t.
 */
#ifndef BASE_LENGTH_H
#define BASE_LENGTH_H

#include <stdbool.h>
#include <stdint.h>

struct buffer;
struct text;

typedef int32_t length;

#define LENGTH_POINT 65536

/* "18mm", "1.5cm", "10pt", "0.25in"; a bare number counts points.  At most nine
 * digits before the point and six after it count. */
bool length_parse(struct text, length *ret_length);

/* The points as the shortest decimal that length_parse reads back as the same
 * length: at most five digits after the point. */
void length_print(struct buffer *, length);

/* Points times 1,000, rounded: what a page description needs. */
int64_t length_milli(int64_t value);

/* value * numerator / denominator, rounded half away from zero. */
length length_scale(int64_t value, int64_t numerator, int64_t denominator);

#endif
