#include "write/syntax.h"

#include "base/length.h"
#include "stand.h"

/* What one call adds to an empty buffer. */
static struct text
added(struct stand *stand, void (*add)(struct buffer *, struct text), struct text text)
{
	struct buffer buffer = buffer_make(stand->arena);

	add(&buffer, text);
	return buffer_text(&buffer);
}

static struct text
milli(struct stand *stand, int64_t value)
{
	struct buffer buffer = buffer_make(stand->arena);

	syntax_milli(&buffer, value);
	return buffer_text(&buffer);
}

static void
syntax_prints_thousandths_without_idle_digits(void **state)
{
	struct stand *stand = *state;

	assert_text(milli(stand, 0), "0");
	assert_text(milli(stand, 1500), "1.5");
	assert_text(milli(stand, -1), "-.001");
	assert_text(milli(stand, 999), ".999");
	assert_text(milli(stand, -72000), "-72");
	assert_text(milli(stand, 841890), "841.89");
	assert_text(milli(stand, INT64_MIN), "-9223372036854775.808");
}

static void
syntax_prints_lengths_as_points(void **state)
{
	struct stand *stand = *state;
	struct buffer buffer = buffer_make(stand->arena);

	syntax_length(&buffer, 72 * LENGTH_POINT + LENGTH_POINT / 3);
	assert_text(buffer_text(&buffer), "72.333");
}

static void
syntax_escapes_what_ends_a_string(void **state)
{
	struct stand *stand = *state;

	assert_text(added(stand, syntax_bytes, TEXT("a(b)c\\d\r\n\xff")),
		"(a\\(b\\)c\\\\d\\r\\n\xff)");
}

static void
syntax_keeps_ascii_strings_readable(void **state)
{
	struct stand *stand = *state;

	assert_text(added(stand, syntax_string, TEXT("UN-Habitat (2023)")),
		"(UN-Habitat \\(2023\\))");
	assert_text(added(stand, syntax_string, TEXT("")), "()");
}

static void
syntax_spells_other_strings_in_utf16(void **state)
{
	struct stand *stand = *state;

	assert_text(added(stand, syntax_string, TEXT("\xc3\xa9\xe1\x9e\x80")),
		"<FEFF00E91780>");
	assert_text(added(stand, syntax_string, TEXT("\xf0\x9f\x98\x80")),
		"<FEFFD83DDE00>");
	assert_text(added(stand, syntax_string, TEXT("a\nb")), "<FEFF0061000A0062>");
	assert_text(added(stand, syntax_string, TEXT("\xff")), "<FEFFFFFD>");
}

static void
syntax_escapes_names(void **state)
{
	struct stand *stand = *state;

	assert_text(added(stand, syntax_name, TEXT("A B/(c)#\xc3")),
		"/A#20B#2F#28c#29#23#C3");
}

static void
syntax_escapes_addresses_once(void **state)
{
	struct stand *stand = *state;

	assert_text(
		added(stand, syntax_uri, TEXT("https://a.org/\xc3\xa9?q=1&r=%20 (x)")),
		"(https://a.org/%C3%A9?q=1&r=%20%20\\(x\\))");
	assert_text(added(stand, syntax_uri, TEXT("a\\<\n>")), "(a%5C%3C%0A%3E)");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(syntax_prints_thousandths_without_idle_digits),
		STAND_TEST(syntax_prints_lengths_as_points),
		STAND_TEST(syntax_escapes_what_ends_a_string),
		STAND_TEST(syntax_keeps_ascii_strings_readable),
		STAND_TEST(syntax_spells_other_strings_in_utf16),
		STAND_TEST(syntax_escapes_names),
		STAND_TEST(syntax_escapes_addresses_once),
	};

	return cmocka_run_group_tests_name("syntax", tests, NULL, NULL);
}
