#include "titled.h"

#include "base/diag.h"
#include "base/suggest.h"
#include "model/fields.h"
#include "model/records.h"
#include "validate/judge.h"
#include "validate/valuewords.h"

bool
titled_is(struct text value)
{
	struct text words = text_trim(value);

	return text_find(words, ' ', 0) < words.size;
}

struct titled
titled_start(struct text words)
{
	return (struct titled){ .words = words, .id = TEXT(""), .mistakes = SIZE_MAX };
}

void
titled_offer(struct titled *titled, const struct _xmlNode *record, struct text id)
{
	static const char *const keys[] = { "title", "name", "short_title", "acronym" };
	bool equal = false;

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		const struct _xmlNode *title = records_child(record, keys[i]);
		const struct _xmlNode *words = title ? records_first(title) : NULL;

		/* In several languages, or in one. */
		for (words = words ? words : title; words;
			words = words == title ? NULL : records_next(words)) {
			struct suggest suggest = suggest_start(titled->words);

			suggest_offer(&suggest, records_value(words));
			if (suggest.mistakes < titled->mistakes) {
				titled->mistakes = suggest.mistakes;
				titled->id = id;
			}
			equal |= text_equal(titled->words, records_value(words));
		}
	}
	titled->equal += equal;
}

static void
title_help(struct judge *judge, struct text kind, const struct titled *titled)
{
	if (titled->equal > 1)
		diag_help(judge->diags,
			"%zu records have that title: write the name of the one that "
			"is "
			"meant, such as %.*s",
			titled->equal, TEXT_ARG(titled->id));
	else
		diag_help(judge->diags,
			"write %.*s, the name of the %.*s of that title",
			TEXT_ARG(titled->id), TEXT_ARG(kind));
}

void
titled_complain(struct judge *judge, const struct _xmlNode *reference, struct text kind,
	const struct titled *titled)
{
	const struct field *field = fields_of(judge->fields, reference);

	valuewords_complain(judge, DIAG_V303, reference, "does not fit");
	if (titled->id.size == 0) {
		diag_help(judge->diags,
			"write what stands after \"id:\" in the record of the %.*s, "
			"for "
			"example %.*s; a title is not known here",
			TEXT_ARG(kind), TEXT_ARG(field->example));
		return;
	}
	diag_label(judge->diags, "a title stands here, and not the name of a record");
	title_help(judge, kind, titled);
	if (titled->equal == 1)
		judge_fix(judge, reference, titled->id);
}
