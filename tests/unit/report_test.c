#include "report/report.h"

#include <string.h>

#include "base/files.h"
#include "stand.h"

static const char source[] = "schema: plgs-style/1\n"
			     "\tname: ភ្នំ 北京 x\n"
			     "cuntry: AZ\n";

static struct files *
held(struct stand *stand)
{
	struct files *files = files_make(stand->arena);

	files_hold(files, TEXT("a.yaml"), text_of(source));
	return files;
}

static struct place
place(uint32_t line, uint32_t column, uint32_t end)
{
	return (struct place){ TEXT("a.yaml"), line, column, end };
}

static struct text
told(struct stand *stand, const char *form, bool colour)
{
	struct buffer out = buffer_make(stand->arena);
	const struct report report = { .diags = stand->diags,
		.files = held(stand),
		.version = TEXT("1"),
		.colour = colour };

	report_form_find(text_of(form))->print(&report, &out);
	return buffer_text(&out);
}

static void
report_is(struct stand *stand, const char *wanted)
{
	assert_text(told(stand, "text", false), wanted);
}

static void
report_shows_the_line_with_a_caret(void **state)
{
	struct stand *stand = *state;

	diag_add(stand->diags, DIAG_V201, place(3, 1, 7), "unknown key \"%s\"",
		"cuntry");
	diag_label(stand->diags, "there is no such key");
	diag_help(stand->diags, "did you mean \"country\"?");
	report_is(stand, "error[V201]: unknown key \"cuntry\"\n"
			 "  ┌─ a.yaml:3:1\n"
			 "3 │ cuntry: AZ\n"
			 "  │ ^^^^^^ there is no such key\n"
			 "  = help: did you mean \"country\"?\n\n");
}

static void
report_shows_other_places_below(void **state)
{
	struct stand *stand = *state;

	diag_add(stand->diags, DIAG_R305, place(3, 1, 7), "twice");
	diag_other(stand->diags, place(1, 1, 7), "first here");
	report_is(stand, "error[R305]: twice\n"
			 "  ┌─ a.yaml:3:1\n"
			 "3 │ cuntry: AZ\n"
			 "  │ ^^^^^^\n"
			 "  ┌─ a.yaml:1:1\n"
			 "1 │ schema: plgs-style/1\n"
			 "  │ ------ first here\n\n");
}

static void
report_expands_tabs_and_knows_wide_and_combining_runes(void **state)
{
	struct stand *stand = *state;

	diag_add(stand->diags, DIAG_V201, place(2, 8, 12), "Khmer");
	diag_add(stand->diags, DIAG_V201, place(2, 13, 15), "Chinese");
	report_is(stand, "error[V201]: Khmer\n"
			 "  ┌─ a.yaml:2:8\n"
			 "2 │     name: ភ្នំ 北京 x\n"
			 "  │           ^^\n\n"
			 "error[V201]: Chinese\n"
			 "  ┌─ a.yaml:2:13\n"
			 "2 │     name: ភ្នំ 北京 x\n"
			 "  │              ^^^^\n\n");
}

static void
report_does_without_what_it_cannot_have(void **state)
{
	struct stand *stand = *state;
	struct place elsewhere = { TEXT("gone.yaml"), 3, 1, 2 },
		     nowhere = { .line = 0 };

	diag_add(stand->diags, DIAG_V201, elsewhere, "a file that is gone");
	diag_label(stand->diags, "the label");
	diag_add(stand->diags, DIAG_V201, place(99, 1, 2), "a line that is gone");
	diag_add(stand->diags, DIAG_V201, place(3, 40, 41), "beyond the line");
	diag_add(stand->diags, DIAG_F102, nowhere, "no place at all");
	report_is(stand, "error[V201]: a file that is gone\n"
			 "  ┌─ gone.yaml:3:1\n"
			 "  = the label\n\n"
			 "error[V201]: a line that is gone\n"
			 "   ┌─ a.yaml:99:1\n\n"
			 "error[V201]: beyond the line\n"
			 "  ┌─ a.yaml:3:40\n"
			 "3 │ cuntry: AZ\n"
			 "  │           ^\n\n"
			 "failure[F102]: no place at all\n\n");
}

static void
report_lets_no_order_reach_the_terminal(void **state)
{
	struct stand *stand = *state;
	struct place nowhere = { .line = 0 };

	diag_add(stand->diags, DIAG_V201, nowhere, "a\033[31mb\nc\x80");
	report_is(stand, "error[V201]: a·[31mb c\xef\xbf\xbd\n\n");
}

static void
report_paints_only_when_asked(void **state)
{
	struct stand *stand = *state;

	diag_add(stand->diags, DIAG_V201, place(3, 1, 7), "wrong");
	assert_true(text_starts(
		told(stand, "text", true), TEXT("\033[1;31merror[V201]\033[0m: ")));
}

static void
report_escapes_what_a_form_would_read(void **state)
{
	struct stand *stand = *state;

	diag_add(stand->diags, DIAG_V201, place(3, 1, 7),
		"<b>&\"%% *x*\r\n::error::y\x01");
	assert_text(told(stand, "github", false),
		"::error file=a.yaml,line=3,col=1,endColumn=7,title=V201::"
		"<b>&\"%25 *x*%0D%0A::error::y%01\n");
	assert_non_null(strstr(text_string(stand->arena, told(stand, "junit", false)),
		"message=\"&lt;b&gt;&amp;&quot;% *x*· ::error::y·\""));
	assert_non_null(strstr(text_string(stand->arena, told(stand, "json", false)),
		"\"<b>&\\\"% *x*\\u000d\\n::error::y\\u0001\""));
	assert_non_null(strstr(text_string(stand->arena, told(stand, "letter", false)),
		"\\<b>&\"% \\*x\\*· ::error::y·"));
	assert_non_null(
		strstr(text_string(stand->arena, told(stand, "letter-html", false)),
			"&lt;b&gt;&amp;&quot;% *x*· ::error::y·"));
}

static void
report_has_no_form_of_another_name(void **state)
{
	(void)state;
	assert_null(report_form_find(TEXT("yaml")));
	assert_null(report_form_find(TEXT("")));
}

static void
report_writes_a_path_as_a_uri(void **state)
{
	struct stand *stand = *state;
	struct place odd = { TEXT("in a/é#.yaml"), 1, 1, 1 },
		     whole = { TEXT("/x.yaml"), 0, 0, 0 };

	diag_add(stand->diags, DIAG_V201, odd, "odd");
	diag_add(stand->diags, DIAG_V201, whole, "whole");
	assert_non_null(strstr(text_string(stand->arena, told(stand, "sarif", false)),
		"\"in%20a/%C3%A9%23.yaml\""));
	assert_non_null(strstr(text_string(stand->arena, told(stand, "sarif", false)),
		"\"file:///x.yaml\""));
}

static void
summary_is(struct stand *stand, const char *wanted)
{
	struct buffer out = buffer_make(stand->arena);

	report_summary(stand->diags, &out);
	assert_text(buffer_text(&out), wanted);
}

static void
report_summary_counts_faults_and_files(void **state)
{
	struct stand *stand = *state;
	struct place other = { TEXT("b.yaml"), 1, 1, 2 };

	summary_is(stand, "");
	diag_add(stand->diags, DIAG_R312, other, "a warning");
	summary_is(stand, "1 warning in 1 file\n");
	diag_add(stand->diags, DIAG_V201, place(1, 1, 2), "an error");
	diag_add(stand->diags, DIAG_V201, place(2, 1, 2), "an error");
	summary_is(stand, "2 errors, 1 warning in 2 files\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(report_shows_the_line_with_a_caret),
		STAND_TEST(report_shows_other_places_below),
		STAND_TEST(report_expands_tabs_and_knows_wide_and_combining_runes),
		STAND_TEST(report_does_without_what_it_cannot_have),
		STAND_TEST(report_lets_no_order_reach_the_terminal),
		STAND_TEST(report_paints_only_when_asked),
		STAND_TEST(report_escapes_what_a_form_would_read),
		STAND_TEST(report_has_no_form_of_another_name),
		STAND_TEST(report_writes_a_path_as_a_uri),
		STAND_TEST(report_summary_counts_faults_and_files),
	};

	return cmocka_run_group_tests_name("report", tests, NULL, NULL);
}
