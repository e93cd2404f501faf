#include "model/picture.h"

#include <string.h>

#include "stand.h"

/* A JPEG as short as its head lets it be: a part that a test may spoil, the frame, a
 * scan and the end. */
#define FRAME "\xff\xc0\0\x11\x08\0\x30\0\x40\3\1\x11\0\2\x11\0\3\x11\0"
#define SCAN "\xff\xda\0\x0c\3\1\0\2\0\3\0\0\x3f\0"
#define JPEG(before) TEXT("\xff\xd8" before FRAME SCAN "\x12\x34\xff\xd9")
#define EXIF(size, tiff) "\xff\xe1\0" size "Exif\0\0" tiff
#define PNG(head) TEXT("\x89PNG\r\n\x1a\n\0\0\0\rIHDR" head "crc.")

static struct picture
readable(struct text bytes)
{
	struct picture picture = { 0 };
	const char *why = "";

	assert_true(picture_read(bytes, &picture, &why));
	return picture;
}

static void
refused(struct text bytes, const char *part)
{
	struct picture picture = { .width = 7 };
	const char *why = "";

	assert_false(picture_read(bytes, &picture, &why));
	assert_non_null(strstr(why, part));
	assert_int_equal(picture.width, 7);
}

static void
picture_reads_the_frame_of_a_jpeg(void **state)
{
	struct picture picture = readable(JPEG(""));

	(void)state;
	assert_int_equal(picture.kind, PICTURE_JPEG);
	assert_int_equal(picture.width, 64);
	assert_int_equal(picture.height, 48);
	assert_int_equal(picture.components, 3);
	assert_int_equal(picture.orientation, ORIENTATION_UPRIGHT);
	assert_false(picture.negative || picture.plain);
}

static void
picture_steps_over_what_it_does_not_know(void **state)
{
	(void)state;
	readable(JPEG("\xff\xfe\0\4hi"));         /* a comment */
	readable(JPEG("\xff\xff\xff\xfe\0\4hi")); /* bytes that fill */
	readable(JPEG("\xff\x01"));               /* a marker without a segment */
}

static void
picture_turns_as_exif_says(void **state)
{
	struct picture picture;

	(void)state;
	picture = readable(JPEG(EXIF(
		"\x22", "MM\0*\0\0\0\x08\0\1\x01\x12\0\3\0\0\0\1\0\6\0\0\0\0\0\0")));
	assert_int_equal(picture.orientation, 6);
	assert_int_equal(picture_across(&picture), 48);
	assert_int_equal(picture_down(&picture), 64);
	picture = readable(JPEG(EXIF(
		"\x22", "II*\0\x08\0\0\0\1\0\x12\x01\3\0\1\0\0\0\3\0\0\0\0\0\0\0")));
	assert_int_equal(picture.orientation, 3);
	assert_int_equal(picture_across(&picture), 64);
}

static void
picture_tells_that_a_place_is_noted(void **state)
{
	(void)state;
	assert_true(readable(
		JPEG(EXIF("\x22", "MM\0*\0\0\0\x08\0\1\x88\x25\0\4\0\0\0\1\0\0\0"
				  "\x1a\0\0\0\0")))
			    .placed);
	assert_false(readable(JPEG("")).placed);
}

/* Somebody's notes on a picture are no reason to refuse it. */
static void
picture_passes_over_exif_that_it_cannot_read(void **state)
{
	const struct text bytes[] = {
		/* an orientation that is none, one of another type, */
		JPEG(EXIF("\x22",
			"MM\0*\0\0\0\x08\0\1\x01\x12\0\3\0\0\0\1\0\x09\0\0\0\0\0\0")),
		JPEG(EXIF("\x22",
			"MM\0*\0\0\0\x08\0\1\x01\x12\0\4\0\0\0\1\0\6\0\0\0\0\0\0")),
		/* a directory that begins or goes on beyond the end, a head cut off */
		JPEG(EXIF("\x10", "MM\0*\xff\xff\xff\xff")),
		JPEG(EXIF("\x14", "MM\0*\0\0\0\x08\xff\xff\x01\x12")),
		JPEG(EXIF("\x0a", "MM")),
	};

	(void)state;
	for (size_t i = 0; i < sizeof bytes / sizeof *bytes; i++)
		assert_int_equal(readable(bytes[i]).orientation, ORIENTATION_UPRIGHT);
}

static void
picture_knows_how_inks_and_colours_are_stored(void **state)
{
	(void)state;
	assert_true(readable(TEXT("\xff\xd8\xff\xee\0\x0e"
				  "Adobe\0d\0\0\0\0\0"
				  "\xff\xc0\0\x14\x08\0\x30\0\x40\4\1\x11\0\2\x11\0\3"
				  "\x11\0\4\x11\0" SCAN "\xff\xd9"))
			    .negative);
	assert_true(readable(TEXT("\xff\xd8\xff\xc0\0\x11\x08\0\x30\0\x40\3R\x11\0G\x11"
				  "\0B\x11\0" SCAN "\xff\xd9"))
			    .plain);
}

static void
picture_refuses_a_damaged_jpeg(void **state)
{
	static const struct text whole =
		TEXT_CONSTANT("\xff\xd8" FRAME SCAN "\x12\x34\xff\xd9");

	(void)state;
	for (size_t size = 3; size < whole.size; size++)
		refused(text_slice(whole, 0, size), "cut off");
	refused(JPEG("\xff\xfe\0\1"), "cut off");     /* shorter than its size */
	refused(JPEG("\xff\xfe\xff\xff"), "cut off"); /* longer than the file */
	refused(JPEG("\xff\xfe\0\2x"), "cut off");
	refused(JPEG(FRAME), "twice");
	refused(TEXT("\xff\xd8" SCAN "\xff\xd9"), "cut off");
	refused(TEXT("\xff\xd8\xff\xc0\0\7\x08\0\1\0\1" SCAN "\xff\xd9"), "size");
	refused(TEXT("\xff\xd8\xff\xc0\0\x0b\x08\0\1\0\1\3\1\x11\0" SCAN "\xff\xd9"),
		"size");
}

static void
picture_reads_the_head_of_a_png(void **state)
{
	struct picture picture = readable(PNG("\0\0\1\2\0\0\0\7\x10\6\0\0\1"));

	(void)state;
	assert_int_equal(picture.kind, PICTURE_PNG);
	assert_int_equal(picture.width, 258);
	assert_int_equal(picture.height, 7);
}

static void
picture_refuses_the_head_of_a_png_that_cannot_be(void **state)
{
	(void)state;
	refused(PNG("\0\0\1\2\0\0\0\7\4\2\0\0\0"), "head");     /* colours of 4 bits */
	refused(PNG("\0\0\1\2\0\0\0\7\x08\5\0\0\0"), "head");   /* no such colours */
	refused(PNG("\0\0\1\2\0\0\0\7\xff\xff\0\0\0"), "head"); /* nor depth */
	refused(PNG("\0\0\1\2\0\0\0\7\x08\2\1\0\0"), "head");
	refused(PNG("\0\0\1\2\0\0\0\7\x08\2\0\0\2"), "head");
	refused(PNG("\0\0\0\0\0\0\0\7\x08\2\0\0\0"), "no size");
	refused(TEXT("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1"), "head");
	refused(TEXT("\x89PNG\r\n\x1a\n"), "head");
}

static void
picture_has_limits(void **state)
{
	(void)state;
	readable(PNG("\0\0\x75\x30\0\0\0\1\x08\2\0\0\0")); /* a side of 30,000 */
	refused(PNG("\0\0\x75\x31\0\0\0\1\x08\2\0\0\0"), "more dots");
	refused(PNG("\xff\xff\xff\xff\xff\xff\xff\xff\x08\2\0\0\0"), "more dots");
	refused(PNG("\0\0\x20\0\0\0\x20\0\x08\2\0\0\0"), "more dots"); /* 8192 × 8192 */
	readable(TEXT("\xff\xd8\xff\xc0\0\x0b\x08\x20\0\x20\0\1\1\x11\0" SCAN
		      "\xff\xd9")); /* a JPEG is not decoded */
}

static void
picture_refuses_what_is_none(void **state)
{
	(void)state;
	refused(TEXT(""), "neither");
	refused(TEXT("\xff\xd8"), "neither");
	refused(TEXT("GIF89a"), "neither");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(picture_reads_the_frame_of_a_jpeg),
		STAND_TEST(picture_steps_over_what_it_does_not_know),
		STAND_TEST(picture_turns_as_exif_says),
		STAND_TEST(picture_tells_that_a_place_is_noted),
		STAND_TEST(picture_passes_over_exif_that_it_cannot_read),
		STAND_TEST(picture_knows_how_inks_and_colours_are_stored),
		STAND_TEST(picture_refuses_a_damaged_jpeg),
		STAND_TEST(picture_reads_the_head_of_a_png),
		STAND_TEST(picture_refuses_the_head_of_a_png_that_cannot_be),
		STAND_TEST(picture_has_limits),
		STAND_TEST(picture_refuses_what_is_none),
	};

	return cmocka_run_group_tests_name("picture", tests, NULL, NULL);
}
