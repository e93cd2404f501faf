#include "draft.h"

#include "base/arena.h"
#include "model/pages.h"
#include "write/deflate.h"
#include "write/haru.h"

struct buffer *
draft_body(struct draft *draft)
{
	draft->body.size = 0;
	return &draft->body;
}

void
draft_fill(struct draft *draft, uint32_t number, struct text body)
{
	pack_add(draft, number, body);
}

uint32_t
draft_object(struct draft *draft, struct text body)
{
	uint32_t number = haru_add(draft->haru);

	draft_fill(draft, number, body);
	return number;
}

uint32_t
draft_stream(struct draft *draft, struct text body, struct text bytes)
{
	struct buffer *head = &draft->head;

	head->size = 0;
	buffer_add(head, TEXT("/Filter /FlateDecode"));
	buffer_add(head, body);
	return haru_add_stream(
		draft->haru, buffer_text(head), deflate_bytes(draft->deflate, bytes));
}

void
draft_mark(struct draft *draft, struct mark mark)
{
	draft->marks = arena_reach(draft->arena, draft->marks, draft->mark_count,
		&draft->mark_room, sizeof mark);
	draft->marks[draft->mark_count++] = mark;
}

void
draft_cover(struct draft *draft, uint32_t tag, struct box box)
{
	struct box *whole;

	draft->boxes = arena_reach(
		draft->arena, draft->boxes, tag, &draft->box_room, sizeof box);
	whole = &draft->boxes[tag];
	if (!whole->covers) {
		*whole = box;
		whole->covers = true;
		return;
	}
	if (whole->page != box.page)
		return;
	whole->left = box.left < whole->left ? box.left : whole->left;
	whole->bottom = box.bottom < whole->bottom ? box.bottom : whole->bottom;
	whole->right = box.right > whole->right ? box.right : whole->right;
	whole->top = box.top > whole->top ? box.top : whole->top;
}
