#include "script.h"

#include <stddef.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

_Static_assert(SCRIPT_NONE == (int)USCRIPT_COMMON, "ICU numbers scripts otherwise");

uint16_t
script_of(uint32_t rune)
{
	UErrorCode status = U_ZERO_ERROR;
	UScriptCode code;

	if (rune < 0x80)
		return u_isalpha((UChar32)rune) ? USCRIPT_LATIN : USCRIPT_COMMON;
	code = uscript_getScript((UChar32)rune, &status);
	return code == USCRIPT_INHERITED || code < 0 ? SCRIPT_NONE : (uint16_t)code;
}

bool
script_is_square(uint16_t script)
{
	return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA ||
	       script == USCRIPT_KATAKANA || script == USCRIPT_HANGUL ||
	       script == USCRIPT_BOPOMOFO || script == USCRIPT_YI;
}

bool
script_is_worded(uint32_t rune)
{
	return u_isalnum((UChar32)rune) && !script_is_square(script_of(rune));
}

bool
script_is_unspaced(uint16_t script)
{
	return script == USCRIPT_KHMER || script == USCRIPT_LAO ||
	       script == USCRIPT_THAI || script == USCRIPT_MYANMAR;
}

bool
script_text_is_unspaced(struct text text)
{
	size_t bytes = 0;

	for (size_t i = text_plain(text, 0); i < text.size;) {
		uint32_t rune;
		size_t size = text_rune(text, i, &rune);

		if (size == 3 && script_is_unspaced(script_of(rune)))
			bytes += size;
		i += size;
	}
	return bytes > text.size / 2;
}

bool
script_is_tall(uint16_t script)
{
	return script != USCRIPT_COMMON && script != USCRIPT_LATIN &&
	       script != USCRIPT_GREEK && script != USCRIPT_CYRILLIC &&
	       !script_is_square(script);
}

bool
script_is_knotted(uint16_t script)
{
	static const UScriptCode knotted[] = { USCRIPT_KHMER, USCRIPT_MYANMAR,
		USCRIPT_THAI, USCRIPT_LAO, USCRIPT_DEVANAGARI, USCRIPT_BENGALI,
		USCRIPT_GURMUKHI, USCRIPT_GUJARATI, USCRIPT_ORIYA, USCRIPT_TAMIL,
		USCRIPT_TELUGU, USCRIPT_KANNADA, USCRIPT_MALAYALAM, USCRIPT_SINHALA,
		USCRIPT_TIBETAN, USCRIPT_BALINESE, USCRIPT_JAVANESE };

	if (script == SCRIPT_NONE || script == USCRIPT_LATIN)
		return false;
	for (size_t i = 0; i < sizeof knotted / sizeof *knotted; i++)
		if (knotted[i] == (UScriptCode)script)
			return true;
	return false;
}

bool
script_invisible(uint32_t rune)
{
	return rune >= 0xa0 && (u_charType((UChar32)rune) == U_SPACE_SEPARATOR ||
				       u_hasBinaryProperty((UChar32)rune,
					       UCHAR_DEFAULT_IGNORABLE_CODE_POINT));
}

bool
script_follows(uint32_t rune)
{
	int8_t type;

	if (rune < 0x80)
		return rune == ' ';
	type = u_charType((UChar32)rune);
	return type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK ||
	       type == U_ENCLOSING_MARK || script_invisible(rune);
}

const char *
script_tag(uint16_t script)
{
	return uscript_getShortName((UScriptCode)script);
}
