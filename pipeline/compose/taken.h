/* taken.h - what the functions of templates take from the stack of XPath. */
#ifndef COMPOSE_TAKEN_H
#define COMPOSE_TAKEN_H

#include "exact.h"
#include "model/query.h"

enum taken {
	TAKEN,
	TAKEN_NOTHING, /* no record, or an empty text */
	TAKEN_WRONG,   /* query_refuse has said why */
};

/* The last argument as a number; `wanted` is what the function takes. */
enum taken taken_number(struct query_call *, const char *wanted, exact *ret_number);

/* The last argument as one record. */
enum taken taken_node(
	struct query_call *, const char *wanted, struct _xmlNode **ret_node);

/* Answers with a number.  A whole one that XPath can print exactly stays a number. */
void taken_answer(struct query_call *, exact);

/* Answers with nothing. */
void taken_answer_nothing(struct query_call *);

#endif
