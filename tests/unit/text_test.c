#include "base/text.h"

#include <string.h>

#include "stand.h"

static void
text_compares_by_bytes(void **state)
{
	(void)state;
	assert_true(text_equal(TEXT(""), (struct text){ NULL, 0 }));
	assert_true(text_is(TEXT("abc"), "abc"));
	assert_false(text_is(TEXT("abc"), "abcd"));
	assert_true(text_compare(TEXT("a"), TEXT("b")) < 0);
	assert_true(text_compare(TEXT("ab"), TEXT("a")) > 0);
	assert_true(text_compare(TEXT("z"), TEXT("\xc3\xa4")) < 0);
	assert_int_equal(text_compare(TEXT("a\0b"), TEXT("a\0b")), 0);
	assert_false(text_equal(TEXT("a\0b"), TEXT("a\0c")));
}

static void
text_knows_its_ends(void **state)
{
	(void)state;
	assert_true(text_starts(TEXT("abc"), TEXT("ab")));
	assert_true(text_starts(TEXT("abc"), TEXT("")));
	assert_false(text_starts(TEXT("ab"), TEXT("abc")));
	assert_true(text_ends(TEXT("report.yaml"), TEXT(".yaml")));
	assert_false(text_ends(TEXT("yaml"), TEXT(".yaml")));
}

static void
text_finds_a_byte(void **state)
{
	(void)state;
	assert_int_equal(text_find(TEXT("a:b:c"), ':', 0), 1);
	assert_int_equal(text_find(TEXT("a:b:c"), ':', 2), 3);
	assert_int_equal(text_find(TEXT("a:b:c"), ':', 4), 5);
	assert_int_equal(text_find(TEXT("a:b:c"), ':', 99), 5);
	assert_int_equal(text_find((struct text){ NULL, 0 }, ':', 0), 0);
}

static void
text_trims_blanks(void **state)
{
	(void)state;
	assert_text(text_trim(TEXT(" \t\r\na b \n")), "a b");
	assert_text(text_trim(TEXT(" \n\t ")), "");
	assert_text(text_trim(TEXT("\xc2\xa0 x")), "\xc2\xa0 x");
}

static void
text_cuts_pieces(void **state)
{
	struct text rest = TEXT(",a,,b,"), piece = { NULL, 0 };
	static const char *const pieces[] = { "", "a", "", "b" };

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		assert_true(text_cut(&rest, ',', &piece));
		assert_text(piece, pieces[i]);
	}
	assert_false(text_cut(&rest, ',', &piece));
	assert_text(piece, "b");
}

static void
text_reads_decimal_numbers(void **state)
{
	static const char *const wrong[] = { "", "-1", "+1", "1.0", " 1", "1 ", "0x1",
		"1e3", "1234567890123456789", "\xd9\xa1" };
	int64_t number = 0;

	(void)state;
	assert_true(text_number(TEXT("000042"), &number));
	assert_int_equal(number, 42);
	assert_true(text_number(TEXT("999999999999999999"), &number));
	assert_int_equal(number, 999999999999999999);
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_false(text_number(text_of(wrong[i]), &number));
	assert_int_equal(number, 999999999999999999);
}

static void
text_reads_every_rune_it_writes(void **state)
{
	struct stand *stand = *state;
	struct buffer buffer = buffer_make(stand->arena);

	for (uint32_t rune = 0; rune <= 0x10ffff; rune++) {
		uint32_t back = 0;

		if (rune >= 0xd800 && rune < 0xe000)
			continue;
		buffer.size = 0;
		buffer_rune(&buffer, rune);
		if (text_rune(buffer_text(&buffer), 0, &back) != buffer.size ||
			back != rune)
			fail_msg("U+%04X came back as U+%04X", rune, back);
		assert_int_equal(text_first_bad(buffer_text(&buffer)), buffer.size);
	}
}

/* Unicode 15, table 3-7 and the examples below it. */
static void
text_finds_bytes_that_are_no_utf8(void **state)
{
	static const char *const bad[] = { "\x80", "\xbf", "\xc0\x80", "\xc1\xbf",
		"\xc3", "\xe0\x80\x80", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xed\xbf\xbf",
		"\xe2\x82", "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80",
		"\xff", "\xfe", "\xe2\x28\xa1", "\xf0\x9f\x98" };

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		uint32_t rune = 0;

		assert_int_equal(text_first_bad(text_of(bad[i])), 0);
		assert_int_equal(text_rune(text_of(bad[i]), 0, &rune), 1);
		assert_int_equal(rune, 0xfffd);
	}
	assert_int_equal(text_first_bad(TEXT("ab\xc3\xa9\xff")), 4);
}

/* Each byte at each place of a word of eight and after it. */
static void
text_plain_stops_at_each_byte_that_is_not_printable_ascii(void **state)
{
	char bytes[20];

	(void)state;
	for (size_t at = 0; at < sizeof bytes; at++)
		for (unsigned byte = 0; byte < 256; byte++) {
			size_t stop = byte >= 0x20 && byte < 0x7f ? sizeof bytes : at;

			memset(bytes, 'x', sizeof bytes);
			bytes[at] = (char)byte;
			assert_int_equal(
				text_plain((struct text){ bytes, sizeof bytes }, 0),
				stop);
		}
	assert_int_equal(text_plain(TEXT("\xc3\xa9 and \xc3\xa9"), 2), 7);
}

static void
text_counts_runes(void **state)
{
	(void)state;
	assert_int_equal(text_length(TEXT("")), 0);
	assert_int_equal(text_length(TEXT("a\xc3\xa9\xe1\x9e\x80\xf0\x9f\x98\x80")), 4);
	assert_int_equal(text_length(TEXT("\xff\xfe")), 2);
}

static void
text_hashes_as_fnv_1a_does(void **state)
{
	(void)state;
	assert_true(text_hash(TEXT("")) == 0xcbf29ce484222325u);
	assert_true(text_hash(TEXT("foobar")) == 0x85944171f73967e8u);
	assert_true(text_hash(TEXT("\xc3\xa9")) != text_hash(TEXT("\xc3\xa8")));
}

static void
text_keeps_what_it_copies(void **state)
{
	struct stand *stand = *state;
	char from[] = "a\0b";
	struct text kept = text_keep(stand->arena, (struct text){ from, 3 });
	const char *string = text_string(stand->arena, (struct text){ from, 3 });

	memset(from, 'x', sizeof from);
	assert_true(text_equal(kept, TEXT("a\0b")));
	assert_memory_equal(string, "a\0b", 4);
	assert_string_equal(text_string(stand->arena, (struct text){ NULL, 0 }), "");
}

static void
buffer_builds_a_text(void **state)
{
	struct stand *stand = *state;
	struct buffer buffer = buffer_make(stand->arena);

	assert_text(buffer_text(&buffer), "");
	buffer_string(&buffer, "a");
	buffer_byte(&buffer, 'b');
	buffer_fill(&buffer, '-', 3);
	buffer_number(&buffer, -7);
	buffer_format(&buffer, "%s%d", "x", 5);
	buffer_add(&buffer, TEXT(""));
	assert_text(buffer_text(&buffer), "ab----7x5");
}

static void
buffer_can_add_itself(void **state)
{
	struct stand *stand = *state;
	struct buffer buffer = buffer_make(stand->arena);

	buffer_string(&buffer, "0123456789");
	for (int i = 0; i < 12; i++)
		buffer_add(&buffer, buffer_text(&buffer));
	assert_int_equal(buffer.size, 10 << 12);
	for (size_t i = 0; i < buffer.size; i++)
		assert_int_equal(buffer.at[i], '0' + (int)(i % 10));
}

static void
buffer_prints_the_numbers_at_the_edges(void **state)
{
	struct stand *stand = *state;
	struct buffer buffer = buffer_make(stand->arena);

	buffer_number(&buffer, INT64_MIN);
	buffer_byte(&buffer, ' ');
	buffer_number(&buffer, INT64_MAX);
	buffer_byte(&buffer, ' ');
	buffer_number(&buffer, 0);
	assert_text(buffer_text(&buffer), "-9223372036854775808 9223372036854775807 0");
}

static void
buffer_escapes_for_xml(void **state)
{
	struct stand *stand = *state;
	struct buffer buffer = buffer_make(stand->arena);

	buffer_xml(&buffer, TEXT("<a b=\"&amp;\">\t\r\n'\xc3\xa9"));
	assert_text(buffer_text(&buffer),
		"&lt;a b=&quot;&amp;amp;&quot;&gt;&#9;&#13;&#10;'\xc3\xa9");
}

static void
buffer_formats_texts_of_any_size(void **state)
{
	struct stand *stand = *state;

	for (size_t size = 0; size < 200; size++) {
		struct buffer filling = buffer_make(stand->arena);
		struct text text;

		buffer_fill(&filling, 'x', size);
		text = buffer_text(&filling);
		text = text_format(stand->arena, "%.*s!", TEXT_ARG(text));
		assert_int_equal(text.size, size + 1);
		assert_int_equal(text.at[size], '!');
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(text_compares_by_bytes),
		STAND_TEST(text_knows_its_ends),
		STAND_TEST(text_finds_a_byte),
		STAND_TEST(text_trims_blanks),
		STAND_TEST(text_cuts_pieces),
		STAND_TEST(text_reads_decimal_numbers),
		STAND_TEST(text_reads_every_rune_it_writes),
		STAND_TEST(text_finds_bytes_that_are_no_utf8),
		STAND_TEST(text_plain_stops_at_each_byte_that_is_not_printable_ascii),
		STAND_TEST(text_counts_runes),
		STAND_TEST(text_hashes_as_fnv_1a_does),
		STAND_TEST(text_keeps_what_it_copies),
		STAND_TEST(buffer_builds_a_text),
		STAND_TEST(buffer_can_add_itself),
		STAND_TEST(buffer_prints_the_numbers_at_the_edges),
		STAND_TEST(buffer_escapes_for_xml),
		STAND_TEST(buffer_formats_texts_of_any_size),
	};

	return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
