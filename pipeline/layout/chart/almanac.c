#include "almanac.h"

#include <unicode/udat.h>
#include <unicode/udateintervalformat.h>
#include <unicode/udatpg.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

#include "base/arena.h"
#include "layout/chart/period.h"

enum { UNITS_MOST = 120, SKELETON = 8 };

static const UChar zone[] = { 'G', 'M', 'T', 0 };

/* ICU's UTF-16 as UTF-8, with blanks as people type them. */
static struct text
units_text(struct arena *arena, UChar *units, int32_t count)
{
	char bytes[UNITS_MOST * 3];
	UErrorCode status = U_ZERO_ERROR;
	int32_t size = 0;

	for (int32_t i = 0; i < count; i++)
		if (units[i] == 0x2009 || units[i] == 0x202f)
			units[i] = 0xa0;
	u_strToUTF8(bytes, sizeof bytes, &size, units, count, &status);
	return U_SUCCESS(status)
		       ? text_keep(arena, (struct text){ bytes, (size_t)size })
		       : TEXT("");
}

/* English is that of the United Nations: the day before the month. */
static const char *
locale_of(struct arena *arena, struct text language, bool own)
{
	if (text_is(language, "en") || language.size == 0)
		language = TEXT("en-001");
	return text_string(arena, text_format(arena, "%.*s-u-ca-gregory%s",
					  TEXT_ARG(language), own ? "" : "-nu-latn"));
}

/* What is to be said of a date; the language says how. */
static void
skeleton_write(enum almanac_form form, UChar skeleton[SKELETON])
{
	static const char *const skeletons[] = {
		[ALMANAC_DAY] = "yMMMd",
		[ALMANAC_MONTH] = "yMMM",
		[ALMANAC_QUARTER] = "yQQQ",
		[ALMANAC_YEAR] = "y",
		[ALMANAC_NAME] = "LLL",
	};

	u_uastrcpy(skeleton, skeletons[form]);
}

static int32_t
pattern_find(const char *locale, enum almanac_form form, UChar *pattern)
{
	UChar skeleton[SKELETON];
	UErrorCode status = U_ZERO_ERROR;
	UDateTimePatternGenerator *generator = udatpg_open(locale, &status);
	int32_t count;

	skeleton_write(form, skeleton);
	count = udatpg_getBestPattern(
		generator, skeleton, -1, pattern, UNITS_MOST, &status);
	udatpg_close(generator);
	return U_SUCCESS(status) ? count : 0;
}

static UDate
noon_of(int64_t day)
{
	return (UDate)(day * 86400000 + 43200000);
}

struct text
almanac_day(
	struct arena *arena, struct text language, int64_t day, enum almanac_form form)
{
	const char *locale = locale_of(arena, language, false);
	UChar pattern[UNITS_MOST], units[UNITS_MOST];
	int32_t count = pattern_find(locale, form, pattern);
	UErrorCode status = U_ZERO_ERROR;
	UDateFormat *format = udat_open(
		UDAT_PATTERN, UDAT_PATTERN, locale, zone, -1, pattern, count, &status);
	struct text said = TEXT("");

	count = udat_format(format, noon_of(day), units, UNITS_MOST, NULL, &status);
	udat_close(format);
	if (U_SUCCESS(status) && count <= UNITS_MOST)
		said = units_text(arena, units, count);
	return said.size ? said : period_print_day(arena, day);
}

static enum almanac_form
form_of(enum exactness exactness)
{
	static const enum almanac_form forms[] = {
		[EXACT_DAY] = ALMANAC_DAY,
		[EXACT_MONTH] = ALMANAC_MONTH,
		[EXACT_QUARTER] = ALMANAC_QUARTER,
		[EXACT_YEAR] = ALMANAC_YEAR,
	};

	return forms[exactness];
}

/* From one day to another, less what both have in common: "5–6 Oct 2022". */
static struct text
interval_say(struct arena *arena, struct text language, const struct period *period)
{
	UChar skeleton[SKELETON], units[UNITS_MOST];
	UErrorCode status = U_ZERO_ERROR;
	UDateIntervalFormat *format;
	int32_t count;

	skeleton_write(form_of(period->first), skeleton);
	format = udtitvfmt_open(
		locale_of(arena, language, false), skeleton, -1, zone, -1, &status);
	count = udtitvfmt_format(format, noon_of(period->from), noon_of(period->to),
		units, UNITS_MOST, NULL, &status);
	udtitvfmt_close(format);
	return U_SUCCESS(status) && count <= UNITS_MOST
		       ? units_text(arena, units, count)
		       : TEXT("");
}

/* Two dates of which one is known less exactly. */
static struct text
ends_say(struct arena *arena, struct text language, const struct period *period)
{
	struct text from =
		almanac_day(arena, language, period->from, form_of(period->first));
	struct text to =
		almanac_day(arena, language, period->to, form_of(period->second));

	return text_format(
		arena, "%.*s\u00a0\u2013\u00a0%.*s", TEXT_ARG(from), TEXT_ARG(to));
}

struct text
almanac_period(struct arena *arena, struct text language, const struct period *period)
{
	struct text said = TEXT("");

	if (!period->pair)
		said = almanac_day(
			arena, language, period->from, form_of(period->first));
	else if (period->first == period->second && period->first != EXACT_QUARTER)
		said = interval_say(arena, language, period);
	if (said.size == 0)
		said = ends_say(arena, language, period);
	return text_format(arena, "%s%.*s", period->about ? "~" : "", TEXT_ARG(said));
}

struct text
almanac_number(struct arena *arena, struct text language, struct text number, bool own)
{
	const char *locale = locale_of(arena, language, own);
	UChar units[UNITS_MOST];
	UErrorCode status = U_ZERO_ERROR;
	UNumberFormat *format = unum_open(UNUM_DECIMAL, NULL, 0, locale, NULL, &status);
	struct text said = TEXT("");
	int32_t count;

	unum_setAttribute(format, UNUM_MAX_FRACTION_DIGITS, 15);
	count = unum_formatDecimal(format, number.at, (int32_t)number.size, units,
		UNITS_MOST, NULL, &status);
	unum_close(format);
	if (U_SUCCESS(status) && count <= UNITS_MOST)
		said = units_text(arena, units, count);
	return said.size ? said : number;
}
