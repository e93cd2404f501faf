#include "base/files.h"
#include "report/report.h"
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

static void
report_is(struct stand *stand, const char *wanted)
{
	struct buffer out = buffer_make(stand->arena);

	report_text(stand->diags, held(stand), &out, false);
	assert_text(buffer_text(&out), wanted);
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
	struct buffer out = buffer_make(stand->arena);

	diag_add(stand->diags, DIAG_V201, place(3, 1, 7), "wrong");
	report_text(stand->diags, held(stand), &out, true);
	assert_true(
		text_starts(buffer_text(&out), TEXT("\033[1;31merror[V201]\033[0m: ")));
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
		STAND_TEST(report_summary_counts_faults_and_files),
	};

	return cmocka_run_group_tests_name("report", tests, NULL, NULL);
}
