#include "model/style.h"

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
	};

	return cmocka_run_group_tests_name("style", tests, NULL, NULL);
}
