#include "words.h"

#include <unicode/unum.h>
#include <unicode/unumberformatter.h>
#include <unicode/upluralrules.h>
#include <unicode/ustring.h>

#include "base/arena.h"
#include "formats.h"
#include "utf16.h"

/* A whole number in a form. */
static bool
whole_print(struct buffer *buffer, int64_t number, UNumberFormat *format)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar units[UTF16_LONGEST];
	int32_t count;

	if (!format)
		return false;
	count = unum_formatInt64(format, number, units, UTF16_LONGEST, NULL, &status);
	return U_SUCCESS(status) && utf16_add(buffer, units, count);
}

bool
words_print(struct buffer *buffer, int64_t number, struct formats *formats)
{
	UNumberFormat *format =
		formats_number(formats, number < 10 ? NUMBER_WORDS : NUMBER_FIGURES);

	if (format && number >= 10)
		unum_setAttribute(format, UNUM_FRACTION_DIGITS, 0);
	return whole_print(buffer, number, format);
}

bool
words_figures(struct buffer *buffer, struct text decimal, struct formats *formats)
{
	UNumberFormat *format = formats_number(formats, NUMBER_FIGURES);
	size_t point = text_find(decimal, '.', 0);
	int32_t places = point < decimal.size ? (int32_t)(decimal.size - point - 1) : 0;
	UErrorCode status = U_ZERO_ERROR;
	UChar units[UTF16_LONGEST];
	int32_t count;

	if (!format)
		return false;
	unum_setAttribute(format, UNUM_FRACTION_DIGITS, places);
	count = unum_formatDecimal(format, decimal.at, (int32_t)decimal.size, units,
		UTF16_LONGEST, NULL, &status);
	return U_SUCCESS(status) && utf16_add(buffer, units, count);
}

bool
words_compact(struct buffer *buffer, struct text decimal, struct formats *formats)
{
	UErrorCode status = U_ZERO_ERROR;
	UFormattedNumber *result = formats_result(formats);
	UNumberFormatter *format = formats_compact(formats);
	UChar units[UTF16_LONGEST];
	int32_t count;

	if (!format || !result)
		return false;
	unumf_formatDecimal(format, decimal.at, (int32_t)decimal.size, result, &status);
	count = unumf_resultToString(result, units, UTF16_LONGEST, &status);
	return U_SUCCESS(status) && utf16_add(buffer, units, count);
}

bool
words_ordinal(struct buffer *buffer, int64_t number, struct formats *formats)
{
	UNumberFormat *format =
		number < 10 ? formats_number(formats, NUMBER_ORDINAL_WORDS) : NULL;

	if (!format)
		format = formats_number(formats, NUMBER_ORDINAL);
	return whole_print(buffer, number, format);
}

void
words_capital(struct buffer *buffer, struct text text, struct formats *formats)
{
	UChar small[2], large[UTF16_LONGEST];
	UErrorCode status = U_ZERO_ERROR;
	int32_t count = 0;
	uint32_t rune;
	size_t size = text.size ? text_rune(text, 0, &rune) : 0;

	u_strFromUTF8(small, 2, &count, text.at, (int32_t)size, &status);
	count = u_strToUpper(
		large, UTF16_LONGEST, small, count, formats->locale, &status);
	if (U_FAILURE(status) || !utf16_add(buffer, large, count))
		size = 0;
	buffer_add(buffer, text_slice(text, size, text.size));
}

bool
words_plural(struct arena *arena, struct text decimal, struct formats *formats,
	struct text *ret_form)
{
	UErrorCode status = U_ZERO_ERROR;
	UFormattedNumber *result = formats_result(formats);
	UNumberFormatter *format = formats_plain(formats);
	UPluralRules *rules = formats_plurals(formats);
	struct buffer form = buffer_make(arena);
	UChar units[UTF16_LONGEST];
	int32_t count;

	if (!format || !result || !rules)
		return false;
	unumf_formatDecimal(format, decimal.at, (int32_t)decimal.size, result, &status);
	count = uplrules_selectFormatted(rules, result, units, UTF16_LONGEST, &status);
	if (U_FAILURE(status) || !utf16_add(&form, units, count))
		return false;
	*ret_form = buffer_text(&form);
	return true;
}
