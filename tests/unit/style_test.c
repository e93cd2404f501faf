#include "model/style.h"

#include "base/contrast.h"
#include "model/records.h"
#include "stand.h"

/* The style of a style.yaml whose records are these. */
static const struct style *
decoded(struct stand *stand, const char *xml)
{
	struct records *records;
	struct text whole = text_format(stand->arena,
		"<records><file "
		"path=\"reports/a/style.yaml\"><style>%s</style></file></records>",
		xml);

	if (!records_parse(stand->arena, stand->diags, TEXT("stdin"), whole, &records))
		fail_msg("refused: %.*s", TEXT_ARG(stand->diags->items[0].says));
	return style_decode(stand->arena, records);
}

static void
style_plain_is_complete(void **state)
{
	const struct style *style = style_plain();

	(void)state;
	assert_int_equal(style->width, 39011981); /* 210 mm */
	assert_int_equal(style->height, 55174087);
	assert_true(style->left + style->right < style->width / 2);
	for (size_t i = 0; i < STYLE_BLOCKS; i++) {
		const struct block_style *block = &style->blocks[i];

		assert_true(block->size > 0 && block->leading >= block->size);
		assert_text(style_family(style, block->face)->name, block->face.at);
	}
	for (size_t i = 0; i < style->family_count; i++) {
		assert_true(style->families[i].regular.size > 0);
		assert_true(style->families[i].bold_italic.size > 0);
	}
}

static void
style_without_a_record_is_plain(void **state)
{
	struct stand *stand = *state;
	const struct records *records = records_make(stand->arena, TEXT(""));
	const struct style *style = style_decode(stand->arena, records);

	assert_int_equal(style->width, style_plain()->width);
	assert_text(style->folder, "");
}

static void
style_takes_over_what_the_record_says(void **state)
{
	struct stand *stand = *state;
	const struct style *style = decoded(stand,
		"<paper><width>148mm</width></paper><margins><left>1in</left></margins>"
		"<colours><accent>#00567D</accent></colours>"
		"<blocks><heading-1><size>20pt</size><weight>regular</weight>"
		"<align>justified</align><slant>italic</slant><colour>accent</colour></"
		"heading-1>"
		"<quote><colour>#0a0b0c</colour><indent>5mm</indent></quote></blocks>");
	const struct block_style *heading = &style->blocks[STYLE_HEADING_1];

	assert_int_equal(style->width, 27494158); /* 148 mm */
	assert_int_equal(style->height, style_plain()->height);
	assert_int_equal(style->left, 72 * LENGTH_POINT);
	assert_int_equal(style->accent, 0x00567d);
	assert_int_equal(heading->size, 20 * LENGTH_POINT);
	assert_int_equal(
		heading->leading, style_plain()->blocks[STYLE_HEADING_1].leading);
	assert_false(heading->bold);
	assert_true(heading->italic);
	assert_true(heading->justified);
	assert_int_equal(heading->colour, 0x00567d);
	assert_int_equal(style->blocks[STYLE_QUOTE].colour, 0x0a0b0c);
	assert_text(style->folder, "reports/a");
}

static void
style_colours_what_says_nothing_as_the_plain_style_does(void **state)
{
	struct stand *stand = *state;
	const struct style *style = decoded(
		stand, "<colours><ink>#111111</ink><muted>#777777</muted></colours>");

	assert_int_equal(style->blocks[STYLE_TEXT].colour, 0x111111);
	assert_int_equal(style->blocks[STYLE_HEADING_2].colour, 0x111111);
	assert_int_equal(style->blocks[STYLE_RUNNING_HEAD].colour, 0x777777);
	assert_int_equal(style->blocks[STYLE_IMPRINT].colour, 0x777777);
}

/* The language's blocks alone, or else the style as it is. */
static void
style_is_another_for_a_language(void **state)
{
	struct stand *stand = *state;
	const struct style *style = decoded(stand,
		"<blocks><text><size>9pt</size></text></blocks><languages><item>"
		"<language>km</language><blocks><text><leading>20pt</leading></text>"
		"</blocks></item></languages>");
	const struct style *khmer = style_for(style, TEXT("km-KH"));

	assert_int_equal(khmer->blocks[STYLE_TEXT].leading, 20 * LENGTH_POINT);
	assert_int_equal(khmer->blocks[STYLE_TEXT].size, 9 * LENGTH_POINT);
	assert_ptr_equal(style_for(style, TEXT("lo")), style);
}

static void
style_begins_further_out_on_left_hand_pages(void **state)
{
	struct stand *stand = *state;
	const struct style *style = decoded(stand,
		"<margins><inner>20pt</inner><outer>30pt</outer></margins>"
		"<pages><facing>yes</facing></pages>");

	assert_int_equal(style_start(style, 0), 20 * LENGTH_POINT);
	assert_int_equal(style_start(style, 1), 30 * LENGTH_POINT);
	assert_int_equal(style_start(style_plain(), 0), style_plain()->left);
	assert_int_equal(style_start(style_plain(), 1), style_plain()->left);
}

/* Whoever changes one line of colours, or one face, changes all that is made of it. */
static void
style_changes_a_colour_and_a_face_in_one_line(void **state)
{
	struct stand *stand = *state;
	const char *const one = "<colours><muted>#010203</muted></colours>";
	const struct style *style = decoded(stand, one);
	size_t changed = 0;

	for (size_t i = 0; i < STYLE_BLOCKS; i++)
		changed += style->blocks[i].colour == 0x010203;
	assert_true(changed >= 4);
	for (size_t i = 0; i < STYLE_BLOCKS; i++)
		if (style_plain()->blocks[i].colour == style_plain()->muted)
			assert_int_equal(style->blocks[i].colour, 0x010203);
	style = decoded(stand,
		"<faces><item><name>sans</name><regular>Other.ttf</regular></item>"
		"</faces>");
	assert_text(style_family(style, style->blocks[STYLE_HEADING_1].face)->bold,
		"Other.ttf");
	assert_text(style_family(style, style->blocks[STYLE_FOLIO].face)->regular,
		"Other.ttf");
}

static void
style_families_replace_or_join_the_plain_ones(void **state)
{
	struct stand *stand = *state;
	const struct style *style = decoded(stand,
		"<faces><item><name>serif</name><regular>r.ttf</regular><bold>b.ttf</"
		"bold></item>"
		"<item><name>khmer</name><regular>k.ttf</regular>"
		"<scale>114%</scale>"
		"<fallback><item>serif</item><item>sans</item></fallback></item>"
		"</faces>");
	const struct family *serif = style_family(style, TEXT("serif"));
	const struct family *khmer = style_family(style, TEXT("khmer"));

	assert_text(serif->regular, "r.ttf");
	assert_text(serif->bold, "b.ttf");
	assert_text(serif->italic, "r.ttf");
	assert_text(serif->bold_italic, "r.ttf");
	assert_text(khmer->name, "khmer");
	assert_text(khmer->bold, "k.ttf");
	assert_int_equal(khmer->scale, 114);
	assert_int_equal(khmer->fallback_count, 2);
	assert_text(khmer->fallback[1], "sans");
	assert_int_equal(
		serif->fallback_count, style_plain()->families[0].fallback_count);
	assert_int_equal(style->family_count, style_plain()->family_count + 1);
	assert_ptr_equal(style_family(style, TEXT("unknown")), &style->families[0]);
}

static void
style_holds_no_more_families_than_it_has_room_for(void **state)
{
	struct stand *stand = *state;
	struct buffer buffer = buffer_make(stand->arena);
	const struct style *style;

	buffer_string(&buffer, "<faces>");
	for (int i = 0; i < 2 * STYLE_FAMILIES; i++)
		buffer_format(&buffer,
			"<item><name>f%d</name><regular>r</regular></item>", i);
	buffer_string(&buffer, "</faces>");
	style = decoded(stand, text_string(stand->arena, buffer_text(&buffer)));
	assert_int_equal(style->family_count, STYLE_FAMILIES);
}

static void
style_names_the_colours_of_charts(void **state)
{
	struct stand *stand = *state;
	const struct style *style = decoded(stand,
		"<colours><accent>#00567d</accent></colours>"
		"<charts><item>accent</item><item>#0a0b0c</item></charts>");

	assert_int_equal(style->series_count, 2);
	assert_int_equal(style->series[0], 0x00567d);
	assert_int_equal(style->series[1], 0x0a0b0c);
	style = decoded(stand, "<charts></charts>");
	assert_int_equal(style->series_count, style_plain()->series_count);
}

/* Letters in white or in the ink of the style can be read on all colours of charts. */
static void
style_has_letters_for_every_series(void **state)
{
	const struct style *style = style_plain();

	(void)state;
	for (size_t i = 0; i < style->series_count; i++) {
		uint32_t ground = style->series[i];

		assert_true(contrast_of(ground, contrast_ink(ground, style->paper,
							style->ink)) >= CONTRAST_TEXT);
	}
	assert_true(contrast_of(style->muted, 0xffffff) >= CONTRAST_TEXT);
}

/* What is printed without colours differs by a sixth in luminance at least, which is
 * about a tenth of all that eyes tell apart. */
static void
style_series_are_different_greys(void **state)
{
	const struct style *style = style_plain();

	(void)state;
	for (size_t i = 0; i < style->series_count; i++)
		for (size_t j = 0; j < i; j++)
			assert_true(
				contrast_of(style->series[i], style->series[j]) >= 125);
}

/* How people see who lack one of the three kinds of cones, in parts of 10000 of linear
 * red, green and blue (G. M. Machado and others, "A Physiologically-based Model for
 * Simulation of Color Vision Deficiency", 2009, severity 1). */
static const int64_t sights[][3][3] = {
	{ { 10000, 0, 0 }, { 0, 10000, 0 }, { 0, 0, 10000 } },
	{ { 1523, 10526, -2049 }, { 1145, 7863, 992 }, { -39, -481, 10520 } },
	{ { 3673, 8606, -2280 }, { 2801, 6725, 474 }, { -118, 429, 9689 } },
	{ { 12555, -767, -1788 }, { -784, 9308, 1476 }, { 47, 6914, 3039 } },
};

/* The luminance of one channel alone, in parts of 10000 of its own. */
static int64_t
linear_of(uint32_t colour, int channel)
{
	uint32_t value = colour >> (16 - 8 * channel) & 255;

	return contrast_luminance(value << 16 | value << 8 | value);
}

static int64_t
root_of(int64_t square)
{
	int64_t root = 0;

	while ((root + 1) * (root + 1) <= square)
		root++;
	return root;
}

/* Linear light as eyes tell it apart, nearly: its square root, from 0 to 1000. */
static void
colour_see(uint32_t colour, const int64_t sight[3][3], int64_t seen[3])
{
	for (int i = 0; i < 3; i++) {
		int64_t light = 0;

		for (int j = 0; j < 3; j++)
			light += sight[i][j] * linear_of(colour, j);
		light /= 10000;
		seen[i] = root_of((light < 0 ? 0 : light) * 100);
	}
}

static void
style_series_are_told_apart_with_fewer_colours(void **state)
{
	const struct style *style = style_plain();

	(void)state;
	for (size_t sight = 0; sight < sizeof sights / sizeof *sights; sight++)
		for (size_t i = 0; i < style->series_count; i++)
			for (size_t j = 0; j < i; j++) {
				int64_t one[3], other[3], distance = 0;

				colour_see(style->series[i], sights[sight], one);
				colour_see(style->series[j], sights[sight], other);
				for (int k = 0; k < 3; k++)
					distance += (one[k] - other[k]) *
						    (one[k] - other[k]);
				/* A tenth of the way from black to white. */
				assert_true(root_of(distance) >= 173);
			}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(style_plain_is_complete),
		STAND_TEST(style_without_a_record_is_plain),
		STAND_TEST(style_takes_over_what_the_record_says),
		STAND_TEST(style_colours_what_says_nothing_as_the_plain_style_does),
		STAND_TEST(style_is_another_for_a_language),
		STAND_TEST(style_begins_further_out_on_left_hand_pages),
		STAND_TEST(style_changes_a_colour_and_a_face_in_one_line),
		STAND_TEST(style_families_replace_or_join_the_plain_ones),
		STAND_TEST(style_holds_no_more_families_than_it_has_room_for),
		STAND_TEST(style_names_the_colours_of_charts),
		STAND_TEST(style_has_letters_for_every_series),
		STAND_TEST(style_series_are_different_greys),
		STAND_TEST(style_series_are_told_apart_with_fewer_colours),
	};

	return cmocka_run_group_tests_name("style", tests, NULL, NULL);
}
