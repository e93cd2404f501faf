#include "speech.h"

#include "base/arena.h"
#include "date.h"
#include "words.h"

static void
words_call(struct query_call *call)
{
	struct buffer buffer = buffer_make(call->arena);
	struct text argument = query_argument(call);
	int64_t number;

	if (argument.size && (!text_number(argument, &number) ||
				     !words_print(&buffer, number, call->language)))
		query_refuse(call, "words() takes a whole number", argument);
	else
		query_answer(call, &buffer);
}

static void
date_call(struct query_call *call)
{
	struct buffer buffer = buffer_make(call->arena);
	struct text argument = query_argument(call);

	if (argument.size && !text_is(argument, "/") &&
		!date_print(&buffer, argument, call->language))
		query_refuse(call, "date() takes a date like 2023-05", argument);
	else
		query_answer(call, &buffer);
}

const struct query_function speech_functions[] = {
	{ TEXT_CONSTANT("words"), 1, 1, words_call },
	{ TEXT_CONSTANT("date"), 1, 1, date_call },
	{ .name.size = 0 },
};
