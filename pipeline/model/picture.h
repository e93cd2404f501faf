/* picture.h - what a picture's file says of itself, without its dots being decoded.
 *
 * JPEG and PNG.  The bytes may be anything: what is no such picture, is cut off, or is
 * larger than any page needs is refused.
 */
#ifndef MODEL_PICTURE_H
#define MODEL_PICTURE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

/* More than this is no picture for a page: A4 at 600 dots per inch has 35 million. */
enum {
	PICTURE_BYTES = 64 << 20,
	PICTURE_SIDE = 30000,
	PICTURE_DOTS = 120 * 1000 * 1000,   /* of a JPEG, which nobody here decodes */
	PICTURE_DECODED = 40 * 1000 * 1000, /* of a PNG */
};

enum picture_kind { PICTURE_JPEG, PICTURE_PNG };

/* How the dots lie: the numbers of EXIF's Orientation.  1 is upright, 2 to 4 are
 * mirrored or upside down, 5 to 8 lie on their side. */
enum { ORIENTATION_UPRIGHT = 1, ORIENTATION_ASIDE = 5, ORIENTATIONS = 8 };

struct picture {
	enum picture_kind kind;
	uint32_t width, height; /* dots, as they are stored */
	int orientation;
	bool placed;    /* a JPEG that says where on earth it was taken */
	int components; /* of a JPEG: 1 grey, 3 colours, 4 inks */
	bool negative;  /* a JPEG whose inks are stored the other way round */
	bool plain;     /* a JPEG whose colours are red, green and blue as they are */
};

/* False when the bytes are refused: *ret_why ends "the picture …". */
bool picture_read(struct text bytes, struct picture *ret_picture, const char **ret_why);

/* Dots from left to right as it is seen, and from top to bottom. */
uint32_t picture_across(const struct picture *);
uint32_t picture_down(const struct picture *);

#endif
