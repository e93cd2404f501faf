#include <libdeflate.h>
#include <stdio.h>
#include <string.h>

#include "base/files.h"
#include "base/length.h"
#include "model/pages.h"
#include "stage.h"
#include "stand.h"

/* Pages that say nothing yet; a rule will do for text. */
static struct pages *
sample(struct stand *stand, size_t count)
{
	struct pages *pages = pages_make(stand->arena);

	pages->title = TEXT("A title");
	pages->language = TEXT("en");
	for (size_t i = 0; i < count; i++)
		pages_add_page(pages, 600 * LENGTH_POINT, 800 * LENGTH_POINT);
	return pages;
}

static bool
run(struct stand *stand, struct pages *pages, int64_t epoch, struct text *ret_file)
{
	struct job job = { .diags = stand->diags,
		.scratch = arena_open(&stand->budget),
		.files = files_make(stand->arena),
		.epoch = epoch };
	struct piece in = { .form = FORM_PAGES, .arena = stand->arena, .pages = pages };
	struct piece out = { .form = FORM_PAGES };
	bool done = write_stage.run(&job, &in, stand->arena, &out);

	arena_close(job.scratch);
	if (done) {
		assert_int_equal(out.form, FORM_PDF);
		*ret_file = out.text;
	}
	return done;
}

/* The dictionaries of a stream, each on its line and with the end that it would have
 * outside. */
static void
unpack(struct text file, size_t at, struct buffer *out)
{
	enum { MOST = 1 << 20 };
	struct libdeflate_decompressor *inflate = libdeflate_alloc_decompressor();
	char *bytes = arena_take(out->arena, MOST);
	size_t read, size;

	assert_int_equal(libdeflate_zlib_decompress_ex(inflate, file.at + at,
				 file.size - at, bytes, MOST, &read, &size),
		LIBDEFLATE_SUCCESS);
	libdeflate_free_decompressor(inflate);
	for (size_t i = 0; i < size; i++) {
		if (i + 5 < size && memcmp(bytes + i, ">>\n<<", 5) == 0)
			buffer_byte(out, '\n');
		buffer_byte(out, bytes[i]);
	}
}

/* The file as a string, with what lies in its streams of objects after it; the bytes
 * of streams may hold NUL. */
static const char *
unpacked(struct stand *stand, struct text file)
{
	struct buffer all = buffer_make(stand->arena);
	struct text kind = TEXT("/Type /ObjStm");

	for (size_t i = 0; i < file.size; i++)
		buffer_byte(&all, file.at[i] ? file.at[i] : '?');
	for (size_t i = 0; i + kind.size < file.size; i++) {
		const char *stream;

		if (!text_starts(text_slice(file, i, file.size), kind))
			continue;
		stream = strstr(file.at + i, "stream\r\n");
		unpack(file, (size_t)(stream - file.at) + 8, &all);
	}
	buffer_byte(&all, '\0');
	return all.at;
}

static const char *
written(struct stand *stand, struct pages *pages)
{
	struct text file = { "", 0 };

	assert_true(run(stand, pages, -1, &file));
	return unpacked(stand, file);
}

/* A mark of a tag on a page. */
static void
mark(struct pages *pages, uint32_t page, uint32_t tag)
{
	struct item *item = page_add(pages, &pages->pages[page], ITEM_RULE);

	item->tag = tag;
	item->rule.width = item->rule.height = LENGTH_POINT;
}

static uint32_t
tag_add(struct pages *pages, enum role role, uint32_t parent)
{
	return pages_add_tag(pages, role, parent, (struct place){ 0 });
}

static uint32_t
link_add(struct pages *pages, uint32_t page, uint32_t parent, struct text name)
{
	uint32_t tag = tag_add(pages, ROLE_LINK, parent);
	struct item *item;

	mark(pages, page, tag);
	item = page_add(pages, &pages->pages[page], ITEM_LINK);
	item->tag = tag;
	item->x = 100 * LENGTH_POINT;
	item->y = 200 * LENGTH_POINT;
	item->link.width = 30 * LENGTH_POINT;
	item->link.height = 12 * LENGTH_POINT;
	item->link.name = name;
	return tag;
}

static void
draft_gives_the_same_bytes_again(void **state)
{
	struct stand *stand = *state;
	struct pages *pages = sample(stand, 3);
	struct text one = { "", 0 }, two = { "", 0 };

	mark(pages, 1, tag_add(pages, ROLE_P, 1));
	assert_true(run(stand, pages, -1, &one) && run(stand, pages, -1, &two));
	assert_true(text_equal(one, two));
}

static void
draft_takes_the_date_from_the_pages(void **state)
{
	struct stand *stand = *state;
	struct pages *pages = sample(stand, 1);
	const char *file;

	pages->date = TEXT("2024-03-31T12:34:56Z");
	file = written(stand, pages);
	assert_non_null(strstr(file, "/CreationDate (D:20240331123456Z)"));
	assert_non_null(strstr(file, "<xmp:ModifyDate>2024-03-31T12:34:56Z<"));
	pages->date = TEXT("2024-03-31");
	assert_non_null(strstr(written(stand, pages), "/ModDate (D:20240331000000Z)"));
	pages->date = TEXT("");
	assert_null(strstr(written(stand, pages), "Date"));
	assert_int_equal(stand->diags->count, 0);
}

static void
draft_prefers_the_epoch_to_the_date(void **state)
{
	static const struct {
		int64_t epoch;
		const char *date;
	} cases[] = { { 0, "19700101000000Z" }, { 951782400, "20000229000000Z" },
		{ 1709251199, "20240229235959Z" }, { 1700000000, "20231114221320Z" },
		{ 253402300799, "99991231235959Z" } };
	struct stand *stand = *state;
	struct pages *pages = sample(stand, 1);

	pages->date = TEXT("2024-03-31");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct text file = { "", 0 };
		const char *info;

		assert_true(run(stand, pages, cases[i].epoch, &file));
		info = strstr(unpacked(stand, file), "/CreationDate (D:");
		assert_non_null(info);
		assert_memory_equal(info + 17, cases[i].date, 15);
	}
}

static void
draft_misses_a_date_that_is_none(void **state)
{
	static const char *const dates[] = { "2024", "2024-13-01", "31.03.2024",
		"2024-03-31T25:00:00Z", "2024-03-32", "0000-01-01" };
	struct stand *stand = *state;
	struct pages *pages = sample(stand, 1);

	for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
		stand->diags->count = 0;
		pages->date = text_of(dates[i]);
		assert_null(strstr(written(stand, pages), "Date"));
		assert_diag(stand, DIAG_W203);
	}
}

static void
draft_goes_by_the_first_heading_without_a_title(void **state)
{
	struct stand *stand = *state;
	struct pages *pages = sample(stand, 1);

	pages->title = TEXT("");
	pages_add_bookmark(pages, (struct bookmark){ TEXT("R & D"), 1, TEXT("") });
	assert_non_null(strstr(
		written(stand, pages), ">R &amp; D</rdf:li></rdf:Alt></dc:title>"));
	assert_int_equal(stand->diags->count, 0);
	pages->bookmark_count = 0;
	assert_non_null(strstr(written(stand, pages), "/Title (Untitled)"));
	assert_diag(stand, DIAG_W203);
}

static void
draft_labels_pages_by_their_folios(void **state)
{
	static const char *const labels[] = { "", "ii", "iii", "v", "1", "2", "3",
		"A-1", "A-1", "IV", "iiii", "01", "0" };
	enum { COUNT = sizeof labels / sizeof *labels };
	struct stand *stand = *state;
	struct pages *pages = sample(stand, COUNT);

	for (size_t i = 0; i < COUNT; i++)
		pages->pages[i].label = text_of(labels[i]);
	assert_non_null(strstr(written(stand, pages),
		"/Nums [\n0 <<>>\n1 <</S /r /St 2>>\n3 <</S /r /St 5>>\n"
		"4 <</S /D /St 1>>\n7 <</P (A-1)>>\n9 <</S /R /St 4>>\n"
		"10 <</P (iiii)>>\n11 <</P (01)>>\n12 <</P (0)>>\n]"));
}

static void
draft_has_no_labels_without_folios(void **state)
{
	struct stand *stand = *state;

	assert_null(strstr(written(stand, sample(stand, 2)), "PageLabels"));
}

static void
draft_nests_bookmarks_without_gaps(void **state)
{
	static const int depths[] = { 1, 3, 2, 3, 1, 0 };
	struct stand *stand = *state;
	struct pages *pages = sample(stand, 1);
	const char *file;

	for (size_t i = 0; i < sizeof depths / sizeof *depths; i++)
		pages_add_bookmark(
			pages, (struct bookmark){ text_format(stand->arena, "b%zu", i),
				       depths[i], TEXT("") });
	file = written(stand, pages);
	/* Three at the top, and the two below the first. */
	assert_non_null(strstr(file, "/Type /Outlines"));
	assert_non_null(strstr(file, " /Count 5\n"));
	assert_non_null(strstr(strstr(file, "/Title (b0)"), " /Count 2\n"));
	assert_non_null(strstr(strstr(file, "/Title (b2)"), " /Count -1\n"));
}

static void
draft_sorts_destinations(void **state)
{
	static const char *const names[] = { "b", "a", "b", "\xc3\xa9", "a b", "" };
	struct stand *stand = *state;
	struct pages *pages = sample(stand, 1);
	const char *at;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		pages_add_destination(pages, (struct destination){ text_of(names[i]), 0,
						     (length)i * LENGTH_POINT });
	at = strstr(written(stand, pages), "/Limits [() (\xc3\xa9)] /Names [\n() [");
	assert_non_null(at);
	assert_non_null(at = strstr(at, "\n(a) ["));
	assert_non_null(at = strstr(at, "\n(a b) ["));
	assert_non_null(at = strstr(at, "\n(b) ["));
	assert_non_null(strstr(at, " /XYZ null 800 null]\n(\xc3\xa9) ["));
}

static void
draft_leaves_out_a_link_to_nowhere(void **state)
{
	static const char *const names[] = { "d", "b", "f", "there", "a" };
	struct stand *stand = *state;
	struct pages *pages = sample(stand, 1);

	link_add(pages, 0, 1, TEXT("there"));
	assert_null(strstr(written(stand, pages), "/Annot"));
	assert_diag(stand, DIAG_W201);
	stand->diags->count = 0;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		pages_add_destination(
			pages, (struct destination){ text_of(names[i]), 0, 0 });
	assert_non_null(strstr(written(stand, pages), "/Dest (there)"));
	assert_int_equal(stand->diags->count, 0);
}

static void
draft_puts_links_where_they_were(void **state)
{
	struct stand *stand = *state;
	struct pages *pages = sample(stand, 2);
	const char *file;

	pages_add_destination(pages, (struct destination){ TEXT("there"), 0, 0 });
	link_add(pages, 0, 1, TEXT("there"));
	file = written(stand, pages);
	assert_non_null(strstr(file, "/Rect [100 588 130 600]"));
}

/* In the tree that leads from marks to tags. */
static void
draft_numbers_links_after_their_page(void **state)
{
	struct stand *stand = *state;
	struct pages *pages = sample(stand, 2);
	const char *file;

	pages_add_destination(pages, (struct destination){ TEXT("there"), 0, 0 });
	link_add(pages, 0, 1, TEXT("there"));
	link_add(pages, 1, 1, TEXT("there"));
	file = written(stand, pages);
	assert_non_null(strstr(file, "/StructParent 1\n"));
	assert_non_null(strstr(file, "/StructParent 3\n"));
	assert_non_null(strstr(file, "/Limits [0 3]"));
	assert_non_null(strstr(file, "/ParentTreeNextKey 4\n"));
}

/* What follows /K in the element of a role. */
static const char *
kids_of(const char *file, const char *role)
{
	const char *at = strstr(file, role);

	assert_non_null(at);
	at = strstr(at, "/K [");
	assert_non_null(at);
	return at + 4;
}

static uint32_t
number_of(const char **at)
{
	uint32_t number = 0;

	while (**at >= '0' && **at <= '9')
		number = number * 10 + (uint32_t)(*(*at)++ - '0');
	return number;
}

static void
draft_keeps_a_link_in_the_midst_of_its_paragraph(void **state)
{
	struct stand *stand = *state;
	struct pages *pages = sample(stand, 1);
	uint32_t paragraph = tag_add(pages, ROLE_P, 1);
	const char *kids;

	pages_add_destination(pages, (struct destination){ TEXT("there"), 0, 0 });
	mark(pages, 0, paragraph);
	link_add(pages, 0, paragraph, TEXT("there"));
	mark(pages, 0, paragraph);
	kids = kids_of(written(stand, pages), "/S /P ");
	assert_memory_equal(kids, "0 ", 2);
	kids += 2;
	assert_int_not_equal(number_of(&kids), 0);
	assert_memory_equal(kids, " 0 R 2]", 7);
}

/* The object that the only stretch of a page belongs to. */
static uint32_t
owner_on(const char *file, const char *entry)
{
	const char *at = strstr(file, entry);

	assert_non_null(at);
	at += strlen(entry);
	return number_of(&at);
}

static void
draft_keeps_siblings_in_order_even_when_empty(void **state)
{
	struct stand *stand = *state;
	struct pages *pages = sample(stand, 2);
	const char *file, *kids;
	uint32_t numbers[5];

	for (int i = 0; i < 5; i++)
		tag_add(pages, ROLE_P, 1);
	mark(pages, 0, 6);
	mark(pages, 1, 3);
	file = written(stand, pages);
	kids = kids_of(file, "/S /Document ");
	for (int i = 0; i < 5; i++) {
		numbers[i] = number_of(&kids);
		assert_memory_equal(kids, i < 4 ? " 0 R " : " 0 R]", 5);
		kids += 5;
		for (int j = 0; j < i; j++)
			assert_int_not_equal(numbers[i], numbers[j]);
	}
	assert_int_equal(numbers[4], owner_on(file, "/Nums [\n0 ["));
	assert_int_equal(numbers[1], owner_on(file, "\n1 ["));
}

static void
draft_keeps_an_empty_tag_before_what_follows(void **state)
{
	struct stand *stand = *state;
	struct pages *pages = sample(stand, 1);
	uint32_t paragraph = tag_add(pages, ROLE_P, 1);
	const char *kids;

	tag_add(pages, ROLE_SPAN, paragraph);
	mark(pages, 0, paragraph);
	mark(pages, 0, tag_add(pages, ROLE_SPAN, paragraph));
	kids = kids_of(written(stand, pages), "/S /P ");
	number_of(&kids);
	assert_memory_equal(kids, " 0 R 0 ", 7);
}

/* A link to nowhere is left out when all is known; until then what it begins may stand
 * behind what it comes before. */
static void
draft_waits_for_a_link_to_say_where_its_tag_stands(void **state)
{
	struct stand *stand = *state;
	struct pages *pages = sample(stand, 1);
	uint32_t paragraph = tag_add(pages, ROLE_P, 1);
	uint32_t link = link_add(pages, 0, paragraph, TEXT("nowhere"));
	const char *kids;

	/* The link comes first, and what stands in it last. */
	pages->pages[0].items[0] = pages->pages[0].items[1];
	pages->pages[0].count = 1;
	mark(pages, 0, paragraph);
	mark(pages, 0, link);
	pages->pages[0].settled = link + 1;
	pages->pages[0].open = 1;
	kids = kids_of(written(stand, pages), "/S /P ");
	assert_memory_equal(kids, "0 ", 2);
}

static void
draft_says_on_which_page_a_part_is(void **state)
{
	struct stand *stand = *state;
	struct pages *pages = sample(stand, 2);
	uint32_t paragraph = tag_add(pages, ROLE_P, 1);
	const char *kids;

	mark(pages, 0, paragraph);
	mark(pages, 1, paragraph);
	kids = kids_of(written(stand, pages), "/S /P ");
	assert_memory_equal(kids, "0 <</Type /MCR /Pg ", 19);
	assert_non_null(strstr(kids, " 0 R /MCID 0>>]"));
}

static void
draft_says_the_language_of_a_part(void **state)
{
	struct stand *stand = *state;
	struct pages *pages = sample(stand, 1);
	uint32_t list = tag_add(pages, ROLE_L, 1);

	mark(pages, 0, list);
	pages_texts(pages, list)->language = TEXT("pt-MZ");
	pages_texts(pages, list)->alt = TEXT("\xc3\xa9");
	pages_texts(pages, list)->title = TEXT("T");
	pages->tags[list].ordered = true;
	assert_non_null(strstr(written(stand, pages),
		" /T (T) /Lang (pt-MZ) /Alt <FEFF00E9> /A <</O /List "
		"/ListNumbering /Decimal>>"));
}

static void
draft_balances_the_tree_of_pages(void **state)
{
	static const size_t counts[] = { 1, 32, 33, 1024, 1025 };
	static const int nodes[] = { 0, 0, 2, 32, 2 + 33 };
	struct stand *stand = *state;

	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
		const char *at = written(stand, sample(stand, counts[i]));
		char root[32];
		int found = 0;

		snprintf(root, sizeof root, "] /Count %zu\n", counts[i]);
		assert_non_null(strstr(at, root));
		while ((at = strstr(at, "/Type /Pages /Parent"))) {
			found++;
			at++;
		}
		assert_int_equal(found, nodes[i]);
	}
}

static void
draft_refuses_what_a_pdf_cannot_hold(void **state)
{
	struct stand *stand = *state;
	struct text file = { "", 0 };
	struct pages *pages = sample(stand, 0);
	struct item *item;

	assert_false(run(stand, pages, -1, &file));
	assert_diag(stand, DIAG_W101);
	stand->diags->count = 0;
	pages = sample(stand, 2);
	pages->pages[1].width = LENGTH_POINT;
	assert_false(run(stand, pages, -1, &file));
	assert_diag(stand, DIAG_W101);
	stand->diags->count = 0;
	pages = sample(stand, 1);
	item = page_add(pages, &pages->pages[0], ITEM_GLYPHS);
	assert_false(run(stand, pages, -1, &file));
	assert_diag(stand, DIAG_W101);
	stand->diags->count = 0;
	item->kind = ITEM_RULE;
	item->x = INT32_MIN;
	assert_false(run(stand, pages, -1, &file));
	assert_diag(stand, DIAG_W101);
	assert_int_equal(file.size, 0);
}

static void
draft_refuses_a_file_that_is_no_font(void **state)
{
	struct stand *stand = *state;
	struct pages *pages = sample(stand, 1);
	struct job job = { .diags = stand->diags,
		.scratch = stand->arena,
		.files = files_make(stand->arena),
		.epoch = -1 };
	struct piece in = { .form = FORM_PAGES, .arena = stand->arena, .pages = pages };
	struct piece out = { .form = FORM_PAGES };

	files_hold(job.files, TEXT("a.ttf"), TEXT("\0\1\0\0 no font"));
	pages_add_face(pages, (struct face){ TEXT("a.ttf"), 0 });
	assert_false(write_stage.run(&job, &in, stand->arena, &out));
	assert_diag(stand, DIAG_W102);
	assert_int_equal(out.form, FORM_PAGES);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(draft_gives_the_same_bytes_again),
		STAND_TEST(draft_takes_the_date_from_the_pages),
		STAND_TEST(draft_prefers_the_epoch_to_the_date),
		STAND_TEST(draft_misses_a_date_that_is_none),
		STAND_TEST(draft_goes_by_the_first_heading_without_a_title),
		STAND_TEST(draft_labels_pages_by_their_folios),
		STAND_TEST(draft_has_no_labels_without_folios),
		STAND_TEST(draft_nests_bookmarks_without_gaps),
		STAND_TEST(draft_sorts_destinations),
		STAND_TEST(draft_leaves_out_a_link_to_nowhere),
		STAND_TEST(draft_puts_links_where_they_were),
		STAND_TEST(draft_numbers_links_after_their_page),
		STAND_TEST(draft_keeps_a_link_in_the_midst_of_its_paragraph),
		STAND_TEST(draft_keeps_siblings_in_order_even_when_empty),
		STAND_TEST(draft_keeps_an_empty_tag_before_what_follows),
		STAND_TEST(draft_waits_for_a_link_to_say_where_its_tag_stands),
		STAND_TEST(draft_says_on_which_page_a_part_is),
		STAND_TEST(draft_says_the_language_of_a_part),
		STAND_TEST(draft_balances_the_tree_of_pages),
		STAND_TEST(draft_refuses_what_a_pdf_cannot_hold),
		STAND_TEST(draft_refuses_a_file_that_is_no_font),
	};

	return cmocka_run_group_tests_name("draft", tests, NULL, NULL);
}
