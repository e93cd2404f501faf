#include "rulecall.h"

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "base/arena.h"
#include "validate/daycall.h"
#include "validate/recordcall.h"
#include "validate/textcall.h"

struct rulecall *
rulecall_make(struct arena *arena, const struct rulebook *book,
	const struct references *references)
{
	struct rulecall *calls = arena_make(arena, struct rulecall);

	*calls = (struct rulecall){ .arena = arena,
		.book = book,
		.meetings = recordcall_start(arena, references) };
	return calls;
}

void
rulecall_turn(struct rulecall *calls, size_t rule)
{
	recordcall_turn(calls->meetings, rule);
}

static void
current_call(struct query_call *call)
{
	valuePush(call->parser, xmlXPathNewNodeSet(call->subject));
}

const struct query_function rulecall_functions[] = {
	{ TEXT_CONSTANT("current"), 0, 0, current_call },

	{ TEXT_CONSTANT("earliest"), 1, 1, daycall_earliest },
	{ TEXT_CONSTANT("latest"), 1, 1, daycall_latest },
	{ TEXT_CONSTANT("weekday"), 1, 1, daycall_weekday },

	{ TEXT_CONSTANT("alike"), 2, 2, recordcall_alike },
	{ TEXT_CONSTANT("before"), 1, 1, recordcall_before },
	{ TEXT_CONSTANT("referrers"), 2, 2, recordcall_referrers },

	{ TEXT_CONSTANT("acronym"), 1, 1, textcall_acronym },
	{ TEXT_CONSTANT("better"), 2, 2, textcall_better },
	{ TEXT_CONSTANT("isbn-holds"), 1, 1, textcall_isbn_holds },
	{ TEXT_CONSTANT("matches"), 2, 2, textcall_matches },
	{ TEXT_CONSTANT("mentions"), 2, 2, textcall_mentions },
	{ TEXT_CONSTANT("mixed"), 1, 1, textcall_mixed },
	{ TEXT_CONSTANT("script"), 1, 1, textcall_script },
	{ TEXT_CONSTANT("script-fits"), 2, 2, textcall_script_fits },
	{ TEXT_CONSTANT("similarity"), 2, 2, textcall_similarity },
	{ TEXT_CONSTANT("word-count"), 1, 1, textcall_word_count },

	{ .name.size = 0 },
};
