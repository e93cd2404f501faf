#include "picture.h"

#include "model/jpeg.h"

static const struct text PNG_SIGN = TEXT_CONSTANT("\x89PNG\r\n\x1a\n");

static uint32_t
number_at(struct text bytes, size_t at)
{
	uint32_t number = 0;

	for (size_t i = 0; i < 4; i++)
		number = number << 8 | (unsigned char)bytes.at[at + i];
	return number;
}

/* Colour types by the depths that they may have, a bit each (PNG, table 11.1). */
static bool
png_depth_fits(unsigned depth, unsigned colour)
{
	static const uint32_t depths[] = { [0] = 1u << 1 | 1u << 2 | 1u << 4 | 1u << 8 |
						 1u << 16,
		[2] = 1u << 8 | 1u << 16,
		[3] = 1u << 1 | 1u << 2 | 1u << 4 | 1u << 8,
		[4] = 1u << 8 | 1u << 16,
		[6] = 1u << 8 | 1u << 16 };

	return colour < sizeof depths / sizeof *depths && depth <= 16 &&
	       depths[colour] >> depth & 1;
}

/* The first chunk of a PNG: length, name, thirteen bytes and their check. */
static bool
png_read(struct text bytes, struct picture *picture, const char **ret_why)
{
	size_t at = PNG_SIGN.size + 8;

	*ret_why = "is damaged: its head cannot be read";
	if (bytes.size < at + 17 || number_at(bytes, PNG_SIGN.size) != 13 ||
		!text_starts(
			text_slice(bytes, PNG_SIGN.size + 4, bytes.size), TEXT("IHDR")))
		return false;
	picture->kind = PICTURE_PNG;
	picture->width = number_at(bytes, at);
	picture->height = number_at(bytes, at + 4);
	return png_depth_fits((unsigned char)bytes.at[at + 8],
		       (unsigned char)bytes.at[at + 9]) &&
	       bytes.at[at + 10] == 0 && bytes.at[at + 11] == 0 &&
	       (unsigned char)bytes.at[at + 12] <= 1;
}

static bool
size_check(const struct picture *picture, const char **ret_why)
{
	uint64_t dots = (uint64_t)picture->width * picture->height;

	*ret_why = "has no size";
	if (picture->width == 0 || picture->height == 0)
		return false;
	*ret_why = "has more dots than any page needs; make it smaller";
	return picture->width <= PICTURE_SIDE && picture->height <= PICTURE_SIDE &&
	       dots <= (picture->kind == PICTURE_PNG ? PICTURE_DECODED : PICTURE_DOTS);
}

bool
picture_read(struct text bytes, struct picture *ret_picture, const char **ret_why)
{
	struct picture picture = { .orientation = ORIENTATION_UPRIGHT };
	bool good = false;

	if (text_starts(bytes, PNG_SIGN))
		good = png_read(bytes, &picture, ret_why);
	else if (text_starts(bytes, JPEG_SIGN))
		good = jpeg_read(bytes, &picture, ret_why);
	else
		*ret_why = "is neither PNG nor JPEG";
	if (!good || !size_check(&picture, ret_why))
		return false;
	*ret_picture = picture;
	return true;
}

uint32_t
picture_across(const struct picture *picture)
{
	return picture->orientation < ORIENTATION_ASIDE ? picture->width
							: picture->height;
}

uint32_t
picture_down(const struct picture *picture)
{
	return picture->orientation < ORIENTATION_ASIDE ? picture->height
							: picture->width;
}
