#include "words.h"

#include <unicode/unum.h>

#include "base/arena.h"
#include "utf16.h"

bool
words_print(struct buffer *buffer, int64_t number, struct text language)
{
	UNumberFormatStyle style = number < 10 ? UNUM_SPELLOUT : UNUM_DECIMAL;
	UErrorCode status = U_ZERO_ERROR;
	UNumberFormat *format = unum_open(
		style, NULL, 0, text_string(buffer->arena, language), NULL, &status);
	UChar units[UTF16_LONGEST];
	int32_t count =
		unum_formatInt64(format, number, units, UTF16_LONGEST, NULL, &status);

	unum_close(format);
	return U_SUCCESS(status) && utf16_add(buffer, units, count);
}
