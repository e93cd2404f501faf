/* face.h - the opened fonts of a style.
 *
 * A set finds the four cuts of every family that a block calls for; the families
 * that none calls for are looked for when a character needs them, and those of the
 * plain style may be missing.  A font is read when something is set in it.  Everything
 * is closed by face_set_close.
 */
#ifndef LAYOUT_FACE_H
#define LAYOUT_FACE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/length.h"
#include "base/text.h"

struct face_set;
struct hb_font_t;
struct job;
struct pages;
struct style;

enum { FACE_NONE = UINT32_MAX };

/* False when a font of the style cannot be had: diagnostics say which. */
bool face_set_open(struct job *, const struct style *, struct face_set **ret_set);
void face_set_close(struct face_set *);

/* The cut of a family that a block calls for. */
uint32_t face_find(const struct face_set *, struct text family, bool bold, bool italic);

/* Whether a face can show a letter with the marks that follow it. */
bool face_covers(struct face_set *, uint32_t face, struct text cluster);

/* Whether a face can show all of printable ASCII. */
bool face_plain(struct face_set *, uint32_t face);

/* `face` if it can show the cluster, else the first that can: of the families that
 * its own names as fallback, then of all others in the order of the style, in the
 * same cut.  FACE_NONE when none can. */
uint32_t face_covering(struct face_set *, uint32_t face, struct text cluster);

/* The size that a face is set in where another size is asked for: some are small for
 * their size. */
length face_size(const struct face_set *, uint32_t face, length size);

/* The font of a face, scaled so that it measures in scaled points at that size. */
struct hb_font_t *face_font(struct face_set *, uint32_t face, length size);

/* Above and below the baseline, at a size; both are positive. */
void face_metrics(struct face_set *, uint32_t face, length size, length *ret_ascent,
	length *ret_descent);

/* The face's index among the pages' faces, which it joins when it is used first. */
uint32_t face_on_pages(struct face_set *, uint32_t face, struct pages *);

#endif
