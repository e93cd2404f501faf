#include "quote.h"

#include "base/diag.h"
#include "model/document.h"

/* Two capital letters. */
static bool
is_country(struct text code)
{
	return code.size == 2 && code.at[0] >= 'A' && code.at[0] <= 'Z' &&
	       code.at[1] >= 'A' && code.at[1] <= 'Z';
}

/* A quote whose first line is `[!country AZ]` is a call-out; the line goes. */
void
quote_take(struct diag_list *diags, struct node *quote)
{
	static const struct text sign = TEXT_CONSTANT("[!country ");
	struct node *paragraph = quote->first;
	struct node *first = paragraph && paragraph->kind == NODE_PARAGRAPH
				     ? paragraph->first
				     : NULL;
	struct text code;

	if (!first || first->kind != NODE_TEXT || !text_starts(first->text, sign) ||
		!text_ends(first->text, TEXT("]")) ||
		(first->next && first->next->kind != NODE_SOFT_BREAK))
		return;
	code = text_slice(first->text, sign.size, first->text.size - 1);
	if (!is_country(code)) {
		diag_add(diags, DIAG_P105, first->at, "\"%.*s\" is no country code",
			TEXT_ARG(code));
		diag_help(diags, "write two capital letters, like [!country AZ]");
		return;
	}
	quote->kind = NODE_CALLOUT;
	quote->callout.country = code;
	if (first->next)
		node_unlink(first->next);
	node_unlink(first);
	if (paragraph->first)
		paragraph->at = paragraph->first->at;
	else
		node_unlink(paragraph);
}
