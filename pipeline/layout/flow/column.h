/* column.h - the column that a block is set in.
 */
#ifndef LAYOUT_COLUMN_H
#define LAYOUT_COLUMN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/length.h"

struct block_style;

struct column {
	length left, width;             /* from the left edge of the text block */
	uint32_t tag;                   /* that tags of blocks go below */
	const struct block_style *text; /* of paragraphs */
	bool tight; /* in a tight list: little space between blocks */
	bool free; /* nothing is around it: what stands here may float, or turn the page
		    */
};

/* A column further in, within something; one that would be too narrow to read stays as
 * wide as it is. */
struct column column_inner(struct column, length left, length right);

#endif
