#include <stdlib.h>
#include <string.h>

/* cmark judges: what it reads must be what went in. */
#define CMARK_NO_SHORT_NAMES
#include <cmark.h>

#include "compose/escape.h"
#include "compose/prose.h"
#include "stand.h"

/* Where templates put values, with what a reader sees of it. */
static const struct context {
	const char *before, *after;
	const char *seen_before, *seen_after;
} contexts[] = {
	{ "", "", "", "" },
	{ "A ", " b", "A ", " b" },
	{ "A\n", "", "A ", "" },
	{ "", ". And", "", ". And" },
	{ "", ") and", "", ") and" },
	{ "# ", "", "", "" },
	{ "## ", " | x", "", " | x" },
	{ "- ", "", "", "" },
	{ "- a\n  ", "", "a ", "" },
	{ "1. ", "", "", "" },
	{ "> ", "", "", "" },
	{ "> - ", ". And", "", ". And" },
	{ "In *", "*, x", "In ", ", x" },
	{ "In **", "**, x", "In ", ", x" },
	{ "[", "](https://example.org)", "", "" },
	{ "![", "](a.png)", "", "" },
	{ "(", ")", "(", ")" },
	{ "x ", "[y](https://example.org)", "x ", "y" },
};

enum { CONTEXTS = sizeof contexts / sizeof *contexts, STRINGS = 3000 };

/* Collects what a reader sees; breaks are spaces. */
static struct text
seen_in(struct arena *arena, struct text markdown)
{
	struct buffer seen = buffer_make(arena);
	cmark_node *root = cmark_parse_document(markdown.at, markdown.size, 0);
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);

		if (event != CMARK_EVENT_ENTER)
			continue;
		if (cmark_node_get_type(node) == CMARK_NODE_SOFTBREAK)
			buffer_byte(&seen, ' ');
		else if (cmark_node_get_type(node) == CMARK_NODE_TEXT)
			buffer_string(&seen, cmark_node_get_literal(node));
		else if (cmark_node_get_literal(node))
			buffer_string(&seen, "(markup)");
	}
	cmark_iter_free(iter);
	cmark_node_free(root);
	return buffer_text(&seen);
}

static void
prints_as_itself(struct arena *arena, struct text value, const struct context *context)
{
	const struct place nowhere = { 0 };
	struct prose prose = prose_make(arena);
	struct buffer escaped = buffer_make(arena), wanted = buffer_make(arena);
	struct text seen;

	escape_text(&escaped, value);
	prose_run(&prose, text_of(context->before), nowhere);
	prose_fix(&prose, buffer_text(&escaped), nowhere);
	prose_run(&prose, text_of(context->after), nowhere);
	seen = seen_in(arena, buffer_text(&prose.buffer));
	buffer_format(&wanted, "%s%.*s%s", context->seen_before,
		TEXT_ARG(escape_fold(arena, value)), context->seen_after);
	buffer_byte(&wanted, '\0');
	if (!text_is(seen, wanted.at))
		print_error("Markdown: %.*s\n", TEXT_ARG(buffer_text(&prose.buffer)));
	assert_text(seen, wanted.at);
}

static void
escape_lets_any_text_print_as_itself(void **state)
{
	static const char letters[] = "\\`*_{}[]<>()#+-.!|~$&;:/=@^\"' \n\t0189abwx%,?";
	struct stand *stand = *state;
	uint32_t random = 12345;

	for (size_t i = 0; i < STRINGS; i++) {
		char value[12];
		size_t size = 1 + i % sizeof value;

		for (size_t j = 0; j < size; j++) {
			random = random * 1664525 + 1013904223;
			value[j] = letters[(random >> 8) % (sizeof letters - 1)];
		}
		if (text_trim((struct text){ value, size }).size == 0)
			continue;
		for (size_t j = 0; j < CONTEXTS; j++)
			prints_as_itself(stand->arena, (struct text){ value, size },
				&contexts[j]);
	}
}

static void
escape_lets_known_traps_print_as_themselves(void **state)
{
	static const char *const traps[] = { "2023", "1)", "12. ", "---", "***",
		"===", "+ plus", "www.example.org", "https://example.org/a_b",
		"a@example.org", "&amp;", "&#35;", "<script>alert(1)</script>",
		"<!-- x -->", "<?x?>", "[a](b)", "[!country AZ]", "![", "!", "a\\",
		"``", "~~~", "    code", "    - x", "| a |", "{{title}}", "[ref]: /url",
		"a  \nb", "\\*", "$x$", "“quoted”", "Zəngilan", "ភ្នំពេញ", "الهيئة" };
	struct stand *stand = *state;

	for (size_t i = 0; i < sizeof traps / sizeof *traps; i++)
		for (size_t j = 0; j < CONTEXTS; j++)
			prints_as_itself(stand->arena, text_of(traps[i]), &contexts[j]);
}

static void
escape_leaves_plain_words_alone(void **state)
{
	struct stand *stand = *state;
	struct buffer buffer = buffer_make(stand->arena);

	escape_text(
		&buffer, TEXT("People-centred cities: \"5–9 June\" (2023), 50% + 1."));
	assert_text(buffer_text(&buffer),
		"People-centred cities: \"5–9 June\" (2023), 50% + 1.");
}

static void
escape_url_refuses_all_but_the_web(void **state)
{
	static const char *const bad[] = { "javascript:alert(1)", "ftp://example.org",
		"/etc/passwd", "", "http:/example.org", "data:text/html,x" };
	struct stand *stand = *state;
	struct buffer buffer = buffer_make(stand->arena);

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(escape_url(&buffer, text_of(bad[i])));
	assert_int_equal(buffer.size, 0);
}

static void
escape_url_keeps_the_link_whole(void **state)
{
	struct stand *stand = *state;
	struct buffer buffer = buffer_make(stand->arena);

	assert_true(
		escape_url(&buffer, TEXT("https://x.org/a b(c)?q=1&copy;=%C3%A9é>")));
	assert_text(buffer_text(&buffer),
		"https://x.org/a%20b%28c%29?q=1&amp;copy;=%C3%A9%C3%A9%3E");
}

static void
escape_fact_stays_inside_its_instruction(void **state)
{
	struct stand *stand = *state;
	struct buffer buffer = buffer_make(stand->arena);

	escape_fact(&buffer, TEXT(" A ?> <b> & \n B "));
	assert_text(buffer_text(&buffer), "A ?&gt; &lt;b&gt; &amp; B");
}

static void
markup_is(struct stand *stand, const char *text, const char *wanted)
{
	struct buffer buffer = buffer_make(stand->arena);

	escape_markup(&buffer, text_of(text));
	assert_text(buffer_text(&buffer), wanted);
}

static void
escape_markup_keeps_emphasis_and_links(void **state)
{
	struct stand *stand = *state;

	markup_is(stand, "a *b* c", "a *b* c");
	markup_is(stand, "**a** _b_", "**a** *b*");
	markup_is(stand, "*a **b** c*", "*a **b** c*");
	markup_is(stand, "see [the *page*](https://example.org/a?b=1)",
		"see [the *page*](https://example.org/a?b=1)");
	markup_is(stand, "\\*a*", "\\*a\\*");
}

static void
escape_markup_keeps_nothing_else(void **state)
{
	struct stand *stand = *state;

	markup_is(stand, "# a", "\\# a");
	markup_is(stand, "<b>a</b>", "&lt;b&gt;a&lt;/b&gt;");
	markup_is(stand, "[a](javascript:x)", "\\[a\\](javascript:x)");
	markup_is(stand, "![a](https://example.org/)", "\\![a](https://example.org/)");
	markup_is(stand, "*a", "\\*a");
	markup_is(stand, "a*b*c", "a\\*b\\*c");
	markup_is(stand, "* a *", "\\* a \\*");
	markup_is(stand, "***a***", "\\*\\*\\*a\\*\\*\\*");
	markup_is(stand, "`a` ~b~", "\\`a\\` \\~b\\~");
	markup_is(stand, "a\n\n- b", "a - b");
	markup_is(stand, "[a [b](https://x.org)](https://y.org)",
		"\\[a [b](https://x.org)\\](https&#58;//y.org)");
}

/* A thousand openings are read in no time. */
static void
escape_markup_ends_soon(void **state)
{
	struct stand *stand = *state;
	struct buffer buffer = buffer_make(stand->arena),
		      text = buffer_make(stand->arena);

	for (int i = 0; i < 1000; i++)
		buffer_string(&text, "*a _b [c **d");
	escape_markup(&buffer, buffer_text(&text));
	assert_true(buffer.size > text.size);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(escape_lets_any_text_print_as_itself),
		STAND_TEST(escape_lets_known_traps_print_as_themselves),
		STAND_TEST(escape_leaves_plain_words_alone),
		STAND_TEST(escape_url_refuses_all_but_the_web),
		STAND_TEST(escape_url_keeps_the_link_whole),
		STAND_TEST(escape_markup_keeps_emphasis_and_links),
		STAND_TEST(escape_markup_keeps_nothing_else),
		STAND_TEST(escape_markup_ends_soon),
		STAND_TEST(escape_fact_stays_inside_its_instruction),
	};

	return cmocka_run_group_tests_name("escape", tests, NULL, NULL);
}
