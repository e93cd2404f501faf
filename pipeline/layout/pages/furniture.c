#include "furniture.h"

#include "base/arena.h"
#include "layout/inline/atoms.h"
#include "layout/inline/inline.h"
#include "layout/inline/line.h"
#include "layout/inline/paragraph.h"
#include "layout/setting.h"
#include "layout/words.h"
#include "model/document.h"
#include "model/pages.h"
#include "model/style.h"

enum {
	HAIRLINE = LENGTH_POINT / 2,
	BAND = 16 * LENGTH_POINT,
	/* In no style: a draft must look like one. */
	BAND_PAPER = 0xf6c343,
	BAND_INK = 0x1a1a1a,
};

/* Of a page, which may lie on its side. */
static length
page_measure(const struct setting *setting, uint32_t page)
{
	return setting->pages->pages[page].width - setting->style->left -
	       setting->style->right;
}

length
furniture_lines(struct setting *setting, uint32_t page, const struct line *lines,
	size_t count, length left, length y, length leading)
{
	left += style_start(setting->style, page);
	for (size_t i = 0; i < count; i++) {
		for (size_t j = 0; j < lines[i].count; j++) {
			struct page *paper = &setting->pages->pages[page];
			struct item *item =
				page_add(setting->pages, paper, lines[i].items[j].kind);

			*item = lines[i].items[j];
			item->x += left;
			item->y += y + leading * 3 / 4;
		}
		y += leading;
	}
	return y;
}

struct line *
furniture_text(struct setting *setting, const struct block_style *style,
	struct text text, uint32_t tag, size_t *ret_count)
{
	const struct style *whole = setting->style;
	const struct paragraph_form form = {
		.width = whole->width - whole->left - whole->right, .pinned = true
	};
	struct arena_mark mark = arena_mark(setting->rough);
	struct run_list runs = { 0 };
	struct line *lines;

	run_add(setting, &runs, run_of(setting, style, text, tag));
	lines = paragraph_set(setting, &runs, &form, ret_count);
	arena_rewind(setting->rough, mark);
	return lines;
}

void
furniture_box(struct setting *setting, uint32_t page, length x, length y, length width,
	length height, uint32_t colour)
{
	struct page *paper = &setting->pages->pages[page];
	struct item *item = page_add(setting->pages, paper, ITEM_RULE);

	item->artifact = ARTIFACT_LAYOUT;
	item->x = x;
	item->y = y;
	item->rule.width = width;
	item->rule.height = height;
	item->rule.colour = colour;
}

/* A line of furniture: at the left or, with `right`, ending at the right. */
static void
line_put(struct setting *setting, uint32_t page, enum style_block block,
	struct text text, length y, bool right)
{
	enum artifact artifact = y < setting->pages->pages[page].height / 2
					 ? ARTIFACT_HEADER
					 : ARTIFACT_FOOTER;
	const struct block_style *style = &setting->style->blocks[block];
	size_t before = setting->pages->pages[page].count, count;
	struct line *lines;

	if (text.size == 0)
		return;
	lines = furniture_text(setting, style, text, 0, &count);
	furniture_lines(setting, page, lines, 1,
		right ? page_measure(setting, page) - lines->width : 0, y,
		style->leading);
	for (size_t i = before; i < setting->pages->pages[page].count; i++)
		setting->pages->pages[page].items[i].artifact = artifact;
}

void
furniture_page(struct setting *setting, uint32_t page, struct text head)
{
	const struct style *style = setting->style;
	length top = style->top / 2;
	length foot = setting->pages->pages[page].height - style->bottom * 9 / 20;
	length leading = style->blocks[STYLE_RUNNING_HEAD].leading;
	bool verso = style->facing && page % 2;

	if (head.size) {
		line_put(setting, page, STYLE_RUNNING_HEAD,
			verso ? setting->document->title : head, top,
			style->facing && !verso);
		furniture_box(setting, page, style_start(style, page),
			top + leading + HAIRLINE * 6, page_measure(setting, page),
			HAIRLINE, style->muted);
	}
	if (!style->facing)
		line_put(setting, page, STYLE_RUNNING_HEAD, setting->document->title,
			foot, false);
	line_put(setting, page, STYLE_FOLIO, setting->pages->pages[page].label, foot,
		!verso);
}

void
furniture_band(struct setting *setting, uint32_t page, struct text words)
{
	const struct style *style = setting->style;
	struct page *paper = &setting->pages->pages[page];
	struct block_style look = style->blocks[STYLE_RUNNING_HEAD];
	length height = style->top / 3;
	size_t before = paper->count, count;
	struct line *lines;

	if (height > BAND)
		height = BAND;
	look.colour = BAND_INK;
	look.size = height * 5 / 8;
	look.leading = height;
	lines = furniture_text(setting, &look, words, 0, &count);
	furniture_box(setting, page, 0, 0, paper->width, height, BAND_PAPER);
	furniture_lines(setting, page, lines, 1,
		(page_measure(setting, page) - lines->width) / 2, 0, look.leading);
	for (size_t i = before; i < paper->count; i++)
		paper->items[i].artifact = ARTIFACT_LAYOUT;
}

struct text
furniture_roman(struct setting *setting, size_t number)
{
	static const struct {
		size_t value;
		const char *letters;
	} parts[] = { { 100, "c" }, { 90, "xc" }, { 50, "l" }, { 40, "xl" },
		{ 10, "x" }, { 9, "ix" }, { 5, "v" }, { 4, "iv" }, { 1, "i" } };
	struct buffer buffer = buffer_make(setting->pages->arena);

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		for (; number >= parts[i].value; number -= parts[i].value)
			buffer_string(&buffer, parts[i].letters);
	return buffer_text(&buffer);
}
