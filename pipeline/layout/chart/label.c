#include "label.h"

#include "base/arena.h"
#include "layout/chart/sketch.h"
#include "layout/inline/atoms.h"
#include "layout/inline/extent.h"
#include "layout/inline/face.h"
#include "layout/inline/inline.h"
#include "layout/inline/line.h"
#include "layout/inline/paragraph.h"
#include "layout/setting.h"
#include "model/document.h"
#include "model/pages.h"

/* Tall letters make all lines of the label higher. */
static void
label_measure(
	struct sketch *sketch, const struct block_style *style, struct label *label)
{
	struct face_set *faces = sketch->setting->faces;
	length ascent, descent, below;

	face_metrics(faces, face_find(faces, style->face, style->bold, style->italic),
		style->size, &ascent, &descent);
	label->baseline = (style->leading - ascent - descent) / 2 + ascent;
	below = style->leading - label->baseline;
	for (size_t i = 0; i < label->count; i++) {
		if (label->lines[i].above > label->baseline)
			label->baseline = label->lines[i].above;
		if (label->lines[i].below > below)
			below = label->lines[i].below;
		if (label->lines[i].width > label->width)
			label->width = label->lines[i].width;
	}
	label->leading = label->baseline + below;
	label->height = label->leading * (length)label->count;
}

static struct label
label_set(struct sketch *sketch, const struct run_list *runs,
	const struct block_style *style, length most)
{
	struct paragraph_form form = {
		.width = most, .hyphenated = true, .pinned = true
	};
	struct label label = { .count = 0 };
	length natural;

	if (runs->count == 0)
		return label;
	natural = extent_of(sketch->setting, runs).natural;
	if (natural <= most)
		form.width = natural + 1;
	label.lines = paragraph_set(sketch->setting, runs, &form, &label.count);
	label_measure(sketch, style, &label);
	return label;
}

struct label
label_cell(struct sketch *sketch, struct node *cell, const struct block_style *style,
	uint32_t tag, length most)
{
	struct run_list runs = { 0 };

	if (cell)
		inline_collect(sketch->setting, cell, style, tag, &runs);
	return label_set(sketch, &runs, style, most);
}

struct label
label_words(struct sketch *sketch, struct text words, const struct block_style *style,
	uint32_t tag, length most)
{
	struct run run = run_of(sketch->setting, style, words, tag);
	struct run_list runs = { 0 };

	run.at = sketch->chart->at;
	run_add(sketch->setting, &runs, run);
	return label_set(sketch, &runs, style, most);
}

struct label
label_pair(struct sketch *sketch, const struct value *head, const struct value *number,
	length most)
{
	struct setting *setting = sketch->setting;
	struct block_style strong = sketch->text;
	struct run_list runs = { 0 };

	strong.bold = true;
	if (head->cell)
		inline_collect(setting, head->cell, &sketch->text, head->tag, &runs);
	if (number && runs.count)
		run_add(setting, &runs,
			run_of(setting, &sketch->text, TEXT("\u2002"), head->tag));
	if (number)
		inline_collect(setting, number->cell, &strong, number->tag, &runs);
	return label_set(sketch, &runs, &sketch->text, most);
}

length
label_natural(struct sketch *sketch, struct node *cell, const struct block_style *style)
{
	struct setting *setting = sketch->setting;
	struct run_list runs = { 0 };
	struct run run;

	if (!cell)
		return 0;
	run = run_of(setting, style, node_plain(setting->scratch, cell), 0);
	run.at = cell->at;
	run_add(setting, &runs, run);
	return runs.count ? extent_of(setting, &runs).natural : 0;
}

void
label_put(struct sketch *sketch, const struct label *label, length x, length y,
	enum label_side side)
{
	y += label->baseline;
	for (size_t i = 0; i < label->count; i++, y += label->leading) {
		const struct line *line = &label->lines[i];
		length from = side == LABEL_START ? x
			      : side == LABEL_END ? x - line->width
						  : x - line->width / 2;

		for (size_t j = 0; j < line->count; j++) {
			sketch->items = arena_room(sketch->setting->pages->arena,
				sketch->items, sketch->count, &sketch->room,
				sizeof *sketch->items);
			sketch->items[sketch->count] = line->items[j];
			sketch->items[sketch->count].x += from;
			sketch->items[sketch->count++].y += y;
		}
	}
}
