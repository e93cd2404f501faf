/* gridheight.h - columns that have not what they want share the room so that rows are
 * low.
 */
#ifndef LAYOUT_GRIDHEIGHT_H
#define LAYOUT_GRIDHEIGHT_H

struct grid;

/* Moves width between the columns of a grid whose widths add up, as long as the rows
 * become lower by it or, where they do not, fewer cells are divided into lines.  No
 * column gets less than it needs. */
void gridheight_lower(struct grid *);

#endif
