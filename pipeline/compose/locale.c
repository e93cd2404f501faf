#include "locale.h"

const char *
locale_of(struct arena *arena, struct text language)
{
	if (text_is(language, "en"))
		language = TEXT("en-001");
	return text_string(
		arena, text_format(arena, "%.*s-u-ca-gregory", TEXT_ARG(language)));
}
