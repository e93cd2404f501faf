#include "base/files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "stand.h"

static char folder[64];

/* Each case runs inside an empty folder of its own. */
static int
folder_open(void **state)
{
	strcpy(folder, "/tmp/files-test-XXXXXX");
	if (!mkdtemp(folder) || chdir(folder) != 0)
		return -1;
	return stand_open(state);
}

static int
folder_close(void **state)
{
	char command[96];

	snprintf(command, sizeof command, "rm -rf '%s'", folder);
	if (chdir("/") != 0 || system(command) != 0)
		return -1;
	return stand_close(state);
}

#define FOLDER_TEST(function)                                                          \
	cmocka_unit_test_setup_teardown(function, folder_open, folder_close)

static void
put(const char *path, const char *bytes)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_true(fputs(bytes, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

static void
assert_on_disk(const char *path, const char *bytes)
{
	char found[64] = "";
	FILE *file = fopen(path, "r");

	if (!file)
		fail_msg("%s is not there", path);
	assert_true(fread(found, 1, sizeof found - 1, file) == strlen(bytes));
	assert_string_equal(found, bytes);
	assert_int_equal(fclose(file), 0);
}

/* Reads as the rooms do; true when a text came back. */
static bool
reads(struct stand *stand, struct files *files, const char *path,
	struct text *ret_bytes)
{
	return files_read(files, stand->diags, text_of(path), (struct place){ 0 }, 1000,
		ret_bytes);
}

static void
files_reads_below_a_root(void **state)
{
	struct stand *stand = *state;
	struct files *files = files_make(stand->arena);
	struct text bytes = { NULL, 0 };

	assert_int_equal(mkdir("in", 0777), 0);
	put("in/a", "alpha");
	assert_true(files_allow(files, TEXT("in")));
	assert_true(reads(stand, files, "in/a", &bytes));
	assert_text(bytes, "alpha");
	assert_true(reads(stand, files, "in/../in/./a", &bytes));
	assert_text(files_seen(files, TEXT("in/a")), "alpha");
	assert_text(files_seen(files, TEXT("in/b")), "");
	assert_int_equal(stand->diags->count, 0);
}

static void
files_refuses_what_lies_outside(void **state)
{
	static const char *const outside[] = { "secret", "in/../secret", "in/link",
		"in-side/a", "in/folder/secret", "/etc/passwd" };
	struct stand *stand = *state;
	struct files *files = files_make(stand->arena);

	assert_int_equal(mkdir("in", 0777), 0);
	assert_int_equal(mkdir("in-side", 0777), 0);
	put("in-side/a", "beside");
	put("secret", "secret");
	assert_int_equal(symlink("../secret", "in/link"), 0);
	assert_int_equal(symlink("..", "in/folder"), 0);
	assert_true(files_allow(files, TEXT("in")));
	for (size_t i = 0; i < sizeof outside / sizeof *outside; i++) {
		struct text bytes = { NULL, 0 };

		if (reads(stand, files, outside[i], &bytes))
			fail_msg("%s was read", outside[i]);
		assert_int_equal(stand->diags->count, i + 1);
		assert_int_equal(stand->diags->items[i].code, DIAG_F101);
		assert_null(bytes.at);
	}
}

static void
files_follows_links_that_stay_inside(void **state)
{
	struct stand *stand = *state;
	struct files *files = files_make(stand->arena);
	struct text bytes = { NULL, 0 };

	put("a", "alpha");
	assert_int_equal(symlink("a", "link"), 0);
	assert_true(files_allow(files, TEXT(".")));
	assert_true(reads(stand, files, "link", &bytes));
	assert_text(bytes, "alpha");
}

static void
files_refuses_what_is_no_plain_file(void **state)
{
	struct stand *stand = *state;
	struct files *files = files_make(stand->arena);
	struct text bytes;

	assert_int_equal(mkfifo("pipe", 0666), 0);
	assert_true(files_allow(files, TEXT(".")));
	assert_false(reads(stand, files, "pipe", &bytes));
	assert_false(reads(stand, files, ".", &bytes));
	assert_false(reads(stand, files, "nothing", &bytes));
	assert_int_equal(stand->diags->errors, 3);
}

static void
files_refuses_what_is_too_large(void **state)
{
	struct stand *stand = *state;
	struct files *files = files_make(stand->arena);
	struct text bytes = { NULL, 0 };

	put("a", "12345");
	assert_true(files_allow(files, TEXT(".")));
	assert_false(files_read(files, stand->diags, TEXT("a"),
		(struct place){ TEXT("b"), 7, 1, 2 }, 4, &bytes));
	assert_diag(stand, DIAG_F101);
	assert_text(stand->diags->items[0].at.file, "b");
	assert_int_equal(stand->diags->items[0].at.line, 7);
	assert_true(files_read(
		files, stand->diags, TEXT("a"), (struct place){ 0 }, 5, &bytes));
	assert_text(bytes, "12345");
}

static void
files_prefers_what_it_holds(void **state)
{
	struct stand *stand = *state;
	struct files *files = files_make(stand->arena);
	struct text bytes = { NULL, 0 };

	put("a", "on disk");
	files_hold(files, TEXT("a"), TEXT("held"));
	files_hold(files, TEXT("nowhere/b"), TEXT("held too"));
	assert_true(reads(stand, files, "a", &bytes));
	assert_text(bytes, "held");
	assert_true(reads(stand, files, "nowhere/b", &bytes));
	assert_text(bytes, "held too");
	assert_true(files_exists(files, TEXT("nowhere/b")));
}

static bool
maps(struct stand *stand, struct files *files, const char *path, struct text *ret_bytes)
{
	return files_map(files, stand->diags, text_of(path), (struct place){ 0 }, 1000,
		ret_bytes);
}

static void
files_maps_what_it_would_read(void **state)
{
	struct stand *stand = *state;
	struct files *files = files_make(stand->arena);
	struct text bytes, again;

	files_allow(files, TEXT("."));
	put("font", "glyphs");
	put("empty", "");
	assert_true(maps(stand, files, "font", &bytes));
	assert_text(bytes, "glyphs");
	assert_true(reads(stand, files, "font", &again));
	assert_ptr_equal(again.at, bytes.at);
	assert_true(maps(stand, files, "empty", &bytes));
	assert_int_equal(bytes.size, 0);
	files_hold(files, TEXT("held"), TEXT("more"));
	assert_true(maps(stand, files, "held", &bytes));
	assert_text(bytes, "more");
	assert_int_equal(stand->diags->count, 0);
	assert_false(maps(stand, files, "nowhere", &bytes));
	assert_false(maps(stand, files, ".", &bytes));
	assert_false(maps(stand, files, "/etc/passwd", &bytes));
	assert_int_equal(stand->diags->count, 3);
}

/* As files are replaced: what was mapped stays what it was. */
static void
files_keeps_what_it_mapped_when_another_takes_its_place(void **state)
{
	struct stand *stand = *state;
	struct files *files = files_make(stand->arena);
	struct text bytes;

	files_allow(files, TEXT("."));
	put("font", "glyphs");
	assert_true(maps(stand, files, "font", &bytes));
	put("font.new", "");
	assert_int_equal(rename("font.new", "font"), 0);
	assert_text(bytes, "glyphs");
}

static void
files_lists_a_folder_sorted(void **state)
{
	static const char *const listed[] = { "in/B.yaml", "in/a.yaml",
		"in/below/c.yaml" };
	struct stand *stand = *state;
	struct files *files = files_make(stand->arena);
	struct text *paths = NULL;
	size_t count = 0;

	assert_int_equal(mkdir("in", 0777), 0);
	assert_int_equal(mkdir("in/below", 0777), 0);
	assert_int_equal(mkdir("in/.git", 0777), 0);
	put("in/a.yaml", "");
	put("in/B.yaml", "");
	put("in/.hidden.yaml", "");
	put("in/notes.txt", "");
	put("in/below/c.yaml", "");
	put("in/.git/d.yaml", "");
	assert_true(files_allow(files, TEXT("in")));
	assert_true(files_list(files, stand->diags, TEXT("in"), (struct place){ 0 },
		TEXT(".yaml"), &paths, &count));
	assert_int_equal(count, 3);
	for (size_t i = 0; i < count; i++)
		assert_text(paths[i], listed[i]);
}

static void
files_lists_nothing_outside(void **state)
{
	struct stand *stand = *state;
	struct files *files = files_make(stand->arena);
	struct text *paths = NULL;
	size_t count = 0;

	assert_int_equal(mkdir("in", 0777), 0);
	assert_true(files_allow(files, TEXT("in")));
	assert_false(files_list(files, stand->diags, TEXT("."), (struct place){ 0 },
		TEXT(".yaml"), &paths, &count));
	assert_diag(stand, DIAG_F101);
}

static void
files_lists_no_file_twice_when_links_go_round(void **state)
{
	struct stand *stand = *state;
	struct files *files = files_make(stand->arena);
	struct text *paths = NULL;
	size_t count = 0;

	assert_int_equal(mkdir("in", 0777), 0);
	put("in/a.yaml", "");
	assert_int_equal(symlink(".", "in/round"), 0);
	assert_true(files_allow(files, TEXT("in")));
	assert_true(files_list(files, stand->diags, TEXT("in"), (struct place){ 0 },
		TEXT(".yaml"), &paths, &count));
	assert_int_equal(count, 1);
}

/* The only thing in the folder but what a case put there itself. */
static void
assert_alone(const char *name)
{
	char command[128];

	snprintf(command, sizeof command, "test \"$(ls -A)\" = '%s'", name);
	assert_int_equal(system(command), 0);
}

static void
files_writes_whole_files(void **state)
{
	struct stand *stand = *state;

	put("out", "an old and longer text");
	assert_true(files_write(stand->diags, TEXT("out"), TEXT("new")));
	assert_on_disk("out", "new");
	assert_alone("out");
	assert_true(files_write(stand->diags, TEXT("out"), TEXT("")));
	assert_on_disk("out", "");
}

static void
files_leaves_the_old_file_when_it_cannot_write(void **state)
{
	struct stand *stand = *state;

	assert_int_equal(mkdir("out", 0777), 0);
	put("out/kept", "old");
	assert_false(files_write(stand->diags, TEXT("out"), TEXT("new")));
	assert_diag(stand, DIAG_F102);
	assert_on_disk("out/kept", "old");
	assert_alone("out");
	assert_false(files_write(stand->diags, TEXT("nowhere/out"), TEXT("new")));
	assert_int_equal(stand->diags->failures, 2);
}

static void
files_writes_into_a_device_without_replacing_it(void **state)
{
	struct stand *stand = *state;
	struct stat about;

	assert_int_equal(symlink("/dev/null", "null"), 0);
	assert_true(files_write(stand->diags, TEXT("null"), TEXT("bytes")));
	assert_int_equal(lstat("null", &about), 0);
	assert_true(S_ISLNK(about.st_mode));
	assert_alone("null");
}

static void
files_says_when_a_device_is_full(void **state)
{
	struct stand *stand = *state;

	assert_int_equal(symlink("/dev/full", "full"), 0);
	assert_false(files_write(stand->diags, TEXT("full"), TEXT("bytes")));
	assert_diag(stand, DIAG_F102);
	assert_alone("full");
}

static void
files_finds_what_lies_above(void **state)
{
	struct stand *stand = *state;
	struct files *files = files_make(stand->arena);
	struct text found;

	assert_int_equal(mkdir("a", 0777), 0);
	assert_int_equal(mkdir("a/b", 0777), 0);
	put("marker-of-this-test", "");
	put("a/b/file", "");
	found = files_above(files, TEXT("a/b"), "marker-of-this-test");
	assert_true(text_ends(found, text_slice(text_of(folder), 4, strlen(folder))));
	found = files_above(files, TEXT("a/b/file"), "marker-of-this-test");
	assert_true(text_ends(found, text_slice(text_of(folder), 4, strlen(folder))));
	assert_int_equal(files_above(files, TEXT("a"), "no-such-marker").size, 0);
	assert_int_equal(
		files_above(files, TEXT("nowhere"), "marker-of-this-test").size, 0);
}

static void
files_within_resolves_dots(void **state)
{
	static const struct {
		const char *folder, *path, *whole;
	} cases[] = {
		{ "a/b", "c", "a/b/c" },
		{ "a/b", "../c", "a/c" },
		{ "a", "../../c", "../c" },
		{ "a", "../..", ".." },
		{ "a", "..", "." },
		{ "a", "/etc/x", "/etc/x" },
		{ "a", "./b//c/", "a/b/c" },
		{ ".", "c", "c" },
		{ ".", ".", "." },
		{ "..", "c", "../c" },
		{ "..", "../c", "../../c" },
		{ "/", "c", "/c" },
		{ "/", "../c", "/c" },
		{ "/a", "..", "/" },
		{ "a", "", "a" },
	};
	struct stand *stand = *state;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_text(files_within(stand->arena, text_of(cases[i].folder),
				    text_of(cases[i].path)),
			cases[i].whole);
}

static void
files_beside_goes_from_the_file(void **state)
{
	struct stand *stand = *state;

	assert_text(files_beside(stand->arena, TEXT("a/b/report.yaml"), TEXT("../x")),
		"a/x");
	assert_text(files_beside(stand->arena, TEXT("report.yaml"), TEXT("x")), "x");
	assert_text(files_beside(stand->arena, TEXT("report.yaml"), TEXT(".")), ".");
	assert_text(files_beside(stand->arena, TEXT("/report.yaml"), TEXT("x")), "/x");
	assert_text(files_beside(stand->arena, TEXT("a/report.yaml"), TEXT(".")), "a");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		FOLDER_TEST(files_reads_below_a_root),
		FOLDER_TEST(files_refuses_what_lies_outside),
		FOLDER_TEST(files_follows_links_that_stay_inside),
		FOLDER_TEST(files_refuses_what_is_no_plain_file),
		FOLDER_TEST(files_refuses_what_is_too_large),
		FOLDER_TEST(files_prefers_what_it_holds),
		FOLDER_TEST(files_maps_what_it_would_read),
		FOLDER_TEST(files_keeps_what_it_mapped_when_another_takes_its_place),
		FOLDER_TEST(files_lists_a_folder_sorted),
		FOLDER_TEST(files_lists_nothing_outside),
		FOLDER_TEST(files_lists_no_file_twice_when_links_go_round),
		FOLDER_TEST(files_writes_whole_files),
		FOLDER_TEST(files_leaves_the_old_file_when_it_cannot_write),
		FOLDER_TEST(files_writes_into_a_device_without_replacing_it),
		FOLDER_TEST(files_says_when_a_device_is_full),
		FOLDER_TEST(files_finds_what_lies_above),
		STAND_TEST(files_within_resolves_dots),
		STAND_TEST(files_beside_goes_from_the_file),
	};

	return cmocka_run_group_tests_name("files", tests, NULL, NULL);
}
