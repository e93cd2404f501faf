/* segment.h - where a text may be broken into lines (UAX #14, by ICU; Khmer, Lao,
 * Thai and Burmese by its dictionaries).
 */
#ifndef LAYOUT_SEGMENT_H
#define LAYOUT_SEGMENT_H

#include <stdbool.h>

#include "base/text.h"

struct arena;
struct segmenter;

struct segmenter *segmenter_open(struct arena *, struct text language);
void segmenter_close(struct segmenter *);

/* Begins with a text, borrowed until the next one. */
void segmenter_begin(struct segmenter *, struct text);

/* The next piece that stays together, with the white space after it: its end as a
 * byte offset, and whether a line must end there.  False at the end of the text. */
bool segmenter_next(struct segmenter *, size_t *ret_end, bool *ret_must);

#endif
