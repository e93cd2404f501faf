#include "base/contrast.h"
#include "stand.h"

static void
contrast_is_that_of_the_guidelines(void **state)
{
	(void)state;
	assert_int_equal(contrast_of(0xffffff, 0x000000), 2100);
	assert_int_equal(contrast_of(0x000000, 0xffffff), 2100);
	assert_int_equal(contrast_of(0x123456, 0x123456), 100);
	/* Grey 767676 on white is the lightest that reaches 4.5. */
	assert_true(contrast_of(0x767676, 0xffffff) >= CONTRAST_TEXT);
	assert_true(contrast_of(0x777777, 0xffffff) < CONTRAST_TEXT);
}

static void
contrast_weighs_green_more_than_blue(void **state)
{
	(void)state;
	assert_true(contrast_luminance(0x00ff00) > contrast_luminance(0xff0000));
	assert_true(contrast_luminance(0xff0000) > contrast_luminance(0x0000ff));
	assert_int_equal(contrast_luminance(0xffffff), 10000);
}

static void
contrast_picks_letters_that_can_be_read(void **state)
{
	(void)state;
	assert_int_equal(contrast_ink(0x034c7a, 0xffffff, 0x1c2226), 0xffffff);
	assert_int_equal(contrast_ink(0xd99200, 0xffffff, 0x1c2226), 0x1c2226);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(contrast_is_that_of_the_guidelines),
		STAND_TEST(contrast_weighs_green_more_than_blue),
		STAND_TEST(contrast_picks_letters_that_can_be_read),
	};

	return cmocka_run_group_tests_name("contrast", tests, NULL, NULL);
}
