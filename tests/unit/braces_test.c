#include "read/braces.h"

#include "stand.h"

static void
finds(const char *line, const char *wanted)
{
	struct text text = text_of(line);
	size_t start, end;

	assert_true(braces_find(text, &start, &end));
	assert_text(text_slice(text, start, end), wanted);
}

static void
finds_none(const char *line)
{
	size_t start, end;

	assert_false(braces_find(text_of(line), &start, &end));
}

static void
braces_hold_a_text_with_a_colon(void **state)
{
	(void)state;
	finds("    title: {en: Solar: the beginning}", "Solar: the beginning");
	finds("  - {en: Solar: the beginning}  ", "Solar: the beginning");
	finds("  - {iso2: AZ, name: One: two}", "One: two");
}

static void
braces_end_a_text_before_the_next_key(void **state)
{
	(void)state;
	finds("title: {en: Solar: now, fr: Le soleil}", "Solar: now");
	finds("title: {en: Solar, fr: Soleil: ici}", "Soleil: ici");
}

static void
braces_without_such_a_text_are_left_alone(void **state)
{
	(void)state;
	finds_none("title: {en: Solar}");
	finds_none("title: {en: Solar, fr: Soleil}");
	finds_none("title: {en: One, two: three}");
	finds_none("title: {en: https://example.org}");
	finds_none("title: Solar: the beginning");
	finds_none("title: {en: Solar: the beginning");
	finds_none("title: {en: \"Solar: the beginning\"}");
	finds_none("title: {en: Solar: now}  # {here}");
	finds_none("places: [solar: the beginning]");
	finds_none("a: {b: {c: d: e}}");
	finds_none("{}");
	finds_none("");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(braces_hold_a_text_with_a_colon),
		STAND_TEST(braces_end_a_text_before_the_next_key),
		STAND_TEST(braces_without_such_a_text_are_left_alone),
	};

	return cmocka_run_group_tests_name("braces", tests, NULL, NULL);
}
