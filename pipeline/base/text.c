#include "text.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"

struct text
text_of(const char *string)
{
	return (struct text){ string, strlen(string) };
}

struct text
text_keep(struct arena *arena, struct text text)
{
	return (struct text){ arena_keep(arena, text.at, text.size), text.size };
}

char *
text_string(struct arena *arena, struct text text)
{
	char *string = arena_take(arena, text.size + 1);

	if (text.size)
		memcpy(string, text.at, text.size);
	return string;
}

bool
text_equal(struct text a, struct text b)
{
	return a.size == b.size && (a.size == 0 || memcmp(a.at, b.at, a.size) == 0);
}

bool
text_is(struct text text, const char *string)
{
	return text_equal(text, text_of(string));
}

int
text_compare(struct text a, struct text b)
{
	size_t shared = a.size < b.size ? a.size : b.size;
	int order = shared ? memcmp(a.at, b.at, shared) : 0;

	if (order)
		return order;
	return a.size < b.size ? -1 : a.size > b.size;
}

bool
text_starts(struct text text, struct text prefix)
{
	return text.size >= prefix.size &&
	       text_equal(text_slice(text, 0, prefix.size), prefix);
}

bool
text_ends(struct text text, struct text suffix)
{
	return text.size >= suffix.size &&
	       text_equal(text_slice(text, text.size - suffix.size, text.size), suffix);
}

size_t
text_find(struct text text, char byte, size_t from)
{
	const char *found;

	if (from >= text.size)
		return text.size;
	found = memchr(text.at + from, byte, text.size - from);
	return found ? (size_t)(found - text.at) : text.size;
}

struct text
text_slice(struct text text, size_t from, size_t to)
{
	assert(from <= to && to <= text.size);
	if (from == to)
		return (struct text){ text.at, 0 };
	return (struct text){ text.at + from, to - from };
}

static bool
is_blank(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

struct text
text_trim(struct text text)
{
	while (text.size && is_blank(text.at[text.size - 1]))
		text.size--;
	while (text.size && is_blank(text.at[0])) {
		text.at++;
		text.size--;
	}
	return text;
}

bool
text_cut(struct text *rest, char byte, struct text *ret_piece)
{
	size_t end;

	if (rest->size == 0)
		return false;
	end = text_find(*rest, byte, 0);
	*ret_piece = text_slice(*rest, 0, end);
	*rest = text_slice(*rest, end < rest->size ? end + 1 : end, rest->size);
	return true;
}

bool
text_number(struct text text, int64_t *ret_number)
{
	int64_t number = 0;

	if (text.size == 0 || text.size > 18)
		return false;
	for (size_t i = 0; i < text.size; i++) {
		if (text.at[i] < '0' || text.at[i] > '9')
			return false;
		number = number * 10 + (text.at[i] - '0');
	}
	*ret_number = number;
	return true;
}

/* The size of the well-formed sequence at `at`, or 0 (Unicode, table 3-7). */
static size_t
sequence_decode(const unsigned char *at, size_t left, uint32_t *ret_rune)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	size_t size = at[0] < 0x80 ? 1 : at[0] < 0xe0 ? 2 : at[0] < 0xf0 ? 3 : 4;
	uint32_t rune = size == 1 ? at[0] : at[0] & (0xffu >> (size + 1));

	if ((at[0] >= 0x80 && at[0] < 0xc2) || at[0] > 0xf4 || size > left)
		return 0;
	for (size_t i = 1; i < size; i++) {
		if ((at[i] & 0xc0) != 0x80)
			return 0;
		rune = rune << 6 | (at[i] & 0x3f);
	}
	if (rune < least[size] || rune > 0x10ffff || (rune >= 0xd800 && rune < 0xe000))
		return 0;
	*ret_rune = rune;
	return size;
}

size_t
text_rune(struct text text, size_t offset, uint32_t *ret_rune)
{
	size_t size;

	assert(offset < text.size);
	size = sequence_decode(
		(const unsigned char *)text.at + offset, text.size - offset, ret_rune);
	if (size)
		return size;
	*ret_rune = 0xfffd;
	return 1;
}

/* True where all eight bytes are printable ASCII: none is below 0x20, none is DEL, none
 * has its high bit set. */
static bool
is_plain_word(uint64_t word)
{
	const uint64_t ones = UINT64_MAX / 255, high = ones << 7;
	uint64_t low = (word - ones * 0x20) & ~word;
	uint64_t delete = word ^ ones * 0x7f;

	return ((low | word | ((delete - ones) & ~delete)) & high) == 0;
}

size_t
text_plain(struct text text, size_t from)
{
	uint64_t word;

	for (; text.size - from >= sizeof word; from += sizeof word) {
		memcpy(&word, text.at + from, sizeof word);
		if (!is_plain_word(word))
			break;
	}
	while (from < text.size && text.at[from] >= ' ' && text.at[from] <= '~')
		from++;
	return from;
}

size_t
text_first_bad(struct text text)
{
	uint32_t rune;

	for (size_t offset = text_plain(text, 0); offset < text.size;
		offset = text_plain(text, offset)) {
		size_t size = sequence_decode((const unsigned char *)text.at + offset,
			text.size - offset, &rune);

		if (size == 0)
			return offset;
		offset += size;
	}
	return text.size;
}

size_t
text_length(struct text text)
{
	size_t offset = text_plain(text, 0), count = offset;
	uint32_t rune;

	for (; offset < text.size; count++)
		offset += text_rune(text, offset, &rune);
	return count;
}

uint64_t
text_hash(struct text text)
{
	uint64_t hash = 14695981039346656037u;

	for (size_t i = 0; i < text.size; i++)
		hash = (hash ^ (unsigned char)text.at[i]) * 1099511628211u;
	return hash;
}

struct buffer
buffer_make(struct arena *arena)
{
	return (struct buffer){ .arena = arena };
}

/* Seldom called, and kept apart so that those who call it stay small. */
static __attribute__((noinline, cold)) void
buffer_grow(struct buffer *buffer, size_t more)
{
	size_t room = buffer->room ? buffer->room : 64;

	if (more > SIZE_MAX / 4 - buffer->size)
		arena_exhaust(buffer->arena);
	while (room <= buffer->size + more)
		room *= 2;
	buffer->at = arena_grow(buffer->arena, buffer->at, buffer->room, room);
	buffer->room = room;
}

/* Makes room for `more` bytes and a NUL. */
static inline void
buffer_reserve(struct buffer *buffer, size_t more)
{
	if (more >= buffer->room - buffer->size)
		buffer_grow(buffer, more);
}

void
buffer_add(struct buffer *buffer, struct text text)
{
	buffer_reserve(buffer, text.size);
	if (text.size)
		memcpy(buffer->at + buffer->size, text.at, text.size);
	buffer->size += text.size;
}

void
buffer_string(struct buffer *buffer, const char *string)
{
	buffer_add(buffer, text_of(string));
}

void
buffer_byte(struct buffer *buffer, char byte)
{
	buffer_reserve(buffer, 1);
	buffer->at[buffer->size++] = byte;
}

void
buffer_fill(struct buffer *buffer, char byte, size_t count)
{
	buffer_reserve(buffer, count);
	memset(buffer->at + buffer->size, byte, count);
	buffer->size += count;
}

void
buffer_rune(struct buffer *buffer, uint32_t rune)
{
	if (rune < 0x80) {
		buffer_byte(buffer, (char)rune);
	} else if (rune < 0x800) {
		buffer_byte(buffer, (char)(0xc0 | rune >> 6));
		buffer_byte(buffer, (char)(0x80 | (rune & 0x3f)));
	} else if (rune < 0x10000) {
		buffer_byte(buffer, (char)(0xe0 | rune >> 12));
		buffer_byte(buffer, (char)(0x80 | (rune >> 6 & 0x3f)));
		buffer_byte(buffer, (char)(0x80 | (rune & 0x3f)));
	} else {
		buffer_byte(buffer, (char)(0xf0 | rune >> 18));
		buffer_byte(buffer, (char)(0x80 | (rune >> 12 & 0x3f)));
		buffer_byte(buffer, (char)(0x80 | (rune >> 6 & 0x3f)));
		buffer_byte(buffer, (char)(0x80 | (rune & 0x3f)));
	}
}

void
buffer_number(struct buffer *buffer, int64_t number)
{
	char digits[20];
	size_t count = 0;
	uint64_t left = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;

	do {
		digits[count++] = (char)('0' + left % 10);
		left /= 10;
	} while (left);
	if (number < 0)
		buffer_byte(buffer, '-');
	while (count)
		buffer_byte(buffer, digits[--count]);
}

void
buffer_vformat(struct buffer *buffer, const char *format, va_list arguments)
{
	va_list again;
	int size;

	va_copy(again, arguments);
	size = vsnprintf(NULL, 0, format, again);
	va_end(again);
	assert(size >= 0);
	buffer_reserve(buffer, (size_t)size + 1);
	vsnprintf(buffer->at + buffer->size, (size_t)size + 1, format, arguments);
	buffer->size += (size_t)size;
}

void
buffer_format(struct buffer *buffer, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	buffer_vformat(buffer, format, arguments);
	va_end(arguments);
}

void
buffer_xml(struct buffer *buffer, struct text text)
{
	for (size_t i = 0; i < text.size; i++) {
		switch (text.at[i]) {
		case '&':
			buffer_string(buffer, "&amp;");
			break;
		case '<':
			buffer_string(buffer, "&lt;");
			break;
		case '>':
			buffer_string(buffer, "&gt;");
			break;
		case '"':
			buffer_string(buffer, "&quot;");
			break;
		case '\t':
		case '\n':
		case '\r':
			buffer_format(buffer, "&#%d;", text.at[i]);
			break;
		default:
			buffer_byte(buffer, text.at[i]);
		}
	}
}

struct text
buffer_text(const struct buffer *buffer)
{
	return (struct text){ buffer->at ? buffer->at : "", buffer->size };
}

struct text
text_format(struct arena *arena, const char *format, ...)
{
	struct buffer buffer = buffer_make(arena);
	va_list arguments;

	va_start(arguments, format);
	buffer_vformat(&buffer, format, arguments);
	va_end(arguments);
	return buffer_text(&buffer);
}
