#include "cover.h"

#include "layout/inline/line.h"
#include "layout/pages/furniture.h"
#include "layout/setting.h"
#include "model/document.h"
#include "model/pages.h"
#include "model/style.h"

enum {
	BAND_NUMERATOR = 61, /* hundredths of the page's height */
	STRIP = 5 * LENGTH_POINT,
	BACK_BAND = 40 * LENGTH_POINT,
};

/* A text of the cover, set under a tag of its own. */
struct cover_text {
	const struct block_style *style;
	struct line *lines;
	size_t count;
	length height;
};

static struct cover_text
text_set(
	struct setting *setting, enum style_block block, struct text text, uint32_t tag)
{
	struct cover_text set = { .style = &setting->style->blocks[block] };

	if (text.size == 0)
		return set;
	tag = pages_add_tag(setting->pages, ROLE_P, tag, (struct place){ 0 });
	set.lines = furniture_text(setting, set.style, text, tag, &set.count);
	set.height = (length)set.count * set.style->leading;
	return set;
}

static length
text_put(struct setting *setting, uint32_t page, const struct cover_text *set, length y)
{
	if (set->count == 0)
		return y;
	return furniture_lines(setting, page, set->lines, set->count, 0, y,
		       set->style->leading) +
	       set->style->after;
}

void
cover_make(struct setting *setting, uint32_t tag)
{
	const struct style *style = setting->style;
	const struct document *document = setting->document;
	uint32_t page = pages_add_page(setting->pages, style->width, style->height);
	struct cover_text title = text_set(setting, STYLE_TITLE, document->title, tag);
	struct cover_text subtitle =
		text_set(setting, STYLE_SUBTITLE, document->subtitle, tag);
	struct cover_text publisher =
		text_set(setting, STYLE_IMPRINT, document->publisher, tag);
	struct cover_text date = text_set(setting, STYLE_IMPRINT, document->date, tag);
	length band = style->height / 100 * BAND_NUMERATOR;
	length foot = style->height - style->bottom - publisher.height - date.height;

	furniture_box(setting, page, 0, 0, style->width, band, style->accent);
	text_put(setting, page, &title,
		band - title.height - style->blocks[STYLE_TITLE].leading);
	text_put(setting, page, &subtitle,
		band + style->blocks[STYLE_TITLE].leading * 3 / 4);
	foot = text_put(setting, page, &publisher, foot);
	text_put(setting, page, &date, foot);
}

void
cover_back(struct setting *setting, uint32_t page)
{
	const struct style *style = setting->style;

	furniture_box(setting, page, 0, style->height - BACK_BAND, style->width,
		BACK_BAND, style->accent);
}
