#include "layout/inline/bind.h"

#include "layout/inline/tongue.h"
#include "stand.h"

/* What holds for the first white space of a text. */
static enum bind
first_bind(const char *language, const char *string)
{
	const struct tongue tongue = { .customs = tongue_customs(text_of(language)) };
	struct text text = text_of(string);
	size_t space = text_find(text, ' ', 0);

	return bind_space(&tongue, text, space, space + 1);
}

static void
bind_lets_lines_end_between_words(void **state)
{
	(void)state;
	assert_int_equal(first_bind("en", "two towns"), BIND_NONE);
	assert_int_equal(first_bind("en", "2016 and"), BIND_NONE);
	assert_int_equal(first_bind("en", "really ?"), BIND_NONE);
	assert_int_equal(first_bind("en", "A town"), BIND_NONE);
	assert_int_equal(first_bind("en", "end. The"), BIND_NONE);
}

static void
bind_keeps_numbers_with_their_units(void **state)
{
	(void)state;
	assert_int_equal(first_bind("en", "50 km."), BIND_WHOLE);
	assert_int_equal(first_bind("es", "55 %,"), BIND_WHOLE);
	assert_int_equal(first_bind("en", "2.3 million"), BIND_WHOLE);
	assert_int_equal(first_bind("pt", "2 300 000"), BIND_WHOLE);
	assert_int_equal(first_bind("ru", "1976 \u0433."), BIND_WHOLE);
	assert_int_equal(first_bind("en", "50 kmart"), BIND_NONE);
}

static void
bind_keeps_initials_and_titles_with_names(void **state)
{
	(void)state;
	assert_int_equal(first_bind("en", "J. Smith"), BIND_WHOLE);
	assert_int_equal(
		first_bind("ru", "\u0418. \u041f\u0435\u0442\u0440"), BIND_WHOLE);
	assert_int_equal(first_bind("en", "(p. 12)"), BIND_WHOLE);
	assert_int_equal(first_bind("fr", "Mme Diop"), BIND_WHOLE);
	assert_int_equal(first_bind("en", "vitamin. Smith"), BIND_NONE);
}

static void
bind_keeps_high_punctuation_of_french_with_its_words(void **state)
{
	(void)state;
	assert_int_equal(first_bind("fr", "ville ;"), BIND_NARROW);
	assert_int_equal(first_bind("fr-CA", "ville ?"), BIND_NARROW);
	assert_int_equal(first_bind("fr", "ville :"), BIND_WHOLE);
	assert_int_equal(first_bind("fr", "\u00ab une"), BIND_WHOLE);
	assert_int_equal(first_bind("fr", "une \u00bb"), BIND_WHOLE);
	assert_int_equal(first_bind("en", "\u00ab une"), BIND_NONE);
}

/* One that begins an aside does. */
static void
bind_lets_no_dash_begin_a_line(void **state)
{
	(void)state;
	assert_int_equal(first_bind("ru", "\u041c\u0438\u0440 \u2014"), BIND_WHOLE);
	assert_int_equal(first_bind("en", "May \u2013 3 June"), BIND_WHOLE);
	assert_int_equal(first_bind("es", "ciudad \u2014grande\u2014"), BIND_NONE);
	assert_int_equal(first_bind("en", "world -"), BIND_NONE);
}

static void
bind_keeps_short_words_of_russian_with_the_next(void **state)
{
	(void)state;
	assert_int_equal(
		first_bind("ru", "\u0432 \u0433\u043e\u0440\u043e\u0434"), BIND_WHOLE);
}

static void
bind_leaves_words_with_hyphens_whole_where_they_would_be_repeated(void **state)
{
	const struct tongue portuguese = { .customs = tongue_customs(TEXT("pt-BR")) },
			    english = { .customs = tongue_customs(TEXT("en")) };

	(void)state;
	assert_true(bind_hyphen(&portuguese));
	assert_false(bind_hyphen(&english));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(bind_lets_lines_end_between_words),
		STAND_TEST(bind_keeps_numbers_with_their_units),
		STAND_TEST(bind_keeps_initials_and_titles_with_names),
		STAND_TEST(bind_keeps_high_punctuation_of_french_with_its_words),
		STAND_TEST(bind_lets_no_dash_begin_a_line),
		STAND_TEST(bind_keeps_short_words_of_russian_with_the_next),
		STAND_TEST(
			bind_leaves_words_with_hyphens_whole_where_they_would_be_repeated),
	};

	return cmocka_run_group_tests_name("bind", tests, NULL, NULL);
}
