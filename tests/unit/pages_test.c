#include "model/pages.h"

#include <string.h>

#include "stand.h"

#define OPEN "<pages xmlns=\"urn:plgs:pages:1\">"
#define CLOSE "</pages>"

static struct pages *
parsed(struct stand *stand, struct text xml)
{
	struct pages *pages = NULL;

	if (!pages_parse(stand->arena, stand->diags, TEXT("stdin"), xml, &pages))
		fail_msg("refused: %.*s", TEXT_ARG(stand->diags->items[0].says));
	return pages;
}

static struct text
printed(struct stand *stand, const struct pages *pages)
{
	struct buffer buffer = buffer_make(stand->arena);

	pages_print(pages, &buffer);
	return buffer_text(&buffer);
}

static struct item *
added(struct pages *pages, uint32_t page, enum item_kind kind, uint32_t tag)
{
	struct item *item = page_add(pages, &pages->pages[page], kind);

	item->tag = tag;
	item->x = 72 * LENGTH_POINT;
	item->y = (length)(page + 1) * LENGTH_POINT / 3;
	return item;
}

static void
run_fill(struct stand *stand, struct item *item)
{
	/* An e with an accent above it, a ligature of three letters, and a letter that
	 * takes two glyphs. */
	static const struct glyph glyphs[] = { { 72, 0, 655360, 0, 0 },
		{ 3000, 0, 0, -123456, 77777 }, { 600, 3, 1234567, 0, 0 },
		{ 65535, 6, -5, 1, -1 }, { 7, 6, 8, 0, 0 } };

	item->run.size = 10 * LENGTH_POINT;
	item->run.colour = 0x1c2226;
	item->run.text = TEXT("e\xcc\x81"
			      "ffi\xe1\x9e\x80");
	item->run.count = sizeof glyphs / sizeof *glyphs;
	item->run.glyphs = arena_keep(stand->arena, glyphs, sizeof glyphs);
}

/* Two sections of a page each after a page of contents that leads to both. */
static struct pages *
sample(struct stand *stand)
{
	static const char *const ids[] = { "contents", "first", "second" };
	struct pages *pages = pages_make(stand->arena);

	pages->title = TEXT("A <title>");
	pages->language = TEXT("en");
	pages->date = TEXT("2024-03-31T00:00:00Z");
	pages_add_face(pages, (struct face){ TEXT("a & b.ttf"), 0 });
	for (uint32_t i = 0; i < 3; i++) {
		struct place at = { TEXT("a.md"), i + 1, 1, 0 };
		uint32_t section = pages_add_tag(pages, ROLE_SECT, 1, at);
		uint32_t paragraph = pages_add_tag(pages, ROLE_P, section, at);
		uint32_t page =
			pages_add_page(pages, 595 * LENGTH_POINT, 842 * LENGTH_POINT);
		struct item *item;

		pages_texts(pages, section)->title = text_of(ids[i]);
		pages->pages[page].section = text_of(ids[i]);
		pages->pages[page].label = text_format(stand->arena, "%u", page + 10);
		item = added(pages, page, ITEM_RULE, 0);
		item->artifact = ARTIFACT_HEADER;
		item->rule.width = LENGTH_POINT;
		item->rule.colour = 0xf1f3f4;
		run_fill(stand, added(pages, page, ITEM_GLYPHS, paragraph));
		pages_add_destination(
			pages, (struct destination){ text_of(ids[i]), page, 5 });
		pages_add_bookmark(pages,
			(struct bookmark){ text_of(ids[i]), 1, text_of(ids[i]) });
	}
	return pages;
}

/* A link from a page to a name, with a tag of its own below the page's section. */
static uint32_t
link_add(struct pages *pages, uint32_t page, uint32_t parent, const char *name)
{
	uint32_t tag = pages_add_tag(pages, ROLE_LINK, parent, (struct place){ 0 });
	struct item *item = added(pages, page, ITEM_LINK, tag);

	item->link.name = text_of(name);
	item->link.says = TEXT("says \"where\"");
	item->link.width = item->link.height = LENGTH_POINT;
	return tag;
}

/* A path with every kind of step. */
static void
path_add(struct pages *pages, uint32_t page, uint32_t tag)
{
	static const struct path_step steps[] = {
		{ PATH_MOVE, { 1 }, { -2 } },
		{ PATH_LINE, { LENGTH_POINT }, { 7 } },
		{ PATH_CURVE, { 1, 2, 3 }, { 4, 5, 6 } },
		{ PATH_CLOSE, { 0 }, { 0 } },
		{ PATH_MOVE, { 0 }, { 0 } },
	};
	struct item *item = added(pages, page, ITEM_PATH, tag);

	item->path.steps = steps;
	item->path.count = sizeof steps / sizeof *steps;
	item->path.turned = item->path.filled = true;
	item->path.stroke = 0x5a646b;
	item->path.width = LENGTH_POINT / 2;
	item->path.dash = 3;
}

static void
pages_read_back_what_they_print(void **state)
{
	struct stand *stand = *state;
	struct pages *pages = sample(stand);
	struct text once;

	link_add(pages, 0, 3, "second");
	added(pages, 0, ITEM_LINK, 3)->link.url = TEXT("https://example.org/?a=1&b=2");
	path_add(pages, 0, 3);
	pages_texts(pages, 3)->alt = TEXT("alt & more");
	pages_texts(pages, 3)->says = TEXT("41 \"countries\"");
	pages_texts(pages, 3)->language = TEXT("km");
	pages->tags[3].ordered = true;
	once = printed(stand, pages);
	assert_text(
		printed(stand, parsed(stand, once)), text_string(stand->arena, once));
}

static void
pages_keep_every_glyph(void **state)
{
	struct stand *stand = *state;
	struct pages *pages = sample(stand);
	const struct pages *back = parsed(stand, printed(stand, pages));
	const struct item *before = &pages->pages[1].items[1];
	const struct item *after = &back->pages[1].items[1];

	assert_int_equal(after->kind, ITEM_GLYPHS);
	assert_int_equal(after->run.count, before->run.count);
	assert_memory_equal(after->run.glyphs, before->run.glyphs,
		before->run.count * sizeof *before->run.glyphs);
	assert_true(text_equal(after->run.text, before->run.text));
	assert_int_equal(after->run.size, before->run.size);
	assert_int_equal(after->run.colour, before->run.colour);
	assert_int_equal(after->y, before->y);
	assert_int_equal(back->pages[1].items[0].artifact, ARTIFACT_HEADER);
}

static void
pages_print_offsets_only_where_they_surprise(void **state)
{
	static const struct glyph glyphs[] = { { 1, 0, 0, 0, 0 }, { 2, 1, 0, 0, 0 },
		{ 3, 3, 0, 0, 0 }, { 4, 3, 0, 0, 0 } };
	struct stand *stand = *state;
	struct pages *pages = pages_make(stand->arena);
	struct item *item;

	pages_add_face(pages, (struct face){ TEXT("f"), 0 });
	pages_add_page(pages, LENGTH_POINT, LENGTH_POINT);
	item = added(pages, 0, ITEM_GLYPHS, 1);
	item->run.text = TEXT("a\xc3\xa9z");
	item->run.glyphs = arena_keep(stand->arena, glyphs, sizeof glyphs);
	item->run.count = 4;
	assert_non_null(strstr(text_string(stand->arena, printed(stand, pages)),
		">1+0 2+0 3+0 4+0@3<"));
}

static void
pages_add_face_finds_an_equal_one(void **state)
{
	struct stand *stand = *state;
	struct pages *pages = pages_make(stand->arena);

	assert_int_equal(pages_add_face(pages, (struct face){ TEXT("a"), 0 }), 0);
	assert_int_equal(pages_add_face(pages, (struct face){ TEXT("b"), 0 }), 1);
	assert_int_equal(pages_add_face(pages, (struct face){ TEXT("a"), 1 }), 2);
	assert_int_equal(pages_add_face(pages, (struct face){ TEXT("a"), 0 }), 0);
	assert_int_equal(pages->face_count, 3);
}

static void
pages_add_tag_keeps_the_name_of_the_file(void **state)
{
	struct stand *stand = *state;
	struct pages *pages = pages_make(stand->arena);
	char first[] = "a.md", second[] = "b.md";

	pages_add_tag(pages, ROLE_P, 1, (struct place){ text_of(first), 1, 1, 0 });
	pages_add_tag(pages, ROLE_P, 1, (struct place){ text_of(first), 2, 1, 0 });
	pages_add_tag(pages, ROLE_P, 1, (struct place){ text_of(second), 1, 1, 0 });
	memset(first, 'x', sizeof first);
	memset(second, 'x', sizeof second);
	assert_text(pages->tags[2].at.file, "a.md");
	assert_text(pages->tags[3].at.file, "a.md");
	assert_text(pages->tags[4].at.file, "b.md");
}

static void
pages_keep_section_keeps_its_numbering(void **state)
{
	struct stand *stand = *state;
	struct pages *pages = sample(stand);

	assert_true(pages_keep_section(pages, TEXT("second")));
	assert_int_equal(pages->page_count, 1);
	assert_text(pages->pages[0].label, "12");
	assert_int_equal(pages->destination_count, 1);
	assert_text(pages->destinations[0].name, "second");
	assert_int_equal(pages->destinations[0].page, 0);
	assert_int_equal(pages->bookmark_count, 1);
	assert_text(pages->bookmarks[0].title, "second");
}

static void
pages_keep_section_renumbers_the_tags(void **state)
{
	struct stand *stand = *state;
	struct pages *pages = sample(stand);
	uint32_t child = link_add(pages, 2, 7, "second");

	assert_int_equal(child, 8);
	assert_true(pages_keep_section(pages, TEXT("second")));
	assert_int_equal(pages->tag_count, 5);
	assert_int_equal(pages->tags[1].role, ROLE_DOCUMENT);
	assert_int_equal(pages->tags[2].role, ROLE_SECT);
	assert_text(tag_texts(&pages->tags[2])->title, "second");
	assert_int_equal(pages->tags[2].parent, 1);
	assert_int_equal(pages->tags[3].parent, 2);
	assert_int_equal(pages->tags[4].role, ROLE_LINK);
	assert_int_equal(pages->tags[4].parent, 3);
	assert_int_equal(pages->pages[0].items[0].tag, 0);
	assert_int_equal(pages->pages[0].items[1].tag, 3);
	assert_int_equal(pages->pages[0].items[2].tag, 4);
	parsed(stand, printed(stand, pages));
}

static void
pages_keep_section_drops_links_that_lead_out(void **state)
{
	struct stand *stand = *state;
	struct pages *pages = sample(stand);
	uint32_t out = link_add(pages, 2, 7, "first");

	added(pages, 2, ITEM_GLYPHS, out)->run.text = TEXT("see there");
	added(pages, 2, ITEM_LINK, 7)->link.url = TEXT("https://example.org");
	assert_true(pages_keep_section(pages, TEXT("second")));
	assert_int_equal(pages->tags[4].role, ROLE_SPAN);
	assert_int_equal(pages->pages[0].count, 4);
	assert_int_equal(pages->pages[0].items[2].kind, ITEM_GLYPHS);
	assert_int_equal(pages->pages[0].items[2].tag, 4);
	assert_text(pages->pages[0].items[3].link.url, "https://example.org");
}

static void
pages_keep_section_changes_nothing_for_an_unknown_one(void **state)
{
	struct stand *stand = *state;
	struct pages *pages = sample(stand);
	struct text before = printed(stand, pages);

	assert_false(pages_keep_section(pages, TEXT("third")));
	assert_true(text_equal(printed(stand, pages), before));
}

static void
pages_refuse_what_does_not_fit_together(void **state)
{
	static const char *const wrong[] = {
		"<page width='0' height='1'/>",
		"<page width='1' height='-1'/>",
		"<page/>",
		"<tag role='Nothing' parent='1'/>",
		"<tag role='P' parent='9'/>",
		"<tag role='P' parent='-1'/>",
		"<tag role='P' parent='0'/>",
		"<tag role='Document' parent='0'/><tag role='Document' parent='0'/>",
		"<page width='1' height='1'><rule tag='2'/></page>",
		"<page width='1' height='1'><rule tag='-1'/></page>",
		"<page width='1' height='1'><glyphs tag='1' "
		"face='0'>1+0</glyphs></page>",
		"<page width='1' height='1'><picture/></page>",
		"<destination name='a' page='0'/>",
		"<paragraph/>",
	};
	struct stand *stand = *state;

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct pages *pages = NULL;

		stand->diags->count = 0;
		if (pages_parse(stand->arena, stand->diags, TEXT("stdin"),
			    text_format(stand->arena, OPEN "%s" CLOSE, wrong[i]),
			    &pages))
			fail_msg("taken: %s", wrong[i]);
		assert_diag(stand, DIAG_G102);
		assert_null(pages);
	}
}

/* Tags 2 and 3 are paragraphs, 4 is in the first of them. */
static void
pages_refuse_what_was_settled_too_early(void **state)
{
	static const struct {
		const char *pages;
		bool right;
	} samples[] = {
		{ "<page width='1' height='1' settled='5' open='1'><rule "
		  "tag='2'/></page>"
		  "<page width='1' height='1'><rule tag='1'/></page>",
			true },
		{ "<page width='1' height='1' settled='2' open='1'><rule "
		  "tag='1'/></page>"
		  "<page width='1' height='1'><rule tag='2'/></page>",
			true },
		{ "<page width='1' height='1' settled='5' open='4'/>"
		  "<page width='1' height='1'><rule tag='4'/></page>",
			true },
		{ "<page width='1' height='1' settled='5' open='1'/>"
		  "<page width='1' height='1'><rule tag='3'/></page>",
			false },
		{ "<page width='1' height='1' settled='3' open='1'/>"
		  "<page width='1' height='1'><rule tag='3'/></page>",
			false },
		{ "<page width='1' height='1' settled='4' open='1'/>", false },
		{ "<page width='1' height='1' settled='5' open='2'/>"
		  "<page width='1' height='1' settled='5' open='1'>"
		  "<rule tag='2'/></page>",
			true },
		{ "<page width='1' height='1' settled='6'/>", false },
		{ "<page width='1' height='1' settled='-1'/>", false },
		{ "<page width='1' height='1' settled='5' open='5'/>", false },
	};
	struct stand *stand = *state;

	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
		struct pages *pages;

		stand->diags->count = 0;
		if (pages_parse(stand->arena, stand->diags, TEXT("stdin"),
			    text_format(stand->arena,
				    OPEN "<tag role='Document' parent='0'/>"
					 "<tag role='P' parent='1'/>"
					 "<tag role='P' parent='1'/>"
					 "<tag role='Span' parent='2'/>%s" CLOSE,
				    samples[i].pages),
			    &pages) != samples[i].right)
			fail_msg("%s", samples[i].pages);
		if (!samples[i].right)
			assert_diag(stand, DIAG_G102);
	}
}

static void
pages_refuse_glyphs_that_cannot_be_read(void **state)
{
	static const char *const wrong[] = { "x", "1", "1+", "+1", "-1+0", "65536+0",
		"1+0~1", "1+0~1,", "1+0@", "1+0@x", "1+0@99", "  1+0", "1+1e3",
		"1+99999" };
	struct stand *stand = *state;

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct pages *pages = NULL;

		stand->diags->count = 0;
		if (pages_parse(stand->arena, stand->diags, TEXT("stdin"),
			    text_format(stand->arena,
				    OPEN "<face file='f' index='0'/><page width='1' "
					 "height='1'>"
					 "<glyphs tag='1' face='0' "
					 "text='abc'>%s</glyphs></page>" CLOSE,
				    wrong[i]),
			    &pages))
			fail_msg("taken: \"%s\"", wrong[i]);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(pages_read_back_what_they_print),
		STAND_TEST(pages_keep_every_glyph),
		STAND_TEST(pages_print_offsets_only_where_they_surprise),
		STAND_TEST(pages_add_face_finds_an_equal_one),
		STAND_TEST(pages_add_tag_keeps_the_name_of_the_file),
		STAND_TEST(pages_keep_section_keeps_its_numbering),
		STAND_TEST(pages_keep_section_renumbers_the_tags),
		STAND_TEST(pages_keep_section_drops_links_that_lead_out),
		STAND_TEST(pages_keep_section_changes_nothing_for_an_unknown_one),
		STAND_TEST(pages_refuse_what_does_not_fit_together),
		STAND_TEST(pages_refuse_what_was_settled_too_early),
		STAND_TEST(pages_refuse_glyphs_that_cannot_be_read),
	};

	return cmocka_run_group_tests_name("pages", tests, NULL, NULL);
}
