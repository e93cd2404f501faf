/* inert.h - features of a font that do nothing to plain text.
 *
 * A large font has many rules for letters with marks, and a shaper has to try them on
 * every letter.  Words of printable ASCII are three quarters as much work without them.
 */
#ifndef LAYOUT_INERT_H
#define LAYOUT_INERT_H

#include <stdbool.h>

struct hb_feature_t;
struct hb_font_t;
struct hb_segment_properties_t;

enum { INERT_FEATURES = 2 }; /* that it may be about: ccmp and locl */

/* True where the last INERT_FEATURES of `count` features, which turn them off, change
 * nothing that can become of printable ASCII with the other features. */
bool inert_find(struct hb_font_t *, const struct hb_segment_properties_t *,
	const struct hb_feature_t *features, unsigned count);

/* Writes those INERT_FEATURES. */
void inert_features(struct hb_feature_t *features);

#endif
