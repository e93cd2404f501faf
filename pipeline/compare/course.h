/* course.h - which way a value went.
 */
#ifndef COMPARE_COURSE_H
#define COMPARE_COURSE_H

#include "base/text.h"

struct type;

enum course {
	COURSE_NONE, /* there is no telling */
	COURSE_FORWARD,
	COURSE_BACK,
	COURSE_LATER,
	COURSE_EARLIER,
	COURSE_CLOSER, /* the same time, told more exactly */
	COURSE_LOOSER, /* or less */
	COURSE_UP,
	COURSE_DOWN,
	COURSE_STILL, /* it is to come, as it was a report ago */
	COURSE_STALE, /* a translation of what is no longer there */
	COURSES
};

/* "forward"; empty for COURSE_NONE. */
const char *course_name(enum course);

/* Of two dates as the schemas have them: as exact as they are known, an interval, with
 * a mark. */
enum course course_of_dates(struct text before, struct text after);

/* Of two decimals of any length. */
enum course course_of_numbers(struct text before, struct text after);

/* Of two values of an enumeration, in its order. */
enum course course_of_choices(
	const struct type *, struct text before, struct text after);

#endif
