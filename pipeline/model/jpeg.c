#include "jpeg.h"

#include "model/picture.h"

/* Bytes after 0xff. */
enum {
	MARKER_ALONE = 0x01, /* as MARKER_RESTART, …: no segment follows */
	MARKER_FRAME = 0xc0, /* to 0xcf, less the next three */
	MARKER_HUFFMAN = 0xc4,
	MARKER_RESERVED = 0xc8,
	MARKER_ARITHMETIC = 0xcc,
	MARKER_FRAME_LAST = 0xcf,
	MARKER_RESTART = 0xd0,
	MARKER_START = 0xd8,
	MARKER_END = 0xd9,
	MARKER_SCAN = 0xda,
	MARKER_EXIF = 0xe1,
	MARKER_ADOBE = 0xee,
	PROGRESSIVE = 2, /* frames of kinds 0 to 2 can stand in a PDF */
	ORIENTATION_TAG = 0x0112,
	PLACE_TAG = 0x8825, /* leads to the place where it was taken */
	SHORT = 3,          /* the type of a number of two bytes */
	ENTRY = 12,         /* bytes of a directory's entry */
};

struct reading {
	struct picture *picture;
	bool framed;      /* its size is known */
	bool adobe, exif; /* these segments have come */
	bool letters;     /* its components are called R, G and B */
	const char *why;
};

static uint32_t
byte_at(struct text bytes, size_t at)
{
	return (unsigned char)bytes.at[at];
}

static uint32_t
pair_at(struct text bytes, size_t at)
{
	return byte_at(bytes, at) << 8 | byte_at(bytes, at + 1);
}

/* A number of two or four bytes, the least first where that is how they stand. */
static uint32_t
number_at(struct text bytes, size_t at, size_t size, bool least_first)
{
	uint32_t number = 0;

	for (size_t i = 0; i < size; i++)
		number = number << 8 |
			 byte_at(bytes, at + (least_first ? size - 1 - i : i));
	return number;
}

static void
entry_read(struct picture *picture, struct text tiff, size_t at, bool least_first)
{
	uint32_t tag = number_at(tiff, at, 2, least_first);
	uint32_t value = number_at(tiff, at + 8, 2, least_first);

	if (tag == PLACE_TAG)
		picture->placed = true;
	if (tag == ORIENTATION_TAG &&
		number_at(tiff, at + 2, 2, least_first) == SHORT &&
		value >= ORIENTATION_UPRIGHT && value <= ORIENTATIONS)
		picture->orientation = (int)value;
}

/* What a TIFF directory tells; what cannot be read says nothing. */
static void
exif_read(struct reading *reading, struct text tiff)
{
	bool least_first = text_starts(tiff, TEXT("II*"));
	uint32_t at, count;

	reading->exif = true;
	if (tiff.size < 8 || (!least_first && !text_starts(tiff, TEXT("MM"))))
		return;
	at = number_at(tiff, 4, 4, least_first);
	if (at > tiff.size - 2)
		return;
	count = number_at(tiff, at, 2, least_first);
	for (at += 2; count && tiff.size >= ENTRY && at <= tiff.size - ENTRY;
		at += ENTRY, count--)
		entry_read(reading->picture, tiff, at, least_first);
}

static bool
refuse(struct reading *reading, const char *why)
{
	reading->why = why;
	return false;
}

static bool
frame_read(struct reading *reading, uint32_t marker, struct text segment)
{
	struct picture *picture = reading->picture;

	if (reading->framed)
		return refuse(reading, "is damaged: it says its size twice");
	if (marker > MARKER_FRAME + PROGRESSIVE)
		return refuse(reading,
			"is a JPEG of a rare kind that a PDF cannot hold; save it "
			"again as an ordinary one");
	if (segment.size < 6)
		return refuse(reading, "is damaged: its size cannot be read");
	picture->height = pair_at(segment, 1);
	picture->width = pair_at(segment, 3);
	picture->components = (int)byte_at(segment, 5);
	if (byte_at(segment, 0) != 8)
		return refuse(reading,
			"has more than 8 bits per colour; save it again with 8");
	if (picture->components != 1 && picture->components != 3 &&
		picture->components != 4)
		return refuse(reading, "has neither 1 nor 3 nor 4 colours");
	if (segment.size < 6 + 3 * (size_t)picture->components)
		return refuse(reading, "is damaged: its size cannot be read");
	reading->letters = picture->components == 3 && byte_at(segment, 6) == 'R' &&
			   byte_at(segment, 9) == 'G' && byte_at(segment, 12) == 'B';
	reading->framed = true;
	return true;
}

static bool
segment_read(struct reading *reading, uint32_t marker, struct text segment)
{
	static const struct text exif = TEXT_CONSTANT("Exif\0\0");

	if (marker >= MARKER_FRAME && marker <= MARKER_FRAME_LAST &&
		marker != MARKER_HUFFMAN && marker != MARKER_RESERVED &&
		marker != MARKER_ARITHMETIC)
		return frame_read(reading, marker, segment);
	if (marker == MARKER_EXIF && !reading->exif && text_starts(segment, exif))
		exif_read(reading, text_slice(segment, exif.size, segment.size));
	if (marker == MARKER_ADOBE && text_starts(segment, TEXT("Adobe")))
		reading->adobe = true;
	return true;
}

static bool
stands_alone(uint32_t marker)
{
	return marker == MARKER_ALONE ||
	       (marker >= MARKER_RESTART && marker <= MARKER_START);
}

/* Reads the segments up to the first scan, which begins at *ret_at. */
static bool
segments_read(struct reading *reading, struct text bytes, size_t *ret_at)
{
	static const char cut[] = "is cut off, or damaged in its head";
	size_t at = 2;

	for (;;) {
		uint32_t marker, size;

		if (at + 4 > bytes.size || byte_at(bytes, at) != 0xff)
			return refuse(reading, cut);
		marker = byte_at(bytes, at + 1);
		if (marker == 0xff || stands_alone(marker)) {
			at += marker == 0xff ? 1 : 2;
			continue;
		}
		size = pair_at(bytes, at + 2);
		if (marker == MARKER_END || marker == 0 || size < 2 ||
			size > bytes.size - at - 2)
			return refuse(reading, cut);
		*ret_at = at + 2 + size;
		if (marker == MARKER_SCAN)
			return reading->framed || refuse(reading, cut);
		if (!segment_read(
			    reading, marker, text_slice(bytes, at + 4, at + 2 + size)))
			return false;
		at += 2 + size;
	}
}

/* Cameras put more behind the end. */
static bool
ends(struct text bytes, size_t from)
{
	for (size_t at = bytes.size; at > from + 1; at--)
		if (byte_at(bytes, at - 1) == MARKER_END &&
			byte_at(bytes, at - 2) == 0xff)
			return true;
	return false;
}

bool
jpeg_read(struct text bytes, struct picture *picture, const char **ret_why)
{
	struct reading reading = { .picture = picture };
	size_t scan = 0;

	picture->kind = PICTURE_JPEG;
	if (!segments_read(&reading, bytes, &scan)) {
		*ret_why = reading.why;
		return false;
	}
	if (!ends(bytes, scan)) {
		*ret_why = "is cut off: its end is missing";
		return false;
	}
	picture->negative = picture->components == 4 && reading.adobe;
	picture->plain = reading.letters && !reading.adobe;
	return true;
}
