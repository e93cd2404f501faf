#include "keynumbers.h"

#include "layout/flow/change.h"
#include "layout/flow/flow.h"
#include "layout/flow/note.h"
#include "layout/flow/tile.h"
#include "layout/inline/atoms.h"
#include "layout/inline/extent.h"
#include "layout/inline/inline.h"
#include "layout/inline/line.h"
#include "layout/inline/paragraph.h"
#include "layout/setting.h"
#include "model/document.h"
#include "model/pages.h"
#include "model/style.h"

enum {
	TILE_LEAST = 96 * LENGTH_POINT, /* wide */
	TILE_GAP = 10 * LENGTH_POINT,
	TILE_PADDING = 8 * LENGTH_POINT,
	TILE_RULE = 2 * LENGTH_POINT,
	TILES_MOST = 4, /* in a row */
};

/* A tile: its number above its words. */
struct tile {
	struct line *number, *words;
	size_t number_lines, word_lines;
	struct change change;
};

/* A row of tiles that is being set. */
struct tiling {
	struct flow *flow;
	const struct block_style *number, *words;
	length left, width; /* of the first tile, of each */
	uint32_t list;
};

static size_t
tiles_per_row(size_t count, length width)
{
	size_t most = (size_t)((width + TILE_GAP) / (TILE_LEAST + TILE_GAP)), rows;

	most = most < 1 ? 1 : most > TILES_MOST ? TILES_MOST : most;
	rows = (count + most - 1) / most;
	return rows ? (count + rows - 1) / rows : 1;
}

/* A number that is too wide for its tile is set smaller. */
static struct line *
number_set(
	struct tiling *tiling, const struct node *node, uint32_t tag, size_t *ret_count)
{
	struct setting *setting = tiling->flow->setting;
	const struct paragraph_form form = { .width = tiling->width - 2 * TILE_PADDING,
		.pinned = true };
	struct run_list runs = { 0 };
	struct run run = run_of(setting, tiling->number, node->keynumber.number, tag);
	length natural;

	run.at = node->at;
	run.whole = true;
	run_add(setting, &runs, run);
	natural = extent_of(setting, &runs).natural;
	if (natural > form.width)
		runs.items[0].size =
			length_scale(runs.items[0].size, form.width - 1, natural);
	return paragraph_set(setting, &runs, &form, ret_count);
}

static struct tile
tile_set(struct tiling *tiling, struct node *node)
{
	struct setting *setting = tiling->flow->setting;
	const struct paragraph_form form = { .width = tiling->width - 2 * TILE_PADDING,
		.hyphenated = true,
		.pinned = true };
	uint32_t item = pages_add_tag(setting->pages, ROLE_LI, tiling->list, node->at);
	struct run_list runs = { 0 };
	struct tile tile;
	uint32_t body;

	tile.number = number_set(tiling, node,
		pages_add_tag(setting->pages, ROLE_LBL, item, node->at),
		&tile.number_lines);
	body = pages_add_tag(setting->pages, ROLE_LBODY, item, node->at);
	tile.change = change_of(setting, node, ROLE_SPAN, body);
	inline_collect(setting, node, tiling->words, body, &runs);
	tile.words = paragraph_set(setting, &runs, &form, &tile.word_lines);
	return tile;
}

static length
tile_height(const struct tiling *tiling, const struct tile *tile)
{
	return TILE_RULE + 2 * TILE_PADDING +
	       (length)tile->number_lines * tiling->number->leading +
	       (length)tile->word_lines * tiling->words->leading;
}

static void
tile_put(struct tiling *tiling, struct flow_item *line, const struct tile *tile,
	length x)
{
	const struct style *style = tiling->flow->setting->style;
	struct item box = { .kind = ITEM_RULE,
		.rule = { tiling->width, line->height, style->tint } };
	length y = TILE_RULE + TILE_PADDING;

	tile_item(tiling->flow, line, box, x, 0);
	box.rule.height = TILE_RULE;
	box.rule.colour = style->accent;
	tile_item(tiling->flow, line, box, x, 0);
	tile_change(tiling->flow, line, tile->change, x);
	y = tile_lines(tiling->flow, line, tile->number, tile->number_lines,
		tiling->number, x + TILE_PADDING, y);
	tile_lines(tiling->flow, line, tile->words, tile->word_lines, tiling->words,
		x + TILE_PADDING, y);
}

/* A row of at most `most` tiles, as one line of the flow; returns the tile after it. */
static struct node *
row_flow(struct tiling *tiling, struct node *node, size_t most)
{
	struct tile tiles[TILES_MOST];
	struct flow_item *line;
	length height = 0;
	size_t count = 0;

	for (; node && count < most; node = node->next, count++) {
		tiles[count] = tile_set(tiling, node);
		if (tile_height(tiling, &tiles[count]) > height)
			height = tile_height(tiling, &tiles[count]);
	}
	line = flow_add(tiling->flow, FLOW_LINE);
	line->height = height;
	for (size_t i = 0; i < count; i++)
		tile_put(tiling, line, &tiles[i],
			tiling->left + (length)i * (tiling->width + TILE_GAP));
	notes_hang(tiling->flow);
	return node;
}

void
keynumbers_flow(struct flow *flow, struct node *node, struct column column)
{
	struct setting *setting = flow->setting;
	struct tiling tiling = { .flow = flow,
		.number = &setting->style->blocks[STYLE_KEY_NUMBER],
		.words = &setting->style->blocks[STYLE_KEY_WORDS],
		.left = column.left };
	struct node *child = node->first;
	size_t count = 0, most;

	for (const struct node *tile = child; tile; tile = tile->next)
		count++;
	most = tiles_per_row(count, column.width);
	tiling.width = (column.width - (length)(most - 1) * TILE_GAP) / (length)most;
	tiling.list = pages_add_tag(setting->pages, ROLE_L, column.tag, node->at);
	flow_space(flow, tiling.number->before, false);
	while (child) {
		child = row_flow(&tiling, child, most);
		flow_space(flow, child ? TILE_GAP : tiling.number->after, false);
	}
}
