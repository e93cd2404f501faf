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
static bool
names_speaker(const struct node *text)
{
	static const char *const dashes[] = { "\u2014", "\u2013 ", "--" };

	for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
		if (text->kind == NODE_TEXT && !text->plain_first &&
			text_starts(text->text, text_of(dashes[i])))
			return true;
	return false;
}

/* The last line of a quote, if it begins with a dash, is its speaker. */
static void
speaker_take(struct arena *arena, struct node *quote)
{
	struct node *paragraph = quote->last, *line, *speaker;

	if (!paragraph || paragraph->kind != NODE_PARAGRAPH || !paragraph->first)
		return;
	line = paragraph->last;
	while (line->prev && line->prev->kind != NODE_SOFT_BREAK &&
		line->prev->kind != NODE_LINE_BREAK)
		line = line->prev;
	/* A quote of nothing but a speaker is a quote. */
	if (!names_speaker(line) || (line == paragraph->first && !paragraph->prev))
		return;
	speaker = node_make(arena, NODE_SPEAKER, line->at);
	if (text_starts(line->text, TEXT("--")))
		line->text = text_format(arena, "\u2014%.*s",
			TEXT_ARG(text_slice(line->text, 2, line->text.size)));
	if (line->prev)
		node_unlink(line->prev);
	while (line) {
		struct node *next = line->next;

		node_unlink(line);
		node_append(speaker, line);
		line = next;
	}
	if (!paragraph->first)
		node_unlink(paragraph);
	node_append(quote, speaker);
}

void
quote_take(struct arena *arena, struct diag_list *diags, struct node *quote)
{
	static const struct text sign = TEXT_CONSTANT("[!country ");
	struct node *paragraph = quote->first;
	struct node *first = paragraph && paragraph->kind == NODE_PARAGRAPH
				     ? paragraph->first
				     : NULL;
	struct text code;

	if (!first || first->kind != NODE_TEXT || first->plain_first ||
		!text_starts(first->text, sign) || !text_ends(first->text, TEXT("]")) ||
		(first->next && first->next->kind != NODE_SOFT_BREAK)) {
		speaker_take(arena, quote);
		return;
	}
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
