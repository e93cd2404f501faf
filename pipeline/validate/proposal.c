#include "proposal.h"

#include "base/arena.h"
#include "base/diag.h"
#include "model/fields.h"
#include "model/sample.h"
#include "validate/judge.h"

/* A longer meaning would drown the line. */
enum { MEANING_BYTES = 100 };

/* " (the id of the body that approved, decided or received)": a sample alone could be
 * taken for the answer. */
static struct text
meaning_of(const struct judge *judge, const struct field *field)
{
	struct text hint = field->hint;
	bool is_small = hint.size > 1 && hint.at[1] >= 'a' && hint.at[1] <= 'z';

	if (hint.size == 0 || hint.size > MEANING_BYTES)
		return TEXT("");
	if (text_ends(hint, TEXT(".")))
		hint.size--;
	return text_format(judge->scratch, " (%c%.*s)",
		is_small && hint.at[0] >= 'A' && hint.at[0] <= 'Z'
			? hint.at[0] - 'A' + 'a'
			: hint.at[0],
		TEXT_ARG(text_slice(hint, 1, hint.size)));
}

void
proposal_help(const struct judge *judge, const struct field *field, struct text rest)
{
	struct buffer sample = buffer_make(judge->scratch);
	struct text meaning = meaning_of(judge, field);

	sample_print(field, &sample);
	if (sample.size > SAMPLE_MOST) {
		diag_help(judge->diags, "add \"%.*s:\" and below it %s%.*s",
			TEXT_ARG(field->name),
			field->type->kind == TYPE_LIST
				? "its entries, each with \"- \" before it"
				: "its keys",
			TEXT_ARG(rest));
		return;
	}
	diag_help(judge->diags, "add a line such as %.*s%.*s%.*s",
		TEXT_ARG(buffer_text(&sample)), TEXT_ARG(meaning), TEXT_ARG(rest));
	diag_sample(judge->diags, buffer_text(&sample));
}
