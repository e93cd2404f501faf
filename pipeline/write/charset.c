#include "charset.h"

#include <stdbool.h>

#include "base/arena.h"

enum {
	OPERATOR_LAST = 21,
	OPERATOR_CHARSET = 15,
	OPERATOR_ESCAPE = 12,
	ESCAPED_ROS = 30,      /* its glyphs have CIDs */
	CHARSETS_BUILT_IN = 3, /* offsets below it are no offsets */
};

/* Bytes that are read one after the other; past the end they are 0. */
struct reader {
	struct text bytes;
	size_t at;
	bool past; /* the end */
};

static uint32_t
number_read(struct reader *reader, int bytes)
{
	uint32_t number = 0;

	for (; bytes > 0; bytes--, reader->at++) {
		bool within = reader->at < reader->bytes.size;

		reader->past |= !within;
		number = number << 8 |
			 (within ? (unsigned char)reader->bytes.at[reader->at] : 0);
	}
	return number;
}

/* Steps over an INDEX; *ret_first is its first item. */
static void
index_read(struct reader *reader, struct text *ret_first)
{
	uint32_t count = number_read(reader, 2), first, end, last;
	int size;
	size_t base;

	*ret_first = TEXT("");
	if (count == 0)
		return;
	size = (int)number_read(reader, 1);
	base = reader->at + ((size_t)count + 1) * (size_t)size - 1;
	first = number_read(reader, size);
	end = number_read(reader, size);
	reader->at = base + 1 - (size_t)size;
	last = number_read(reader, size);
	reader->at = base + last;
	if (!reader->past && first <= end && base + end <= reader->bytes.size)
		*ret_first = text_slice(reader->bytes, base + first, base + end);
}

/* An operand of a DICT that begins with that byte; reals count as 0. */
static uint32_t
operand_read(struct reader *reader, uint32_t lead)
{
	uint32_t byte = 0;

	if (lead == 28)
		return number_read(reader, 2);
	if (lead == 29)
		return number_read(reader, 4);
	if (lead >= 32 && lead <= 246)
		return lead - 139;
	if (lead >= 247 && lead <= 250)
		return (lead - 247) * 256 + number_read(reader, 1) + 108;
	if (lead >= 251 && lead <= 254)
		return 0 - (lead - 251) * 256 - number_read(reader, 1) - 108;
	while (lead == 30 && (byte & 15) != 15 && !reader->past)
		byte = number_read(reader, 1);
	return 0;
}

/* Where the charset lies; false when the glyphs have no CIDs. */
static bool
offset_find(struct text dict, size_t *ret_offset)
{
	struct reader reader = { .bytes = dict };
	uint32_t operand = 0;
	bool keyed = false;

	*ret_offset = 0;
	while (reader.at < dict.size) {
		uint32_t lead = number_read(&reader, 1);

		if (lead > OPERATOR_LAST) {
			operand = operand_read(&reader, lead);
			continue;
		}
		if (lead == OPERATOR_ESCAPE)
			keyed |= number_read(&reader, 1) == ESCAPED_ROS;
		else if (lead == OPERATOR_CHARSET)
			*ret_offset = operand;
	}
	return keyed && *ret_offset >= CHARSETS_BUILT_IN;
}

static bool
cids_read(struct reader *reader, uint16_t *cids, uint32_t glyph_count)
{
	uint32_t format = number_read(reader, 1), glyph = 1;

	while (glyph < glyph_count && !reader->past && format <= 2) {
		uint32_t cid = number_read(reader, 2);
		uint32_t left = format ? number_read(reader, (int)format) : 0;

		for (uint32_t i = 0; i <= left && glyph < glyph_count; i++)
			cids[glyph++] = (uint16_t)(cid + i);
	}
	return glyph >= glyph_count && !reader->past;
}

uint16_t *
charset_read(struct arena *arena, struct text cff, uint32_t glyph_count)
{
	struct reader reader = { .bytes = cff, .at = 2 };
	uint16_t *cids = arena_array(arena, uint16_t, glyph_count);
	struct text name, dict;

	reader.at = number_read(&reader, 1);
	index_read(&reader, &name);
	index_read(&reader, &dict);
	if (!offset_find(dict, &reader.at) || !cids_read(&reader, cids, glyph_count))
		return NULL;
	return cids;
}
