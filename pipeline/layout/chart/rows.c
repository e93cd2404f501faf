#include "rows.h"

#include "base/arena.h"
#include "layout/flow/flow.h"
#include "layout/setting.h"
#include "model/document.h"
#include "model/pages.h"

enum {
	NAME_PARTS = 5,  /* heads of rows take two of these parts of the width, */
	NAME_HALVES = 2, /* or half of it, if more of them stand on one line then */
	KEY_RADIUS = 3 * LENGTH_POINT,
	KEY_GAP = 12 * LENGTH_POINT,
};

/* A name that would be wider than half is set on several lines. */
static void
name_note(struct sketch *sketch, length natural)
{
	length enough = sketch->width * 2 / NAME_PARTS;
	length most = sketch->width / NAME_HALVES;

	if (natural > most)
		natural = enough;
	if (sketch->names < natural)
		sketch->names = natural;
}

void
rows_divide(struct sketch *sketch)
{
	sketch->names = 0;
	name_note(sketch,
		label_natural(sketch, sketch->ledger.heads.cell, &sketch->faint));
	for (size_t i = 0; i < sketch->ledger.count; i++)
		name_note(sketch, label_natural(sketch, sketch->ledger.rows[i].cell,
					  &sketch->text));
	sketch->plot = sketch->names ? sketch->names + ROWS_GAP : 0;
}

static void
row_flow(struct rows *rows, const struct ledger_row *row)
{
	struct sketch *sketch = rows->sketch;
	struct label name = label_cell(
		sketch, row->cell, &sketch->text, row->tag, sketch->names + 1);
	length inner = name.height > rows->thickness ? name.height : rows->thickness;
	length height = inner + ROWS_SPACE;

	if (rows->grid)
		sketch_box(sketch, 0,
			(struct area){
				rows->grid_from - ROWS_HAIR / 2, 0, ROWS_HAIR, height },
			sketch->setting->style->muted);
	label_put(sketch, &name, 0, (height - name.height) / 2, LABEL_START);
	rows->draw(rows, row, (height - rows->thickness) / 2);
	sketch_flow(sketch, height);
}

void
rows_flow(struct rows *rows, length head)
{
	struct sketch *sketch = rows->sketch;
	struct flow *flow = sketch->flow;
	struct frame *frame = flow_open_frame(flow, sketch->left, sketch->width, 0);
	size_t first = flow->count;

	frame->bare = true;
	if (sketch->count) {
		sketch_flow(sketch, head);
		flow_repeat(flow, frame, first, sketch->most / 2);
	}
	for (size_t i = 0; i < sketch->ledger.count; i++)
		row_flow(rows, &sketch->ledger.rows[i]);
	flow_close_frame(flow);
}

length
rows_corner(struct sketch *sketch, length x, length y)
{
	const struct ledger_row *heads = &sketch->ledger.heads;
	struct label corner = label_cell(
		sketch, heads->cell, &sketch->faint, heads->tag, sketch->names + 1);
	struct label unit = label_words(sketch, sketch->chart->chart.unit,
		&sketch->faint, sketch->figure, sketch->width - x);

	label_put(sketch, &corner, 0, y, LABEL_START);
	label_put(sketch, &unit, x, y, LABEL_START);
	return y + (corner.height > unit.height ? corner.height : unit.height);
}

/* The names of columns, and where each goes. */
struct naming {
	struct sketch *sketch;
	struct label *labels;
	length *at;
	size_t count;
	length least, most; /* of x */
};

static length
name_width(const struct naming *naming, size_t i)
{
	return naming->labels[i].width + 2 * KEY_RADIUS + ROWS_NEAR;
}

/* Pushes the names apart; false where there is no room for them side by side. */
static bool
names_spread(struct naming *naming, const size_t *order)
{
	length x = naming->least, end = naming->most;

	for (size_t i = 0; i < naming->count; i++) {
		size_t name = order[i];

		if (naming->at[name] < x)
			naming->at[name] = x;
		x = naming->at[name] + name_width(naming, name) + KEY_GAP;
	}
	for (size_t i = naming->count; i-- > 0;) {
		size_t name = order[i];

		if (naming->at[name] + name_width(naming, name) > end)
			naming->at[name] = end - name_width(naming, name);
		end = naming->at[name] - KEY_GAP;
	}
	return naming->count == 0 || naming->at[order[0]] >= naming->least;
}

/* By where they are wanted, from the start on. */
static size_t *
names_order(const struct naming *naming)
{
	size_t *order = arena_array(
		naming->sketch->setting->scratch, size_t, naming->count + 1);

	for (size_t i = 0; i < naming->count; i++) {
		size_t at = i;

		for (; at > 0 && naming->at[order[at - 1]] > naming->at[i]; at--)
			order[at] = order[at - 1];
		order[at] = i;
	}
	return order;
}

static void
name_put(const struct naming *naming, size_t i, enum shape shape, length y)
{
	struct sketch *sketch = naming->sketch;
	const struct label *label = &naming->labels[i];

	sketch_shape(sketch, sketch->figure,
		(struct dot){ shape, naming->at[i] + KEY_RADIUS, y + label->leading / 2,
			KEY_RADIUS },
		sketch_colour(sketch, NULL, i));
	label_put(sketch, label, naming->at[i] + 2 * KEY_RADIUS + ROWS_NEAR, y,
		LABEL_START);
}

/* One after the other, in as many lines as that takes. */
static length
names_list(struct naming *naming, const enum shape *shapes)
{
	length x = naming->least, y = 0, height = 0;

	for (size_t i = 0; i < naming->count; i++) {
		if (x > naming->least && x + name_width(naming, i) > naming->most) {
			x = naming->least;
			y += height;
			height = 0;
		}
		naming->at[i] = x;
		name_put(naming, i, shapes ? shapes[i % SHAPES] : SHAPE_SQUARE, y);
		x += name_width(naming, i) + KEY_GAP;
		if (naming->labels[i].height > height)
			height = naming->labels[i].height;
	}
	return y + height;
}

static struct naming
naming_make(struct sketch *sketch, const length *wanted)
{
	const struct ledger *ledger = &sketch->ledger;
	struct arena *scratch = sketch->setting->scratch;
	struct naming naming = { .sketch = sketch,
		.count = ledger->columns,
		.labels = arena_array(scratch, struct label, ledger->columns + 1),
		.at = arena_array(scratch, length, ledger->columns + 1),
		.least = sketch->plot,
		.most = sketch->width };

	for (size_t i = 0; i < naming.count; i++) {
		const struct value *head = &ledger->heads.values[i];

		naming.labels[i] = label_cell(sketch, head->cell, &sketch->text,
			head->tag,
			naming.most - naming.least - 2 * KEY_RADIUS - ROWS_NEAR);
		naming.at[i] = wanted ? wanted[i] : 0;
	}
	return naming;
}

length
rows_names(struct sketch *sketch, const length *wanted, const enum shape *shapes)
{
	struct naming naming = naming_make(sketch, wanted);
	length y = 0, height = 0;

	if (!wanted || !names_spread(&naming, names_order(&naming))) {
		naming.least = 0;
		y = names_list(&naming, shapes) + ROWS_SPACE / 2;
		return rows_corner(sketch, sketch->plot, y);
	}
	if (sketch->chart->chart.unit.size)
		y = sketch->text.leading;
	for (size_t i = 0; i < naming.count; i++) {
		name_put(&naming, i, shapes ? shapes[i % SHAPES] : SHAPE_SQUARE, y);
		if (naming.labels[i].height > height)
			height = naming.labels[i].height;
	}
	height += y;
	y = rows_corner(sketch, sketch->plot, 0);
	return y > height ? y : height;
}
