/* decimal.h - numbers that stand below each other, decimal mark below decimal mark.
 */
#ifndef LAYOUT_DECIMAL_H
#define LAYOUT_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

enum decimal_kind {
	DECIMAL_WORDS,  /* no number */
	DECIMAL_NONE,   /* nothing, or a sign that a number is not there */
	DECIMAL_NUMBER, /* with a sign, a currency or a per cent, if need be */
};

enum decimal_kind decimal_kind(struct text);

/* The decimal mark of a language. */
char decimal_mark(struct text language);

/* The offset of the decimal mark in a number, or of the end of its digits. */
size_t decimal_find(struct text number, char mark);

#endif
