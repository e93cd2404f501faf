#include "write/haru.h"

#include <setjmp.h>
#include <string.h>

#include "stand.h"
#include "write/deflate.h"

/* A document of one stream with that dictionary. */
static struct haru *
sample(struct arena *arena, size_t limit, struct text body)
{
	struct haru *haru = haru_make(arena, deflate_make(arena), limit);

	haru_fill(haru, haru_root(haru), TEXT("/Kids [] /Count 0"));
	haru_add_stream(haru, body, TEXT("five!"));
	return haru;
}

static bool
holds(struct text file, const char *part)
{
	struct text wanted = text_of(part);

	for (size_t i = 0; i + wanted.size <= file.size; i++)
		if (memcmp(file.at + i, wanted.at, wanted.size) == 0)
			return true;
	return false;
}

static void
haru_prints_bodies_as_they_are(void **state)
{
	struct stand *stand = *state;
	struct text file = haru_save(
		sample(stand->arena, HARU_LIMIT, TEXT("/A#42 (c\\)) /D [1 0 R]")),
		stand->arena);

	assert_true(text_starts(file, TEXT("%PDF-1.7\n")));
	assert_true(text_ends(file, TEXT("\n%%EOF\n")));
	assert_true(
		holds(file, "/A#42 (c\\)) /D [1 0 R]\n>>\nstream\r\nfive!\nendstream"));
	assert_true(holds(file, "/Type /Pages\n/Kids [] /Count 0\n>>"));
	assert_false(holds(file, "Haru"));
}

static void
haru_numbers_objects_at_once(void **state)
{
	struct stand *stand = *state;
	struct haru *haru =
		haru_make(stand->arena, deflate_make(stand->arena), HARU_LIMIT);
	uint32_t first = haru_add(haru);

	for (uint32_t i = 1; i < 5000; i++)
		assert_int_equal(haru_add(haru), first + i);
	/* The length of a stream is an object too. */
	assert_int_equal(haru_add_stream(haru, TEXT(""), TEXT("x")), first + 5000);
	assert_int_equal(haru_add(haru), first + 5002);
	assert_int_not_equal(haru_catalog(haru), haru_info(haru));
}

/* The identity is that of the content. */
static struct text
identity(struct stand *stand, struct text body)
{
	struct text file =
		haru_save(sample(stand->arena, HARU_LIMIT, body), stand->arena);
	size_t at = 0;

	while (!text_starts(text_slice(file, at, file.size), TEXT("/ID [<")))
		at++;
	return text_slice(file, at, text_find(file, '\n', at));
}

static void
haru_identity_depends_on_the_bytes(void **state)
{
	struct stand *stand = *state;
	struct text once = identity(stand, TEXT("/A 1"));

	assert_int_equal(once.size, strlen("/ID [<> <>]") + 64);
	assert_true(text_equal(once, identity(stand, TEXT("/A 1"))));
	assert_false(text_equal(once, identity(stand, TEXT("/A 2"))));
}

/* The last words of a file: where its table is. */
static size_t
table_offset(struct text file)
{
	size_t at = file.size - strlen("\n%%EOF\n"), from = at;
	int64_t offset;

	while (file.at[from - 1] != '\n')
		from--;
	assert_true(text_number(text_slice(file, from, at), &offset));
	return (size_t)offset;
}

static void
haru_says_where_its_table_is(void **state)
{
	struct stand *stand = *state;
	struct haru *haru = sample(stand->arena, HARU_LIMIT, TEXT("/A 1"));
	uint32_t held[2] = { haru_add(haru), haru_add(haru) };
	uint32_t stream = haru_add_stream(haru, TEXT("/Type /ObjStm"), TEXT("x"));
	struct text file, table;

	haru_hold(haru, stream, held, 2);
	file = haru_save(haru, stand->arena);
	table = text_slice(file, table_offset(file), file.size);
	/* The stream and its length come last. */
	assert_true(text_starts(
		table, text_format(stand->arena,
			       "%u 0 obj\n<<\n/Type /XRef /Size %u /W [1 4 2]",
			       stream + 2, stream + 3)));
}

static void
jump(void *context)
{
	longjmp(*(jmp_buf *)context, 1);
}

static void
haru_ends_the_run_at_its_limit(void **state)
{
	jmp_buf back;
	struct budget budget = { (size_t)1 << 20, jump, &back };
	struct arena *arena = arena_open(&budget);
	volatile bool ended = true;

	(void)state;
	if (setjmp(back) == 0) {
		haru_save(sample(arena, 400, TEXT("/A 1")), arena);
		ended = false;
	}
	arena_close(arena);
	assert_true(ended);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(haru_prints_bodies_as_they_are),
		STAND_TEST(haru_numbers_objects_at_once),
		STAND_TEST(haru_says_where_its_table_is),
		STAND_TEST(haru_identity_depends_on_the_bytes),
		STAND_TEST(haru_ends_the_run_at_its_limit),
	};

	return cmocka_run_group_tests_name("haru", tests, NULL, NULL);
}
