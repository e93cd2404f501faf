#include "cover.h"

#include "base/arena.h"
#include "layout/flow/picture.h"
#include "layout/inline/line.h"
#include "layout/pages/furniture.h"
#include "layout/setting.h"
#include "model/document.h"
#include "model/pages.h"
#include "model/style.h"

enum {
	BAND_HUNDREDTHS = 61,    /* of the page's height */
	PICTURE_HUNDREDTHS = 76, /* the same, with a picture on the band */
	BAR_WIDTH = 48 * LENGTH_POINT,
	BAR_HEIGHT = 3 * LENGTH_POINT,
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

/* The picture of the cover at the head of its page, from edge to edge; what it leaves
 * at its sides has the colour of the band.  Returns its height. */
static length
picture_put(struct setting *setting, uint32_t page, uint32_t tag, length most)
{
	const struct document *document = setting->document;
	struct pages *pages = setting->pages;
	length width = pages->pages[page].width;
	struct item picture;

	if (document->cover.size == 0 || !picture_item(setting, document->cover,
						 (struct place){ 0 }, width, &picture))
		return 0;
	if (picture.image.height > most) {
		picture.image.width = length_scale(width, most, picture.image.height);
		picture.image.height = most;
		picture.x = (width - picture.image.width) / 2;
	}
	picture.tag = pages_add_tag(pages, ROLE_FIGURE, tag, (struct place){ 0 });
	pages_texts(pages, picture.tag)->alt = text_keep(pages->arena,
		document->cover_alt.size ? document->cover_alt : document->title);
	*page_add(pages, &pages->pages[page], ITEM_IMAGE) = picture;
	return picture.image.height;
}

void
cover_make(struct setting *setting, uint32_t tag)
{
	const struct style *style = setting->style;
	const struct document *document = setting->document;
	uint32_t page = pages_add_page(setting->pages, style->width, style->height);
	length gap = style->blocks[STYLE_TITLE].leading;
	struct cover_text title = text_set(setting, STYLE_TITLE, document->title, tag);
	struct cover_text subtitle =
		text_set(setting, STYLE_SUBTITLE, document->subtitle, tag);
	struct cover_text publisher =
		text_set(setting, STYLE_IMPRINT, document->publisher, tag);
	struct cover_text date = text_set(setting, STYLE_IMPRINT,
		document->dated.size ? document->dated : document->date, tag);
	length band = style->height / 100 * BAND_HUNDREDTHS;
	length foot = style->height - style->bottom - publisher.height - date.height;
	length most =
		style->height / 100 * PICTURE_HUNDREDTHS - title.height - gap * 3 / 2;
	length picture;

	furniture_box(setting, page, 0, 0, style->width, band, style->accent);
	picture = picture_put(setting, page, tag, most);
	if (picture)
		band = setting->pages->pages[page].items[0].rule.height =
			picture + title.height + gap * 3 / 2;
	if (!picture)
		furniture_box(setting, page, style->left,
			band - title.height - gap * 3 / 2, BAR_WIDTH, BAR_HEIGHT,
			style->paper);
	text_put(setting, page, &title,
		picture ? picture + gap * 3 / 4 : band - title.height - gap);
	text_put(setting, page, &subtitle, band + gap * 3 / 4);
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
