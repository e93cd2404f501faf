/* formats.h - what ICU knows of one language, opened when it is first asked for and
 * kept until the arena closes: opening takes a hundred times as long as asking.
 */
#ifndef COMPOSE_FORMATS_H
#define COMPOSE_FORMATS_H

#include <stddef.h>

#include "base/text.h"

struct UFormattedNumber;
struct UNumberFormatter;
struct UPluralRules;
struct arena;

/* How a number is written. */
enum number_form {
	NUMBER_FIGURES,
	NUMBER_WORDS,
	NUMBER_ORDINAL_WORDS,
	NUMBER_ORDINAL,
	NUMBER_FORMS
};

/* How exact a date is. */
enum date_form { DATE_YEAR, DATE_QUARTER, DATE_MONTH, DATE_DAY, DATE_FORMS };

struct formats {
	struct arena *arena;
	const char *locale; /* ICU's name of the language */
	void *numbers[NUMBER_FORMS];
	void *dates[DATE_FORMS], *intervals[DATE_FORMS], *patterns;
	void *plain, *compact, *result, *plurals;
};

struct formats *formats_make(struct arena *, struct text language);

/* Each is ICU's own: UNumberFormat, UDateFormat, UDateIntervalFormat; NULL where ICU
 * has none for the language. */
void *formats_number(struct formats *, enum number_form);
void *formats_date(struct formats *, enum date_form);
void *formats_interval(struct formats *, enum date_form);

/* For plural forms and "12 million": a formatter, and room for what it gives. */
struct UNumberFormatter *formats_plain(struct formats *);
struct UNumberFormatter *formats_compact(struct formats *);
struct UFormattedNumber *formats_result(struct formats *);
struct UPluralRules *formats_plurals(struct formats *);

#endif
