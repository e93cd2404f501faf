#include "rulecall.h"

#include "base/arena.h"
#include "validate/daycall.h"
#include "validate/filecall.h"
#include "validate/judge.h"
#include "validate/recordcall.h"
#include "validate/sumcall.h"
#include "validate/textcall.h"

struct rulecall *
rulecall_make(const struct judge *judge, const struct rulebook *book,
	struct meetings *meetings)
{
	struct rulecall *calls = arena_make(judge->arena, struct rulecall);

	*calls = (struct rulecall){ .arena = judge->arena,
		.book = book,
		.codes = judge->codes,
		.meetings = meetings };
	return calls;
}

const struct query_function rulecall_functions[] = {
	{ TEXT_CONSTANT("after"), 2, 2, daycall_after },
	{ TEXT_CONSTANT("earliest"), 1, 1, daycall_earliest },
	{ TEXT_CONSTANT("latest"), 1, 1, daycall_latest },
	{ TEXT_CONSTANT("month"), 0, 0, daycall_month },
	{ TEXT_CONSTANT("outside"), 1, 1, daycall_outside },
	{ TEXT_CONSTANT("weekday"), 1, 1, daycall_weekday },

	{ TEXT_CONSTANT("original"), 0, 0, filecall_original },
	{ TEXT_CONSTANT("participation"), 0, 0, filecall_participation },
	{ TEXT_CONSTANT("path-part"), 1, 1, filecall_path_part },
	{ TEXT_CONSTANT("reported"), 0, 0, filecall_reported },
	{ TEXT_CONSTANT("reporter"), 0, 0, filecall_reporter },

	{ TEXT_CONSTANT("alike"), 2, 6, recordcall_alike },
	{ TEXT_CONSTANT("before"), 1, 1, recordcall_before },
	{ TEXT_CONSTANT("referrers"), 2, 2, recordcall_referrers },
	{ TEXT_CONSTANT("unread"), 0, 0, recordcall_unread },

	{ TEXT_CONSTANT("adds-up"), 3, 3, sumcall_adds_up },
	{ TEXT_CONSTANT("hundred"), 1, 1, sumcall_hundred },

	{ TEXT_CONSTANT("acronym"), 1, 1, textcall_acronym },
	{ TEXT_CONSTANT("better"), 2, 2, textcall_better },
	{ TEXT_CONSTANT("country-named"), 1, 1, textcall_country_named },
	{ TEXT_CONSTANT("fingerprint"), 1, 1, textcall_fingerprint },
	{ TEXT_CONSTANT("isbn-holds"), 1, 1, textcall_isbn_holds },
	{ TEXT_CONSTANT("matches"), 2, 2, textcall_matches },
	{ TEXT_CONSTANT("mentions"), 2, 2, textcall_mentions },
	{ TEXT_CONSTANT("miscounted"), 1, 1, textcall_miscounted },
	{ TEXT_CONSTANT("mixed"), 1, 1, textcall_mixed },
	{ TEXT_CONSTANT("rank"), 2, 2, textcall_rank },
	{ TEXT_CONSTANT("same"), 2, 2, textcall_same },
	{ TEXT_CONSTANT("script"), 1, 1, textcall_script },
	{ TEXT_CONSTANT("script-fits"), 2, 2, textcall_script_fits },
	{ TEXT_CONSTANT("similarity"), 2, 2, textcall_similarity },
	{ TEXT_CONSTANT("word-count"), 1, 1, textcall_word_count },

	{ .name.size = 0 },
};
