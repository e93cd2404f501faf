#include "caption.h"

#include "model/document.h"

static bool
is_caption(const struct node *paragraph)
{
	return paragraph && paragraph->kind == NODE_PARAGRAPH && paragraph->first &&
	       paragraph->first->kind == NODE_TEXT &&
	       text_starts(paragraph->first->text, CAPTION_SIGN);
}

/* Less the sign and the blanks after it. */
static void
sign_cut(struct node *caption)
{
	struct node *text = caption->first;
	size_t at = CAPTION_SIGN.size;

	while (at < text->text.size && text->text.at[at] == ' ')
		at++;
	text->text = text_slice(text->text, at, text->text.size);
	if (text->at.column)
		text->at.column += (uint32_t)at;
	if (text->text.size == 0)
		node_unlink(text);
}

static void
caption_move(struct node *paragraph, struct node *table)
{
	node_unlink(paragraph);
	paragraph->kind = NODE_CAPTION;
	sign_cut(paragraph);
	node_prepend(table, paragraph);
}

static void
row_judge(struct node *row)
{
	struct node *cell = row->first;

	if (!row->row.head && cell && cell->first && cell->first == cell->last &&
		cell->first->kind == NODE_STRONG)
		cell->cell.head = true;
}

void
captions_take(struct document *document)
{
	for (struct walk walk = walk_blocks(document->root); walk_next(&walk);) {
		struct node *table = walk.node;

		if (table->kind != NODE_TABLE || !walk.entering)
			continue;
		for (struct node *row = table->first; row; row = row->next)
			row_judge(row);
		if (is_caption(table->prev))
			caption_move(table->prev, table);
		else if (is_caption(table->next))
			caption_move(table->next, table);
	}
}
