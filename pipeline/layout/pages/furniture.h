/* furniture.h - what stands on the pages besides the text: running heads, folios, and
 * boxes of colour behind it.
 */
#ifndef LAYOUT_FURNITURE_H
#define LAYOUT_FURNITURE_H

#include <stddef.h>
#include <stdint.h>

#include "base/length.h"
#include "base/text.h"

struct block_style;
struct line;
struct setting;

/* The running head and the folio of a page.  `head` is that of the section, empty where
 * there is no running head; of pages that face each other the left one bears the title
 * in its place. */
void furniture_page(struct setting *, uint32_t page, struct text head);

/* A band along the head of a page with words that fit on a line. */
void furniture_band(struct setting *, uint32_t page, struct text words);

/* A text in the look of a block, as wide as the text block. */
struct line *furniture_text(struct setting *, const struct block_style *, struct text,
	uint32_t tag, size_t *ret_count);

/* Puts set lines on a page, `left` from where its text block begins and down from `y`;
 * returns where the next line goes. */
length furniture_lines(struct setting *, uint32_t page, const struct line *,
	size_t count, length left, length y, length leading);

/* A box of colour, seen from the corner of the paper. */
void furniture_box(struct setting *, uint32_t page, length x, length y, length width,
	length height, uint32_t colour);

/* "iv" for 4. */
struct text furniture_roman(struct setting *, size_t number);

#endif
