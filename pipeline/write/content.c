#include "content.h"

#include "base/arena.h"
#include "base/length.h"
#include "model/pages.h"
#include "model/relay.h"
#include "write/draft.h"
#include "write/haru.h"
#include "write/image.h"
#include "write/link.h"
#include "write/reach.h"
#include "write/show.h"
#include "write/stroke.h"
#include "write/syntax.h"

static const uint32_t NONE = UINT32_MAX;

/* A content stream in the making, with what the reader's graphics state holds. */
struct content {
	struct draft *draft;
	const struct page *page;
	uint32_t index; /* of the page */
	struct buffer *out;
	uint32_t face, colour; /* NONE: not set yet */
	struct stroke stroke;
	length size;
	bool text;              /* between BT and ET */
	int64_t x, y;           /* the start of the line, thousandths of a point */
	bool marked;            /* in a marked-content sequence: of */
	uint32_t tag;           /* this tag, */
	enum artifact artifact; /* or, where that is 0, of this kind */
	bool told;              /* its text was told, apart from the glyphs */
	uint32_t mcids;         /* sequences with a number so far */
	struct glyph *word;     /* room for the glyphs of a word */
	size_t word_room;
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

/* `told`, where it is not empty, is what readers get in place of the glyphs. */
static void
tag_open(struct content *content, uint32_t tag, struct text told)
{
	struct mark mark = {
		.tag = tag,
		.page = content->index,
		.mcid = content->mcids++,
	};
	enum role role = told.size ? ROLE_SPAN : content->draft->leaf->tags[tag].role;

	syntax_name(content->out, text_of(role_name(role)));
	buffer_add(content->out, TEXT(" <</MCID "));
	buffer_number(content->out, mark.mcid);
	if (told.size) {
		buffer_add(content->out, TEXT(" /ActualText "));
		syntax_string(content->out, told);
	}
	buffer_add(content->out, TEXT(">> BDC\n"));
	draft_mark(content->draft, mark);
}

/* Neighbours of one tag share a sequence, unless something is told of one. */
static void
mark_switch(struct content *content, const struct item *item, struct text told)
{
	if (content->marked && content->tag == item->tag && !content->told &&
		told.size == 0 && (item->tag || content->artifact == item->artifact))
		return;
	mark_close(content);
	if (item->tag)
		tag_open(content, item->tag, told);
	else
		artifact_open(content, item->artifact);
	content->marked = true;
	content->tag = item->tag;
	content->artifact = item->artifact;
	content->told = item->tag && told.size;
}

static void
colour_set(struct content *content, uint32_t colour)
{
	if (content->colour == colour)
		return;
	content->colour = colour;
	syntax_colour(content->out, colour, "g\n", "rg\n");
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
run_add(struct content *content, const struct item *item, struct text told)
{
	if (item->run.count == 0)
		return;
	mark_switch(content, item, told);
	text_open(content);
	colour_set(content, item->run.colour);
	font_set(content, item->run.face, item->run.size);
	line_start(content, item);
	show_run(content->draft, content->out, item);
}

/* The end of the word that begins at `from`, with the space after it. */
static size_t
word_end(struct text text, size_t from)
{
	size_t end = text_find(text, ' ', from);

	while (end < text.size && text.at[end] == ' ')
		end++;
	return end;
}

/* Cuts the glyphs of the next word off the front of a run, with offsets into it. */
static struct item
word_cut(struct content *content, struct item *rest)
{
	struct item word = *rest;
	struct text text = rest->run.text;
	uint32_t from = rest->run.glyphs[0].offset;
	size_t to = word_end(text, from), count = 0;

	/* A page from elsewhere may have its glyphs in any order. */
	for (; count < rest->run.count; count++) {
		const struct glyph *glyph = &rest->run.glyphs[count];

		if (count && (glyph->offset < from || glyph->offset >= to))
			break;
		content->word = arena_room(content->draft->arena, content->word, count,
			&content->word_room, sizeof *content->word);
		content->word[count] = *glyph;
		content->word[count].offset -= from;
		rest->x += glyph->advance;
	}
	word.run.text = text_slice(text, from, to);
	word.run.glyphs = content->word;
	word.run.count = count;
	rest->run.glyphs += count;
	rest->run.count -= count;
	return word;
}

/* Readers sort the glyphs of Khmer or Hindi by their places and find spaces between
 * them: their words are told whole, for what is told letter by letter gets spaces
 * too.  Sequences do not stand in each other: not all readers can take that. */
static void
glyphs_add(struct content *content, const struct item *item)
{
	struct item rest = *item;

	if (!item->run.retold || item->run.rtl) {
		run_add(content, item, TEXT(""));
		return;
	}
	while (rest.run.count) {
		struct item word = word_cut(content, &rest);

		run_add(content, &word, word.run.text);
	}
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

	mark_switch(content, item, TEXT(""));
	text_close(content);
	colour_set(content, item->rule.colour);
	for (size_t i = 0; i < 4; i++) {
		syntax_milli(content->out, numbers[i]);
		buffer_byte(content->out, ' ');
	}
	buffer_add(content->out, TEXT("re f\n"));
}

static void
image_add(struct content *content, const struct item *item)
{
	struct box box = reach_of(content->page, content->index, item);

	mark_switch(content, item, TEXT(""));
	text_close(content);
	image_show(content->draft, item, &box, content->out);
}

static void
path_add(struct content *content, const struct item *item)
{
	mark_switch(content, item, TEXT(""));
	text_close(content);
	if (item->path.filled)
		colour_set(content, item->path.fill);
	stroke_path(&content->stroke, content->page->height, item, content->out);
}

/* What a figure shows is found by its box. */
static void
figure_cover(struct content *content, const struct item *item)
{
	struct draft *draft = content->draft;

	if (item->tag && draft->leaf->tags[item->tag].role == ROLE_FIGURE)
		draft_cover(draft, item->tag,
			reach_of(content->page, content->index, item));
}

static void
page_contents(struct content *content)
{
	for (size_t i = 0; i < content->page->count; i++) {
		const struct item *item = &content->page->items[i];

		figure_cover(content, item);
		switch (item->kind) {
		case ITEM_GLYPHS:
			glyphs_add(content, item);
			break;
		case ITEM_RULE:
			rule_add(content, item);
			break;
		case ITEM_IMAGE:
			image_add(content, item);
			break;
		case ITEM_LINK:
			link_add(content->draft, item);
			break;
		case ITEM_PATH:
			path_add(content, item);
			break;
		}
	}
	mark_close(content);
}

static struct draft_page *
page_begin(struct draft *draft)
{
	struct draft_page *page;

	draft->drawn = arena_room(draft->arena, draft->drawn, draft->drawn_count,
		&draft->drawn_room, sizeof *draft->drawn);
	page = &draft->drawn[draft->drawn_count++];
	*page = (struct draft_page){ .number = haru_add(draft->haru),
		.key = draft->next_key++ };
	return page;
}

void
content_add(struct draft *draft)
{
	struct draft_page *page = page_begin(draft);
	struct content content = { .draft = draft,
		.page = &draft->leaf->page,
		.index = (uint32_t)draft->drawn_count - 1,
		.out = &draft->content,
		.face = NONE,
		.colour = NONE,
		.stroke = { .colour = NONE } };

	draft->content.size = 0;
	page_contents(&content);
	page->marks = content.mcids;
	page->contents = draft_stream(draft, TEXT(""), buffer_text(&draft->content));
}
