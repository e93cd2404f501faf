/* code.h - the codes that stand for glyphs in the strings of one font.
 *
 * A code is given to each pair of a glyph and the characters it stands for, when
 * the pair is first shown; so what is copied out of the PDF is exact even where
 * one glyph serves many characters.  Codes have two bytes: one would do for most,
 * but not every checker follows the CMap that this takes, and since the first
 * byte is nearly always 0, deflate makes up for it (3 % of a report).  A
 * printable ASCII character gets itself.
 */
#ifndef WRITE_CODE_H
#define WRITE_CODE_H

#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

struct arena;

/* The first code for what is not ASCII, and one more than the last. */
enum { CODE_FIRST = 0x80, CODE_END = 0x10000, CODE_RECENT = 256 };

struct code {
	uint32_t glyph;
	char bytes[8];    /* inside a literal string */
	uint8_t size;     /* of these */
	struct text text; /* kept; what the glyph stands for */
	uint32_t value;   /* below CODE_END */
	uint32_t cid;     /* of the glyph, with CFF outlines; set with the width */
	uint32_t width;   /* millionths of the em; set by the owner when it is 0 */
};

struct codes {
	struct arena *arena;
	struct code *items; /* in the order of first use */
	size_t count, room;
	uint32_t recent[CODE_RECENT]; /* the one of a glyph that was found last, plus 1
				       */
	uint32_t *slots;              /* a hash table of indices into items, plus 1 */
	size_t slot_count;
	bool ascii[CODE_FIRST]; /* codes in use */
	uint32_t next;          /* the least that is free above them */
	bool full;              /* a pair got no code of its own */
};

struct codes *codes_make(struct arena *);

/* The code of a pair, made when it is new; `full` is set and the first code comes
 * back when there are no more.  Good until the next call. */
struct code *codes_find(struct codes *, uint32_t glyph, struct text text);

/* Adds the code, as bytes inside a literal string. */
void code_print(const struct code *, struct buffer *);

/* The CMap from codes to CIDs. */
void codes_print_cmap(const struct codes *, struct text name, struct buffer *);

/* The CMap from codes to characters. */
void codes_print_unicode(const struct codes *, struct buffer *);

#endif
