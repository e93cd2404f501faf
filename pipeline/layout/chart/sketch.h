/* sketch.h - what the files of chart work with while one chart is drawn.
 *
 * x is counted from where lines begin, y from the top of what is drawn.  A drawing is
 * gathered as items and then becomes one line of the flow.
 */
#ifndef LAYOUT_SKETCH_H
#define LAYOUT_SKETCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "layout/chart/ledger.h"
#include "model/style.h"

struct flow;
struct item;
struct node;
struct setting;

struct sketch {
	struct setting *setting;
	struct flow *flow;
	struct node *chart;
	struct ledger ledger;
	struct block_style text, faint; /* of labels; of what matters less */
	uint32_t figure;                /* the tag of what is drawn */
	length left, width;             /* of the whole */
	length most;                    /* as high as it may be */
	length names, plot; /* width of the heads of rows; where the rest begins */
	struct item *items; /* of the drawing */
	size_t count, room;
};

/* The names of rows, or columns, that are told apart by shape as well as by colour. */
enum shape { SHAPE_SQUARE, SHAPE_CIRCLE, SHAPE_DIAMOND, SHAPE_TRIANGLE, SHAPES };

struct dot {
	enum shape shape;
	length x, y, radius; /* of its middle */
};

struct area {
	length x, y, width, height;
};

/* The colour of a series, and of a row in it: all but what is highlighted are faded. */
uint32_t sketch_colour(const struct sketch *, const struct ledger_row *, size_t column);

/* For letters on a ground: the paper's colour or that of the ink, whichever stands out.
 */
uint32_t sketch_ink(const struct sketch *, uint32_t ground);

/* Colours for lines that guide the eye, and for what lies behind. */
uint32_t sketch_grid(const struct sketch *);

/* Drawing.  Tag 0 is an artifact. */
void sketch_box(struct sketch *, uint32_t tag, struct area, uint32_t colour);
void sketch_frame(
	struct sketch *, uint32_t tag, struct area, uint32_t colour, length dash);
void sketch_shape(struct sketch *, uint32_t tag, struct dot, uint32_t colour);

/* A line through points, from x0 y0 on. */
void sketch_line(struct sketch *, uint32_t tag, const length *x, const length *y,
	size_t count, uint32_t colour);

/* Nothing to be seen: a place for a tag that says something. */
void sketch_nothing(struct sketch *, uint32_t tag, length x, length y);

/* How the line that was drawn last looks. */
void sketch_pen(struct sketch *, length width, length dash);

/* A tag below another that says its words in place of what is drawn with it. */
uint32_t sketch_says(struct sketch *, uint32_t tag, struct text words);

/* What was drawn becomes a line of the flow, of that height. */
void sketch_flow(struct sketch *, length height);

#endif
