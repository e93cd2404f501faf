/* syntax.h - how PDF spells numbers, strings, names and references
 * (ISO 32000-1, 7.3).
 *
 * Everything is added to a buffer; nothing can fail.
 */
#ifndef WRITE_SYNTAX_H
#define WRITE_SYNTAX_H

#include <stdint.h>

#include "base/text.h"

/* A number of thousandths: 1500 is "1.5". */
void syntax_milli(struct buffer *, int64_t milli);

/* A length in scaled points as points with three decimals. */
void syntax_length(struct buffer *, int64_t value);

/* "12 0 R" */
void syntax_reference(struct buffer *, uint32_t number);

/* `key`, then the reference. */
void syntax_refer(struct buffer *, const char *key, uint32_t number);

/* One byte inside a literal string. */
void syntax_byte(struct buffer *, unsigned char byte);

/* The bytes as a literal string. */
void syntax_bytes(struct buffer *, struct text);

/* A text string: ASCII as it is, all else as UTF-16. */
void syntax_string(struct buffer *, struct text);

/* The UTF-16BE of a text in hexadecimal digits. */
void syntax_utf16(struct buffer *, struct text);

/* A colour, 0xRRGGBB, and the operator that sets it: one for greys and one for all
 * others. */
void syntax_colour(
	struct buffer *, uint32_t colour, const char *grey, const char *other);

/* The lowest `digits` hexadecimal digits of a number. */
void syntax_hex(struct buffer *, uint32_t number, int digits);

void syntax_name(struct buffer *, struct text);

/* An address as a literal string; bytes that an address may not hold become %XX. */
void syntax_uri(struct buffer *, struct text);

#endif
