#include "content.h"

#include "base/arena.h"
#include "base/length.h"
#include "model/pages.h"
#include "write/draft.h"
#include "write/link.h"
#include "write/pagetree.h"
#include "write/show.h"
#include "write/syntax.h"

static const uint32_t NONE = UINT32_MAX;

/* A content stream in the making, with what the reader's graphics state holds. */
struct content {
	struct draft *draft;
	const struct page *page;
	uint32_t index;
	struct buffer *out;
	uint32_t face, colour; /* NONE: not set yet */
	length size;
	bool text;              /* between BT and ET */
	int64_t x, y;           /* the start of the line, thousandths of a point */
	bool marked;            /* in a marked-content sequence: of */
	uint32_t tag;           /* this tag, */
	enum artifact artifact; /* or, where that is 0, of this kind */
	uint32_t mcids;         /* sequences with a number so far */
};

static void
text_close(struct content *content)
{
	if (content->text)
		buffer_add(content->out, TEXT("ET\n"));
	content->text = false;
}

static void
text_open(struct content *content)
{
	if (content->text)
		return;
	buffer_add(content->out, TEXT("BT\n"));
	content->text = true;
	content->x = 0;
	content->y = 0;
}

static void
mark_close(struct content *content)
{
	text_close(content);
	if (content->marked)
		buffer_add(content->out, TEXT("EMC\n"));
	content->marked = false;
}

static void
artifact_open(struct content *content, enum artifact artifact)
{
	static const char *const kinds[] = {
		[ARTIFACT_LAYOUT] = "/Type /Layout",
		[ARTIFACT_HEADER] = "/Type /Pagination /Subtype /Header",
		[ARTIFACT_FOOTER] = "/Type /Pagination /Subtype /Footer",
	};

	buffer_add(content->out, TEXT("/Artifact <<"));
	buffer_string(content->out, kinds[artifact]);
	buffer_add(content->out, TEXT(">> BDC\n"));
}

static void
tag_open(struct content *content, uint32_t tag)
{
	struct mark mark = {
		.tag = tag, .page = content->index, .mcid = content->mcids++
	};

	syntax_name(content->out,
		text_of(role_name(content->draft->pages->tags[tag].role)));
	buffer_add(content->out, TEXT(" <</MCID "));
	buffer_number(content->out, mark.mcid);
	buffer_add(content->out, TEXT(">> BDC\n"));
	draft_mark(content->draft, mark);
}

/* Neighbours of one tag share a sequence. */
static void
mark_switch(struct content *content, const struct item *item)
{
	if (content->marked && content->tag == item->tag &&
		(item->tag || content->artifact == item->artifact))
		return;
	mark_close(content);
	if (item->tag)
		tag_open(content, item->tag);
	else
		artifact_open(content, item->artifact);
	content->marked = true;
	content->tag = item->tag;
	content->artifact = item->artifact;
}

static void
channel_print(struct buffer *out, uint32_t channel)
{
	syntax_milli(out, (channel * 1000 + 127) / 255);
	buffer_byte(out, ' ');
}

static void
colour_set(struct content *content, uint32_t colour)
{
	uint32_t red = colour >> 16 & 255, green = colour >> 8 & 255,
		 blue = colour & 255;

	if (content->colour == colour)
		return;
	content->colour = colour;
	channel_print(content->out, red);
	if (red == green && green == blue) {
		buffer_add(content->out, TEXT("g\n"));
		return;
	}
	channel_print(content->out, green);
	channel_print(content->out, blue);
	buffer_add(content->out, TEXT("rg\n"));
}

static void
font_set(struct content *content, uint32_t face, length size)
{
	if (content->face == face && content->size == size)
		return;
	content->face = face;
	content->size = size;
	buffer_add(content->out, TEXT("/F"));
	buffer_number(content->out, face);
	buffer_byte(content->out, ' ');
	syntax_length(content->out, size);
	buffer_add(content->out, TEXT(" Tf\n"));
}

/* Steps to the place from the last one; the steps are of rounded places, so that
 * no rounding adds up. */
static void
line_start(struct content *content, const struct item *item)
{
	int64_t x = length_milli(item->x);
	int64_t y = length_milli((int64_t)content->page->height - item->y);

	syntax_milli(content->out, x - content->x);
	buffer_byte(content->out, ' ');
	syntax_milli(content->out, y - content->y);
	buffer_add(content->out, TEXT(" Td\n"));
	content->x = x;
	content->y = y;
}

static void
glyphs_add(struct content *content, const struct item *item)
{
	if (item->run.count == 0)
		return;
	mark_switch(content, item);
	text_open(content);
	colour_set(content, item->run.colour);
	font_set(content, item->run.face, item->run.size);
	line_start(content, item);
	show_run(content->draft, content->out, item);
}

/* The edges are rounded, not the sizes: boxes that touch still do. */
static void
rule_add(struct content *content, const struct item *item)
{
	int64_t height = content->page->height;
	int64_t left = length_milli(item->x);
	int64_t right = length_milli((int64_t)item->x + item->rule.width);
	int64_t top = length_milli(height - item->y);
	int64_t bottom = length_milli(height - item->y - item->rule.height);
	int64_t numbers[] = { left, bottom, right - left, top - bottom };

	mark_switch(content, item);
	text_close(content);
	colour_set(content, item->rule.colour);
	for (size_t i = 0; i < 4; i++) {
		syntax_milli(content->out, numbers[i]);
		buffer_byte(content->out, ' ');
	}
	buffer_add(content->out, TEXT("re f\n"));
}

static void
page_contents(struct content *content, struct buffer *links)
{
	for (size_t i = 0; i < content->page->count; i++) {
		const struct item *item = &content->page->items[i];

		switch (item->kind) {
		case ITEM_GLYPHS:
			glyphs_add(content, item);
			break;
		case ITEM_RULE:
			rule_add(content, item);
			break;
		case ITEM_LINK:
			link_add(content->draft, content->index, item, links);
			break;
		}
	}
	mark_close(content);
}

void
contents_add(struct draft *draft)
{
	struct buffer out = buffer_make(draft->arena);

	for (uint32_t i = 0; i < draft->pages->page_count; i++) {
		struct buffer links = buffer_make(draft->arena);
		struct content content = { .draft = draft,
			.page = &draft->pages->pages[i],
			.index = i,
			.out = &out,
			.face = NONE,
			.colour = NONE };

		out.size = 0;
		page_contents(&content, &links);
		pagetree_fill(draft, i,
			draft_stream(draft, TEXT(""), buffer_text(&out)),
			buffer_text(&links));
	}
}
