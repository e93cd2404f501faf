#include "formats.h"

#include <unicode/udat.h>
#include <unicode/udateintervalformat.h>
#include <unicode/udatpg.h>
#include <unicode/unum.h>
#include <unicode/unumberformatter.h>
#include <unicode/upluralrules.h>
#include <unicode/ustring.h>

#include "base/arena.h"
#include "locale.h"
#include "utf16.h"

struct formats *
formats_make(struct arena *arena, struct text language)
{
	struct formats *formats = arena_make(arena, struct formats);

	formats->arena = arena;
	formats->locale = locale_of(arena, language);
	return formats;
}

/* What could not be opened is asked for again, and is not there again. */
static void *
kept(struct formats *formats, void **slot, void *opened, void (*close)(void *),
	UErrorCode status)
{
	if (U_FAILURE(status))
		return NULL;
	arena_adopt(formats->arena, close, opened);
	*slot = opened;
	return opened;
}

static void
number_close(void *number)
{
	unum_close(number);
}

/* The first of ICU's rules for ordinals in words that the language has. */
static void
ordinal_rules(UNumberFormat *format, UErrorCode *ret_status)
{
	static const char *const rules[] = { "%spellout-ordinal",
		"%spellout-ordinal-masculine", "%spellout-ordinal-maskulin",
		"%spellout-ordinal-masculine-adjective" };
	UChar rule[64];

	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
		*ret_status = U_ZERO_ERROR;
		u_uastrcpy(rule, rules[i]);
		unum_setTextAttribute(
			format, UNUM_DEFAULT_RULESET, rule, -1, ret_status);
		if (U_SUCCESS(*ret_status))
			return;
	}
}

void *
formats_number(struct formats *formats, enum number_form form)
{
	static const UNumberFormatStyle styles[] = { UNUM_DECIMAL, UNUM_SPELLOUT,
		UNUM_SPELLOUT, UNUM_ORDINAL };
	UErrorCode status = U_ZERO_ERROR;
	UNumberFormat *format;

	if (formats->numbers[form])
		return formats->numbers[form];
	format = unum_open(styles[form], NULL, 0, formats->locale, NULL, &status);
	if (U_SUCCESS(status) && form == NUMBER_ORDINAL_WORDS)
		ordinal_rules(format, &status);
	if (U_FAILURE(status))
		unum_close(format);
	return kept(formats, &formats->numbers[form], format, number_close, status);
}

static const char *const skeletons[DATE_FORMS] = { "y", "yQQQQ", "yMMMM", "yMMMMd" };
static const UChar zone[] = { 'G', 'M', 'T', 0 };

static void
patterns_close(void *patterns)
{
	udatpg_close(patterns);
}

static void
date_close(void *date)
{
	udat_close(date);
}

static void
interval_close(void *interval)
{
	udtitvfmt_close(interval);
}

static void *
patterns(struct formats *formats, UErrorCode *ret_status)
{
	if (formats->patterns)
		return formats->patterns;
	return kept(formats, &formats->patterns,
		udatpg_open(formats->locale, ret_status), patterns_close, *ret_status);
}

void *
formats_date(struct formats *formats, enum date_form form)
{
	UChar skeleton[16], pattern[UTF16_LONGEST];
	UErrorCode status = U_ZERO_ERROR;
	int32_t count;

	if (formats->dates[form])
		return formats->dates[form];
	u_uastrcpy(skeleton, skeletons[form]);
	count = udatpg_getBestPattern(patterns(formats, &status), skeleton, -1, pattern,
		UTF16_LONGEST, &status);
	return kept(formats, &formats->dates[form],
		udat_open(UDAT_PATTERN, UDAT_PATTERN, formats->locale, zone, -1,
			pattern, count, &status),
		date_close, status);
}

void *
formats_interval(struct formats *formats, enum date_form form)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar skeleton[16];

	if (formats->intervals[form])
		return formats->intervals[form];
	u_uastrcpy(skeleton, skeletons[form]);
	return kept(formats, &formats->intervals[form],
		udtitvfmt_open(formats->locale, skeleton, -1, zone, -1, &status),
		interval_close, status);
}

static void
formatter_close(void *formatter)
{
	unumf_close(formatter);
}

static void
result_close(void *result)
{
	unumf_closeResult(result);
}

static void
plurals_close(void *plurals)
{
	uplrules_close(plurals);
}

static struct UNumberFormatter *
formatter(struct formats *formats, void **slot, const char *skeleton)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar pattern[64];

	if (*slot)
		return *slot;
	u_uastrcpy(pattern, skeleton);
	return kept(formats, slot,
		unumf_openForSkeletonAndLocale(pattern, -1, formats->locale, &status),
		formatter_close, status);
}

struct UNumberFormatter *
formats_plain(struct formats *formats)
{
	return formatter(formats, &formats->plain, "");
}

struct UNumberFormatter *
formats_compact(struct formats *formats)
{
	return formatter(formats, &formats->compact, "compact-long .###");
}

struct UFormattedNumber *
formats_result(struct formats *formats)
{
	UErrorCode status = U_ZERO_ERROR;

	if (formats->result)
		return formats->result;
	return kept(formats, &formats->result, unumf_openResult(&status), result_close,
		status);
}

struct UPluralRules *
formats_plurals(struct formats *formats)
{
	UErrorCode status = U_ZERO_ERROR;

	if (formats->plurals)
		return formats->plurals;
	return kept(formats, &formats->plurals, uplrules_open(formats->locale, &status),
		plurals_close, status);
}
