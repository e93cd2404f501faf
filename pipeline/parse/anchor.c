#include "anchor.h"

#include "model/document.h"

static bool
is_name(struct text name)
{
	for (size_t i = 0; i < name.size; i++)
		if (name.at[i] == ' ' || name.at[i] == '#' || name.at[i] == '{' ||
			name.at[i] == '\t')
			return false;
	return name.size > 0;
}

struct text
anchor_cut(struct node *node)
{
	struct node *last = node->last;
	struct text none = TEXT(""), name;
	size_t at;

	if (!last || last->kind != NODE_TEXT || last->plain_last ||
		!text_ends(last->text, TEXT("}")))
		return none;
	at = last->text.size - 1;
	while (at > 1 && !text_starts(text_slice(last->text, at - 2, at), TEXT("{#")))
		at--;
	if (at < 2)
		return none;
	name = text_slice(last->text, at, last->text.size - 1);
	if (!is_name(name))
		return none;
	last->text = text_slice(last->text, 0, at - 2);
	while (text_ends(last->text, TEXT(" ")))
		last->text.size--;
	if (last->text.size == 0)
		node_unlink(last);
	return name;
}
