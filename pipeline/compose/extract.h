/* extract.h - in which language a report is composed, and for which of many records.
 *
 * report.yaml says in which languages it comes out (languages:) and of what kind the
 * records are (for_each:); the job says which ones are meant now.  C116 tells where the
 * two do not fit.
 */
#ifndef COMPOSE_EXTRACT_H
#define COMPOSE_EXTRACT_H

#include <stdbool.h>

#include "base/text.h"

struct arena;
struct job;
struct registry;
struct _xmlNode;

/* The language of the edition: the job's, else the report's. */
bool extract_language(
	struct job *, const struct _xmlNode *report, struct text *ret_language);

/* The kind of record that the report is made for; empty where it is made once. */
struct text extract_kind(const struct _xmlNode *report);

/* The record that the job is for, which is NULL where the report is made once. */
bool extract_subject(struct job *, const struct _xmlNode *report,
	const struct registry *, struct _xmlNode **ret_subject);

/* The field of a record by which people call it, or NULL. */
struct _xmlNode *extract_name(const struct _xmlNode *subject);

/* The title with the name of the subject: where {subject} stands in it, else before it.
 */
struct text extract_title(struct arena *, struct text title, struct text name);

#endif
