/* rulecall.h - the functions that rules have beside those of XPath.
 *
 *	earliest(DATES)         the first day that any of them may mean, as a number
 *	latest(DATES)           the last one; both are no number where there is no date
 *	after(DATES, OTHERS)    whether one begins after one of the others has ended
 *	month()                 of its date, or of its event's
 *	weekday(DATE)           of its first day; 1 is Monday
 *	outside(KIND)           whether its date, or its event's, lies wholly before or
 *	                        after the time of the report or programme of its file
 *	before(KEY)             records that this rule met earlier under the same key
 *	alike(TEXT, KEYS...)    those that had nearly the same text under all those keys
 *	referrers(KIND, ID)     the fields that refer to that record
 *	participation()         of the country of its file in the programme of its file
 *	reporter()              the country that its file is from, or its scope
 *	unread()                whether anything could not be read: it may stand there
 *	reported()              the days on which it was written down and sent
 *	original()              the language in which its texts were first written
 *	path-part(N)            1 is the name of its file, 2 the folder it lies in, …
 *	adds-up(TOTAL, PARTS, QUALIFIER)  exactly, or as "over" and "up-to" allow
 *	hundred(PARTS)          whether they make 100, with half of one for rounding
 *	country-named(TEXT)     the code of the country of that name
 *	matches(TEXT, PATTERN)  the whole text, in the pattern language of XSD
 *	word-count(TEXT)
 *	similarity(TEXT, TEXT)  in hundredths
 *	mentions(TEXT, LIST)    the first phrase in the text that stands in the list
 *	better(PHRASE, LIST)    what the list has in its place
 *	acronym(TEXT)           the first one that is not explained
 *	miscounted(TEXT)        "five countries" before a list that names four
 *	rank(TEXT, WORDS)       which of the words it is, from 1 on; no number for none
 *	same(TEXTS, OTHERS)     whether one of them is one of the others
 *	fingerprint(TEXTS)      changes with each of them
 *	script(TEXT)            "Latn", "Khmr", …
 *	script-fits(LANGUAGE, TEXT)  whether most letters are those of the language
 *	mixed(TEXT)             the first word with letters of two scripts
 *	isbn-holds(TEXT)        whether the check digit is right
 *
 * daycall.h, filecall.h, recordcall.h, sumcall.h and textcall.h have them by subject.
 */
#ifndef VALIDATE_RULECALL_H
#define VALIDATE_RULECALL_H

#include "model/query.h"

struct arena;
struct codes;
struct judge;
struct meetings;
struct pattern;
struct rulebook;

/* What the functions work with: the owner in a query's setup. */
struct rulecall {
	struct arena *arena;
	const struct rulebook *book;
	struct codes *codes;
	struct meetings *meetings;
	struct pattern *patterns; /* of matches(), so far */
};

struct rulecall *rulecall_make(
	const struct judge *, const struct rulebook *, struct meetings *);

extern const struct query_function rulecall_functions[];

#endif
