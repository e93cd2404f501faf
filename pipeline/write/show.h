/* show.h - the glyphs of a run as the strings and numbers of a TJ operator. */
#ifndef WRITE_SHOW_H
#define WRITE_SHOW_H

struct buffer;
struct draft;
struct item;

/* Shows the glyphs of an ITEM_GLYPHS; the font, its size and the place are set
 * already.  The pen keeps to the advances of the glyphs: it is never off by more
 * than half a thousandth of the size. */
void show_run(struct draft *, struct buffer *, const struct item *);

#endif
