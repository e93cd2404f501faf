/* ruleday.h - partial dates as days, for rules that compare them.
 *
 * A year, a month, a quarter (2023-Q1), a day, each with ~ (about) or ? (not certain),
 * or two of them with a slash between stand for all the days they may mean.
 */
#ifndef VALIDATE_RULEDAY_H
#define VALIDATE_RULEDAY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

/* The first and the last day that the date may mean, in days since 1970-01-01.  False
 * for what is no date, and for the open end of two. */
bool ruleday_earliest(struct text date, int64_t *ret_day);
bool ruleday_latest(struct text date, int64_t *ret_day);

/* 1 is Monday, 7 is Sunday. */
int ruleday_weekday(int64_t day);

#endif
