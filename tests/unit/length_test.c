#include "base/length.h"

#include "stand.h"

static length
parsed(const char *words)
{
	length value = -1;

	if (!length_parse(text_of(words), &value))
		fail_msg("%s is no length", words);
	return value;
}

static struct text
printed(struct stand *stand, length value)
{
	struct buffer buffer = buffer_make(stand->arena);

	length_print(&buffer, value);
	return buffer_text(&buffer);
}

static void
length_knows_its_units(void **state)
{
	(void)state;
	assert_int_equal(parsed("1"), LENGTH_POINT);
	assert_int_equal(parsed("1pt"), LENGTH_POINT);
	assert_int_equal(parsed("1in"), 72 * LENGTH_POINT);
	assert_int_equal(parsed("25.4mm"), 72 * LENGTH_POINT);
	assert_int_equal(parsed("2.54cm"), 72 * LENGTH_POINT);
	assert_int_equal(parsed("210mm"), 39011981);
	assert_int_equal(parsed("-0.5pt"), -LENGTH_POINT / 2);
	assert_int_equal(parsed("0"), 0);
	assert_int_equal(parsed("-0"), 0);
	assert_int_equal(parsed("007.50"), LENGTH_POINT * 15 / 2);
}

static void
length_rounds_to_the_nearest(void **state)
{
	(void)state;
	assert_int_equal(parsed("0.1"), 6554);  /* 6553.6 */
	assert_int_equal(parsed("0.3"), 19661); /* 19660.8 */
	assert_int_equal(parsed("0.000007"), 0);
	assert_int_equal(parsed("0.000008"), 1);
	assert_int_equal(parsed("-0.000008"), -1);
}

static void
length_refuses_what_is_none(void **state)
{
	static const char *const wrong[] = { "", "-", ".", ".5", "5.", "1e3", "1,5",
		"+1", " 1", "1 ", "1 pt", "1px", "1PT", "--1", "1.2.3", "0x10",
		"1234567890", "0.1234567", "pt", "nan", "inf", "32768", "12000mm",
		"999999999cm" };

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		length value = 4711;

		if (length_parse(text_of(wrong[i]), &value))
			fail_msg("\"%s\" was taken for a length", wrong[i]);
		assert_int_equal(value, 4711);
	}
}

static void
length_reads_the_largest_it_can_hold(void **state)
{
	(void)state;
	assert_int_equal(parsed("32767.99998"), INT32_MAX);
	assert_int_equal(parsed("-32767.99998"), -INT32_MAX);
	assert_int_equal(parsed("11500mm"), 2136370394);
}

static void
length_prints_the_shortest_decimal(void **state)
{
	struct stand *stand = *state;

	assert_text(printed(stand, 0), "0");
	assert_text(printed(stand, LENGTH_POINT), "1");
	assert_text(printed(stand, -LENGTH_POINT / 2), "-0.5");
	assert_text(printed(stand, 6554), "0.1");
	assert_text(printed(stand, 1), "0.00002");
	assert_text(printed(stand, parsed("18mm")), "51.02362");
	assert_text(printed(stand, parsed("10.1")), "10.1");
}

static void
length_reads_back_what_it_prints(void **state)
{
	struct stand *stand = *state;
	struct buffer buffer = buffer_make(stand->arena);

	for (int64_t i = -INT32_MAX; i <= INT32_MAX;
		i += i > -70000 && i < 70000 ? 1 : 65537 - 256) {
		length value = (length)i, back = 0;

		buffer.size = 0;
		length_print(&buffer, value);
		assert_true(length_parse(buffer_text(&buffer), &back));
		assert_int_equal(back, value);
	}
}

static void
length_milli_rounds(void **state)
{
	(void)state;
	assert_int_equal(length_milli(LENGTH_POINT), 1000);
	assert_int_equal(length_milli(-LENGTH_POINT), -1000);
	assert_int_equal(length_milli(33), 1); /* 0.5035 */
	assert_int_equal(length_milli(32), 0); /* 0.4883 */
	assert_int_equal(length_milli(-33), -1);
}

static void
length_scale_rounds_half_away_from_zero(void **state)
{
	(void)state;
	assert_int_equal(length_scale(3, 1, 2), 2);
	assert_int_equal(length_scale(-3, 1, 2), -2);
	assert_int_equal(length_scale(1, 1, 3), 0);
	assert_int_equal(length_scale(LENGTH_POINT, 1000, 2048), 32000);
	assert_int_equal(length_scale(INT32_MAX, INT32_MAX, INT32_MAX), INT32_MAX);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(length_knows_its_units),
		STAND_TEST(length_rounds_to_the_nearest),
		STAND_TEST(length_refuses_what_is_none),
		STAND_TEST(length_reads_the_largest_it_can_hold),
		STAND_TEST(length_prints_the_shortest_decimal),
		STAND_TEST(length_reads_back_what_it_prints),
		STAND_TEST(length_milli_rounds),
		STAND_TEST(length_scale_rounds_half_away_from_zero),
	};

	return cmocka_run_group_tests_name("length", tests, NULL, NULL);
}
