#include "footnote.h"

/* cmark's short names for its nodes are our names for ours. */
#define CMARK_NO_SHORT_NAMES
#include <cmark.h>

#include "base/arena.h"
#include "base/lines.h"
#include "model/document.h"
#include "parse/conversion.h"
#include "parse/fragment.h"
#include "parse/literal.h"
#include "parse/notesign.h"
#include "positions.h"

static void
piece_add(struct conversion *conversion, enum node_kind kind, struct text text,
	struct place at)
{
	struct node *node;

	if (text.size == 0)
		return;
	node = node_make(conversion->arena, kind, at);
	if (kind == NODE_TEXT)
		node->text = literal_keep(conversion->arena, text);
	else
		node->mark.id = text_keep(conversion->arena, text);
	node_append(conversion->open, node);
}

/* The place behind a text that stands at another. */
static struct place
place_after(struct place at, struct text text)
{
	at.column += at.column ? (uint32_t)text_length(text) : 0;
	return at;
}

/* Links and pictures hold no marks: there they are words. */
static bool
is_linked(const struct node *node)
{
	while (node && !node_is_block(node->kind)) {
		if (node->kind == NODE_LINK || node->kind == NODE_IMAGE)
			return true;
		node = node->parent;
	}
	return false;
}

void
footnote_text(struct conversion *conversion, struct place at, struct text masked)
{
	size_t from = 0, sign, end;
	struct text name, words;

	if (is_linked(conversion->open)) {
		piece_add(conversion, NODE_TEXT, masked, at);
		return;
	}
	while (notesign_find(masked, from, &sign, &end, &name)) {
		words = text_slice(masked, from, sign);
		piece_add(conversion, NODE_TEXT, words, at);
		at = place_after(at, words);
		piece_add(conversion, NODE_MARK, name, at);
		/* Two bytes and one rune stand for `[^`. */
		at = place_after(at, text_slice(masked, sign, end));
		at.column += at.column ? 1 : 0;
		from = end;
	}
	piece_add(conversion, NODE_TEXT, text_slice(masked, from, masked.size), at);
}

/* A mark with a colon after it, at the start of a line. */
static bool
defines(const struct node *node)
{
	return node->kind == NODE_MARK &&
	       (!node->prev || node->prev->kind == NODE_SOFT_BREAK) && node->next &&
	       node->next->kind == NODE_TEXT &&
	       text_starts(node->next->text, TEXT(":"));
}

/* Less the colon and the blanks after it. */
static void
colon_cut(struct node *text)
{
	size_t at = 1;

	while (at < text->text.size && text->text.at[at] == ' ')
		at++;
	text->text = text_slice(text->text, at, text->text.size);
	text->at.column += text->at.column ? (uint32_t)at : 0;
	if (text->text.size == 0)
		node_unlink(text);
}

/* Makes a note of a mark and of what stands between it and the next one that defines;
 * returns that. */
static struct node *
note_cut(struct arena *arena, struct node *mark, struct node *parent)
{
	struct node *note = node_make(arena, NODE_NOTE, mark->at);
	struct node *words = node_make(arena, NODE_PARAGRAPH, mark->at);
	struct node *next = mark->next;
	bool ends = false;

	note->note.id = mark->mark.id;
	node_append(parent, note);
	node_append(note, words);
	node_unlink(mark);
	while (next && !ends) {
		struct node *moved = next;

		next = moved->next;
		ends = next && defines(next);
		node_unlink(moved);
		if (!ends || moved->kind != NODE_SOFT_BREAK)
			node_append(words, moved);
	}
	colon_cut(words->first);
	if (words->first)
		words->at = words->first->at;
	return next;
}

void
footnote_define(struct arena *arena, struct node *paragraph)
{
	struct node *parent = paragraph->parent, *mark = paragraph->first;

	while (mark && !defines(mark))
		mark = mark->next;
	if (!mark)
		return;
	if (mark->prev)
		node_unlink(mark->prev);
	while (mark)
		mark = note_cut(arena, mark, parent);
	if (!paragraph->first)
		node_unlink(paragraph);
}

/* The line of a block of code that a fence opens begins with the fence. */
static bool
is_indented(const struct conversion *conversion, cmark_node *code)
{
	struct text line = lines_at(
		&conversion->positions->read, (size_t)cmark_node_get_start_line(code));
	size_t at = (size_t)cmark_node_get_start_column(code) - 1;

	return at < line.size && line.at[at] != '`' && line.at[at] != '~';
}

bool
footnote_continue(struct conversion *conversion, cmark_node *code)
{
	struct node *note = conversion->open->last;
	struct text rest =
		text_keep(conversion->scratch, text_of(cmark_node_get_literal(code)));
	int line = cmark_node_get_start_line(code);
	size_t offset = (size_t)cmark_node_get_start_column(code) - 1;

	if (!note || note->kind != NODE_NOTE || !is_indented(conversion, code))
		return false;
	fragment_open(conversion->fragments,
		(struct fragment){ note, false, conversion->depth + 1 });
	fragment_lines(
		conversion->fragments, conversion->positions, rest, line, offset);
	return true;
}
