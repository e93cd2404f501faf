#include "read/bounds.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/files.h"
#include "stage.h"
#include "stand.h"

/* Reads a file x.yaml of these bytes, or the path itself where there are none. */
static bool
read_path(struct stand *stand, const char *path, struct text bytes)
{
	struct text name = text_of(path);
	struct piece in = { .form = FORM_YAML,
		.arena = stand->arena,
		.paths = { .items = &name, .count = 1 } };
	struct job job = { .scratch = stand->arena };
	struct piece out;

	stand->diags = job.diags = diag_list_make(stand->arena);
	job.files = files_make(stand->arena);
	if (bytes.size)
		files_hold(job.files, name, bytes);
	return read_stage.run(&job, &in, stand->arena, &out);
}

static bool
read_bytes(struct stand *stand, const struct buffer *bytes)
{
	return read_path(stand, "x.yaml", buffer_text(bytes));
}

static struct buffer
file_start(struct stand *stand)
{
	struct buffer bytes = buffer_make(stand->arena);

	buffer_string(&bytes, "schema: plgs-style/1\n");
	return bytes;
}

static void
bounds_let_a_file_have_so_many_bytes(void **state)
{
	struct stand *stand = *state;
	char path[] = "bounds-XXXXXX";
	struct buffer bytes = file_start(stand);
	struct text name = text_of(path), found;
	struct files *files = files_make(stand->arena);
	int file = mkstemp(path);

	assert_true(file >= 0);
	buffer_fill(&bytes, '#', BOUND_FILE_BYTES - bytes.size);
	assert_int_equal(write(file, bytes.at, bytes.size), bytes.size);
	files_allow(files, TEXT("."));
	assert_true(files_read(files, stand->diags, name, (struct place){ 0 },
		BOUND_FILE_BYTES, &found));
	assert_int_equal(write(file, "#", 1), 1);
	close(file);
	files = files_make(stand->arena);
	files_allow(files, TEXT("."));
	assert_false(files_read(files, stand->diags, name, (struct place){ 0 },
		BOUND_FILE_BYTES, &found));
	unlink(path);
	assert_diag(stand, DIAG_F101);
}

/* Lists in one another below a key of the file, which is the first level. */
static struct buffer
nested(struct stand *stand, size_t depth)
{
	struct buffer bytes = file_start(stand);

	buffer_string(&bytes, "x: ");
	buffer_fill(&bytes, '[', depth - 1);
	buffer_fill(&bytes, ']', depth - 1);
	return bytes;
}

static void
bounds_let_lists_nest_so_deep(void **state)
{
	struct stand *stand = *state;
	struct buffer bytes = nested(stand, BOUND_DEPTH);

	assert_true(read_bytes(stand, &bytes));
	bytes = nested(stand, BOUND_DEPTH + 1);
	assert_false(read_bytes(stand, &bytes));
	assert_diag(stand, DIAG_R309);
}

/* The schema's value and the list are two of them. */
static struct buffer
listed(struct stand *stand, int nodes)
{
	struct buffer bytes = file_start(stand);

	buffer_string(&bytes, "x:\n");
	for (int i = 0; i < nodes - 2; i++)
		buffer_string(&bytes, "- a\n");
	return bytes;
}

static void
bounds_let_a_file_have_so_many_values(void **state)
{
	struct stand *stand = *state;
	struct buffer bytes = listed(stand, BOUND_NODES);

	assert_true(read_bytes(stand, &bytes));
	bytes = listed(stand, BOUND_NODES + 1);
	assert_false(read_bytes(stand, &bytes));
	assert_diag(stand, DIAG_R310);
}

static void
bounds_let_a_text_and_a_key_have_so_many_bytes(void **state)
{
	struct stand *stand = *state;

	for (size_t more = 0; more < 2; more++) {
		struct buffer bytes = file_start(stand);

		buffer_string(&bytes, "x: ");
		buffer_fill(&bytes, 'a', BOUND_SCALAR_BYTES + more);
		assert_int_equal(read_bytes(stand, &bytes), !more);
		bytes = file_start(stand);
		buffer_fill(&bytes, 'a', BOUND_KEY_BYTES + more);
		buffer_string(&bytes, ": x\n");
		assert_int_equal(read_bytes(stand, &bytes), !more);
		if (more)
			assert_diag(stand, DIAG_R308);
	}
}

/* One fault less than the bound, and as many. */
static void
bounds_tell(struct stand *stand, const char *fault, int most)
{
	for (int count = most - 1; count <= most; count++) {
		struct buffer bytes = file_start(stand);
		bool last = count == most;

		for (int i = 0; i < count; i++)
			buffer_string(&bytes, fault);
		assert_false(read_bytes(stand, &bytes));
		assert_int_equal(stand->diags->count, count + last);
		assert_int_equal(
			stand->diags->items[stand->diags->count - 1].code == DIAG_R313,
			last);
	}
}

static void
bounds_let_so_many_faults_be_told(void **state)
{
	struct stand *stand = *state;

	bounds_tell(stand, "\t# x\n", BOUND_SCAN_FAULTS);
	bounds_tell(stand, "a b: c\n", BOUND_FAULTS);
}

/* Far beyond a bound nothing may take long: the test would not end in time. */
static void
bounds_stop_what_would_never_end(void **state)
{
	static const char *const flood[] = { "[", "{a: ", "- ", "? ", "&a ", "!a ",
		"*a ", "\"", "'", "a: ", "@\n", "- [a\n", "- @a\n", "a: b: c\n",
		"x: \"\n", "\x01", "\xe9", "\t", "\t\n", "%TAG ! !\n", "---\n",
		"\xc2\xa0", "|\n", "a: |\n", "- |\n  [", "\\q", ": " };
	struct stand *stand = *state;

	for (size_t i = 0; i < sizeof flood / sizeof *flood; i++)
		for (int mended = 0; mended < 2; mended++) {
			struct buffer bytes = file_start(stand);

			buffer_string(&bytes, mended ? "y: @a\nx: " : "x: ");
			for (int j = 0; j < 100000; j++)
				buffer_string(&bytes, flood[i]);
			read_bytes(stand, &bytes);
			assert_true(stand->diags->errors <= 150);
		}
}

static void
bounds_keep_to_plain_files_below_the_root(void **state)
{
	struct stand *stand = *state;
	char folder[] = "bounds-XXXXXX";
	struct text fifo, link, found;
	struct files *files = files_make(stand->arena);

	assert_non_null(mkdtemp(folder));
	fifo = text_format(stand->arena, "%s/fifo.yaml", folder);
	link = text_format(stand->arena, "%s/link.yaml", folder);
	assert_int_equal(mkfifo(text_string(stand->arena, fifo), 0600), 0);
	assert_int_equal(symlink("/etc/passwd", text_string(stand->arena, link)), 0);
	files_allow(files, text_of(folder));
	assert_false(
		files_read(files, stand->diags, fifo, (struct place){ 0 }, 1, &found));
	assert_false(
		files_read(files, stand->diags, link, (struct place){ 0 }, 1, &found));
	assert_int_equal(stand->diags->count, 2);
	assert_int_equal(stand->diags->items[0].code, DIAG_F101);
	assert_int_equal(stand->diags->items[1].code, DIAG_F101);
	unlink(text_string(stand->arena, fifo));
	unlink(text_string(stand->arena, link));
	rmdir(folder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(bounds_let_a_file_have_so_many_bytes),
		STAND_TEST(bounds_let_lists_nest_so_deep),
		STAND_TEST(bounds_let_a_file_have_so_many_values),
		STAND_TEST(bounds_let_a_text_and_a_key_have_so_many_bytes),
		STAND_TEST(bounds_let_so_many_faults_be_told),
		STAND_TEST(bounds_stop_what_would_never_end),
		STAND_TEST(bounds_keep_to_plain_files_below_the_root),
	};

	return cmocka_run_group_tests_name("bounds", tests, NULL, NULL);
}
