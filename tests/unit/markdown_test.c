#include "report/markdown.h"

#include "stand.h"

static void
prints(struct stand *stand, const char *text, const char *wanted)
{
	struct buffer out = buffer_make(stand->arena);

	markdown_print(&out, text_of(text));
	assert_text(buffer_text(&out), wanted);
}

static void
markdown_leaves_alone_what_means_nothing(void **state)
{
	prints(*state, "write not_reported: [date]", "write not_reported: [date]");
	prints(*state, "1 < 2 & 3 > 2", "1 < 2 & 3 > 2");
	prints(*state, "[a] (b)", "[a] (b)");
}

static void
markdown_escapes_what_would_mean_something(void **state)
{
	prints(*state, "*a* _b_ `c` ~d~ e|f \\",
		"\\*a\\* \\_b\\_ \\`c\\` \\~d\\~ e\\|f \\\\");
	prints(*state, "[a](b) ![c][d] [e]: f", "[a\\](b) ![c\\][d] [e\\]: f");
	prints(*state, "<b> </b> <!-- <?x <x@y>", "\\<b> \\</b> \\<!-- \\<?x \\<x@y>");
	prints(*state, "&amp; &#60;", "\\&amp; \\&#60;");
	prints(*state, "_a and b_ and _", "\\_a and b\\_ and \\_");
}

static void
markdown_keeps_to_one_line(void **state)
{
	prints(*state, "a\n# b\x01", "a # b·");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(markdown_leaves_alone_what_means_nothing),
		STAND_TEST(markdown_escapes_what_would_mean_something),
		STAND_TEST(markdown_keeps_to_one_line),
	};

	return cmocka_run_group_tests_name("markdown", tests, NULL, NULL);
}
