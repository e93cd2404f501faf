#include "furniture.h"

#include "base/arena.h"
#include "layout/inline/atoms.h"
#include "layout/inline/inline.h"
#include "layout/inline/line.h"
#include "layout/inline/paragraph.h"
#include "layout/setting.h"
#include "model/document.h"
#include "model/pages.h"
#include "model/style.h"

enum {
	HAIRLINE = LENGTH_POINT / 2,
};

static length
measure_of(const struct setting *setting)
{
	return setting->style->width - setting->style->left - setting->style->right;
}

/* Of a page, which may lie on its side. */
static length
page_measure(const struct setting *setting, uint32_t page)
{
	return setting->pages->pages[page].width - setting->style->left -
	       setting->style->right;
}

/* Puts set lines on a page at a fixed place; returns where the next line goes. */
static length
lines_place(struct setting *setting, uint32_t page, const struct line *lines,
	size_t count, length left, length y, length leading)
{
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

static struct line *
text_set(struct setting *setting, enum style_block block, struct text text,
	uint32_t tag, length width, size_t *ret_count)
{
	const struct block_style *style = &setting->style->blocks[block];
	const struct paragraph_form form = { .width = width, .pinned = true };
	struct run_list runs = { 0 };

	run_add(setting, &runs, run_of(setting, style, text, tag));
	return paragraph_set(setting, &runs, &form, ret_count);
}

static void
box_place(struct setting *setting, uint32_t page, length x, length y, length width,
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

/* Sets a text of the cover under a tag of its own and returns its height. */
struct cover_text {
	enum style_block block;
	struct line *lines;
	size_t count;
	length height;
};

static struct cover_text
cover_set(
	struct setting *setting, enum style_block block, struct text text, uint32_t tag)
{
	struct cover_text set = { .block = block };

	if (text.size == 0)
		return set;
	tag = pages_add_tag(setting->pages, ROLE_P, tag, (struct place){ 0 });
	set.lines =
		text_set(setting, block, text, tag, measure_of(setting), &set.count);
	set.height = (length)set.count * setting->style->blocks[block].leading;
	return set;
}

static length
cover_place(
	struct setting *setting, uint32_t page, const struct cover_text *set, length y)
{
	const struct block_style *style = &setting->style->blocks[set->block];

	if (set->count == 0)
		return y;
	return lines_place(setting, page, set->lines, set->count, setting->style->left,
		       y, style->leading) +
	       style->after;
}

void
furniture_cover(struct setting *setting, uint32_t tag)
{
	const struct style *style = setting->style;
	const struct document *document = setting->document;
	uint32_t page = pages_add_page(setting->pages, style->width, style->height);
	struct cover_text title = cover_set(setting, STYLE_TITLE, document->title, tag);
	struct cover_text subtitle =
		cover_set(setting, STYLE_SUBTITLE, document->subtitle, tag);
	struct cover_text publisher =
		cover_set(setting, STYLE_IMPRINT, document->publisher, tag);
	struct cover_text date = cover_set(setting, STYLE_IMPRINT, document->date, tag);
	length band = style->height * 11 / 20;
	length foot = style->height - style->bottom - publisher.height - date.height;
	length y = band - title.height - style->blocks[STYLE_TITLE].leading;

	box_place(setting, page, 0, 0, style->width, band, style->accent);
	cover_place(setting, page, &title, y);
	cover_place(setting, page, &subtitle,
		band + style->blocks[STYLE_TITLE].leading * 3 / 4);
	foot = cover_place(setting, page, &publisher, foot);
	cover_place(setting, page, &date, foot);
}

/* A line of furniture: at the left or, with `right`, ending at the right. */
static void
furniture_line(struct setting *setting, uint32_t page, enum style_block block,
	struct text text, length y, bool right)
{
	enum artifact artifact = y < setting->pages->pages[page].height / 2
					 ? ARTIFACT_HEADER
					 : ARTIFACT_FOOTER;
	size_t before = setting->pages->pages[page].count, count;
	length leading = setting->style->blocks[block].leading;
	length width = page_measure(setting, page);
	struct line *lines;

	if (text.size == 0)
		return;
	lines = text_set(setting, block, text, 0, width, &count);
	lines_place(setting, page, lines, 1,
		setting->style->left + (right ? width - lines->width : 0), y, leading);
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

	if (head.size) {
		furniture_line(setting, page, STYLE_RUNNING_HEAD, head, top, false);
		box_place(setting, page, style->left, top + leading + HAIRLINE * 6,
			page_measure(setting, page), HAIRLINE, style->muted);
	}
	furniture_line(setting, page, STYLE_RUNNING_HEAD, setting->document->title,
		foot, false);
	furniture_line(setting, page, STYLE_FOLIO, setting->pages->pages[page].label,
		foot, true);
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
