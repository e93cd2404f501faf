#include "inert.h"

#include <hb-ot.h>
#include <hb.h>
#include <stddef.h>

void
inert_features(struct hb_feature_t *features)
{
	hb_feature_from_string("-ccmp", -1, &features[0]);
	hb_feature_from_string("-locl", -1, &features[1]);
}

/* The lookups that put glyphs in the place of others. */
static hb_set_t *
lookups_find(hb_face_t *face, const hb_segment_properties_t *properties,
	const hb_feature_t *features, unsigned count)
{
	hb_shape_plan_t *plan =
		hb_shape_plan_create(face, properties, features, count, NULL);
	hb_set_t *lookups = hb_set_create();

	hb_ot_shape_plan_collect_lookups(plan, HB_OT_TAG_GSUB, lookups);
	hb_shape_plan_destroy(plan);
	return lookups;
}

static hb_set_t *
ascii_glyphs(hb_font_t *font)
{
	hb_set_t *glyphs = hb_set_create();
	hb_codepoint_t glyph;

	for (hb_codepoint_t rune = ' '; rune <= '~'; rune++)
		if (hb_font_get_nominal_glyph(font, rune, &glyph))
			hb_set_add(glyphs, glyph);
	return glyphs;
}

/* A lookup that can apply to a set of glyphs gives others, which are in the set or are
 * not. */
static bool
gives_nothing(hb_face_t *face, const hb_set_t *lookups, const hb_set_t *glyphs)
{
	hb_set_t *given = hb_set_create(), *closure = hb_set_copy(glyphs);
	hb_codepoint_t lookup = HB_SET_VALUE_INVALID;
	bool nothing;

	while (hb_set_next(lookups, &lookup))
		hb_ot_layout_lookup_collect_glyphs(
			face, HB_OT_TAG_GSUB, lookup, NULL, NULL, NULL, given);
	hb_set_intersect(given, glyphs);
	hb_ot_layout_lookups_substitute_closure(face, lookups, closure);
	nothing = hb_set_is_empty(given) && hb_set_is_equal(closure, glyphs);
	hb_set_destroy(given);
	hb_set_destroy(closure);
	return nothing;
}

bool
inert_find(struct hb_font_t *font, const struct hb_segment_properties_t *properties,
	const struct hb_feature_t *features, unsigned count)
{
	hb_face_t *face = hb_font_get_face(font);
	hb_set_t *dropped =
		lookups_find(face, properties, features, count - INERT_FEATURES);
	hb_set_t *kept = lookups_find(face, properties, features, count);
	hb_set_t *glyphs = ascii_glyphs(font);
	bool inert;

	hb_set_subtract(dropped, kept);
	hb_ot_layout_lookups_substitute_closure(face, kept, glyphs);
	inert = hb_set_allocation_successful(glyphs) &&
		hb_set_allocation_successful(dropped) &&
		gives_nothing(face, dropped, glyphs);
	hb_set_destroy(dropped);
	hb_set_destroy(kept);
	hb_set_destroy(glyphs);
	return inert;
}
