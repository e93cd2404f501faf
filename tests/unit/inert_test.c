#include "layout/inline/inert.h"

#include <hb.h>
#include <stdlib.h>
#include <string.h>

#include "stand.h"

static hb_font_t *
font_of(struct stand *stand, const char *name)
{
	const char *fonts = getenv("TEST_FONTS");
	hb_blob_t *blob;
	hb_face_t *face;
	hb_font_t *font;

	assert_non_null(fonts);
	blob = hb_blob_create_from_file_or_fail(text_string(
		stand->arena, text_format(stand->arena, "%s/%s", fonts, name)));
	assert_non_null(blob);
	face = hb_face_create(blob, 0);
	font = hb_font_create(face);
	hb_face_destroy(face);
	hb_blob_destroy(blob);
	return font;
}

static hb_segment_properties_t
latin(const char *language)
{
	hb_segment_properties_t properties = HB_SEGMENT_PROPERTIES_DEFAULT;

	properties.direction = HB_DIRECTION_LTR;
	properties.script = HB_SCRIPT_LATIN;
	properties.language = hb_language_from_string(language, -1);
	return properties;
}

static hb_buffer_t *
shaped(hb_font_t *font, const hb_segment_properties_t *properties, const char *word,
	const hb_feature_t *features, unsigned count)
{
	hb_buffer_t *buffer = hb_buffer_create();

	hb_buffer_add_utf8(buffer, word, -1, 0, -1);
	hb_buffer_set_segment_properties(buffer, properties);
	hb_shape(font, buffer, features, count);
	return buffer;
}

/* The glyphs, their places, and whether a word may be parted before them. */
static void
both_equal(hb_font_t *font, const hb_segment_properties_t *properties, const char *word)
{
	hb_feature_t features[INERT_FEATURES];
	hb_buffer_t *less, *full;

	inert_features(features);
	full = shaped(font, properties, word, NULL, 0);
	less = shaped(font, properties, word, features, INERT_FEATURES);
	if (hb_buffer_diff(full, less, (hb_codepoint_t)-1, 0) !=
		HB_BUFFER_DIFF_FLAG_EQUAL)
		fail_msg("\"%s\" is shaped otherwise", word);
	hb_buffer_destroy(full);
	hb_buffer_destroy(less);
}

/* All pairs of printable characters, and some words. */
static void
words_equal(hb_font_t *font, const hb_segment_properties_t *properties)
{
	static const char *const words[] = { "office", "fjord", "baffle", "waffling",
		"first-floor", "AVAToWe.", "1/2", "ij", "IJ", "l.l", "fi\"" };
	char pair[3] = "";

	for (pair[0] = ' '; pair[0] <= '~'; pair[0]++)
		for (pair[1] = ' '; pair[1] <= '~'; pair[1]++)
			both_equal(font, properties, pair);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		both_equal(font, properties, words[i]);
}

static bool
is_inert(hb_font_t *font, const hb_segment_properties_t *properties)
{
	hb_feature_t features[INERT_FEATURES];

	inert_features(features);
	return inert_find(font, properties, features, INERT_FEATURES);
}

static void
inert_features_change_no_plain_word(void **state)
{
	static const char *const names[] = { "NotoSerif-Regular.ttf",
		"NotoSerif-Italic.ttf", "NotoSans-Bold.ttf" };
	static const char *const languages[] = { "en", "tr", "ca", "ro" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		hb_font_t *font = font_of(*state, names[i]);

		for (size_t j = 0; j < sizeof languages / sizeof *languages; j++) {
			hb_segment_properties_t properties = latin(languages[j]);

			assert_true(is_inert(font, &properties));
			words_equal(font, &properties);
		}
		hb_font_destroy(font);
	}
}

/* A rule of this one puts a glyph that is not plain in the place of one that is. */
static void
inert_keeps_a_feature_that_does_something(void **state)
{
	hb_font_t *font = font_of(*state, "NotoNaskhArabic-Regular.ttf");
	hb_segment_properties_t properties = latin("en");

	assert_false(is_inert(font, &properties));
	hb_font_destroy(font);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(inert_features_change_no_plain_word),
		STAND_TEST(inert_keeps_a_feature_that_does_something),
	};

	return cmocka_run_group_tests_name("inert", tests, NULL, NULL);
}
