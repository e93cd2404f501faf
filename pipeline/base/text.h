/* text.h - borrowed UTF-8 and a buffer to build it in.
 *
 * A text borrows its bytes; whoever made it says for how long.  It need not end
 * in NUL and may hold NUL.  Offsets and sizes are in bytes, runes are Unicode
 * code points.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

struct text {
	const char *at;
	size_t size; /* bytes */
};

/* A text of a string literal; the second where C wants a constant. */
#define TEXT(literal) ((struct text)TEXT_CONSTANT(literal))
/* clang-format off */
#define TEXT_CONSTANT(literal) { "" literal, sizeof(literal) - 1 }
/* clang-format on */

/* For printf: "%.*s". */
#define TEXT_ARG(text) (int)(text).size, (text).at

struct text text_of(const char *string);
struct text text_keep(struct arena *, struct text);

/* The same bytes followed by NUL, for libraries that want a C string. */
char *text_string(struct arena *, struct text);

bool text_equal(struct text, struct text);
bool text_is(struct text, const char *string);
int text_compare(struct text, struct text); /* by bytes */
bool text_starts(struct text, struct text prefix);
bool text_ends(struct text, struct text suffix);

/* The offset of `byte` at or after `from`, or text.size where there is none. */
size_t text_find(struct text, char byte, size_t from);

struct text text_slice(struct text, size_t from, size_t to);

/* Without the spaces, tabs and line ends at either end. */
struct text text_trim(struct text);

/* Cuts the text before the first `byte` off the front of *rest and steps over
 * that byte; false when *rest is used up.  An empty piece counts. */
bool text_cut(struct text *rest, char byte, struct text *ret_piece);

/* Decimal digits only; false when there are none, others, or too many. */
bool text_number(struct text, int64_t *ret_number);

/* The rune at `offset` (which must be below text.size) and its length in bytes.
 * Bytes that are no UTF-8 come out one by one as U+FFFD. */
size_t text_rune(struct text, size_t offset, uint32_t *ret_rune);

/* The offset of the first byte at or after `from` that is no printable ASCII character,
 * or text.size.  Most of what people type is passed over by this, eight bytes at a
 * time. */
size_t text_plain(struct text, size_t from);

/* The offset of the first byte that is no UTF-8, or text.size. */
size_t text_first_bad(struct text);

/* Runes in the text. */
size_t text_length(struct text);

/* A 64-bit FNV-1a hash. */
uint64_t text_hash(struct text);

/* A text in the making.  Everything lies in `arena`. */
struct buffer {
	struct arena *arena;
	char *at;
	size_t size, room; /* bytes */
};

struct buffer buffer_make(struct arena *);
void buffer_add(struct buffer *, struct text);
void buffer_string(struct buffer *, const char *string);
void buffer_byte(struct buffer *, char byte);
void buffer_rune(struct buffer *, uint32_t rune);
void buffer_number(struct buffer *, int64_t number);
void buffer_fill(struct buffer *, char byte, size_t count);
void buffer_format(struct buffer *, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void buffer_vformat(struct buffer *, const char *format, va_list)
	__attribute__((format(printf, 2, 0)));

/* Adds text with & < > " and line ends as XML references. */
void buffer_xml(struct buffer *, struct text);

/* What was built so far; a later add may move it. */
struct text buffer_text(const struct buffer *);

/* A formatted text in the arena. */
struct text text_format(struct arena *, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif
