/* sender.h - who sent a file: the country, or the state of one, that its head names.
 *
 * It is found in the lines as they were typed and not in records, for a file that
 * cannot be read is sent back to somebody too.  A misspelt key and a country that is
 * named in words count.
 */
#ifndef REPORT_SENDER_H
#define REPORT_SENDER_H

#include "base/text.h"

struct arena;
struct codelist;
struct report;
struct source;

struct sender {
	struct text code; /* "AZ", "NG-NI"; empty where nobody is named */
	struct text name; /* in English: "Niger, Nigeria" */
};

/* The lists in which senders stand; NULL where they cannot be had, and then nobody is
 * found. */
struct sender_lists {
	const struct codelist *countries, *subnationals;
};

struct sender_lists sender_open(struct arena *, const struct report *);

/* The texts live as long as the lists and the source. */
struct sender sender_find(
	const struct sender_lists *, struct source *, struct text path);

#endif
