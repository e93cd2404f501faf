/* typedline.h - the parts of a line as people type them: indentation, key, value.
 */
#ifndef READ_TYPEDLINE_H
#define READ_TYPEDLINE_H

#include "base/text.h"

/* Spaces at the start of a line. */
size_t typedline_indent(struct text line);

/* True for a dash that begins an entry. */
bool typedline_is_entry(struct text line);

/* True for a line of nothing but blanks or a comment. */
bool typedline_is_empty(struct text line);

/* Keys and dashes that the line seems to have. */
size_t typedline_nodes(struct text line);

/* The offset after "key: " or "- ", where the line's text begins. */
size_t typedline_value(struct text line);

/* Where the text of an entry begins, or the indentation. */
size_t typedline_inner(struct text line);

/* True for a line two columns or more to the right of the one above it, which has a key
 * with a text: one column is a slip, two are a group. */
bool typedline_is_below_text(struct text line, struct text above);

/* 'It's solar' was meant to be It's solar. */
struct text typedline_unquoted(struct text value);

/* A line such as "status:done"; *ret_colon is the offset of its colon. */
bool typedline_tight(struct text line, size_t *ret_colon);

#endif
