#include "utf16.h"

#include <unicode/ustring.h>

bool
utf16_add(struct buffer *buffer, const UChar *units, int32_t count)
{
	UChar plain[UTF16_LONGEST];
	char bytes[UTF16_LONGEST * 3];
	int32_t size = 0;
	UErrorCode status = U_ZERO_ERROR;

	if (count < 0 || count > UTF16_LONGEST)
		return false;
	for (int32_t i = 0; i < count; i++)
		plain[i] = units[i] == 0x2009   ? ' '
			   : units[i] == 0x202f ? 0xa0
						: units[i];
	u_strToUTF8(bytes, sizeof bytes, &size, plain, count, &status);
	if (U_FAILURE(status))
		return false;
	buffer_add(buffer, (struct text){ bytes, (size_t)size });
	return true;
}
