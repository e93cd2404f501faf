#include "link.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/length.h"
#include "model/pages.h"
#include "model/relay.h"
#include "write/draft.h"
#include "write/haru.h"
#include "write/nametree.h"
#include "write/syntax.h"

static void
box_print(const struct page *page, const struct item *item, struct buffer *body)
{
	int64_t bottom = (int64_t)page->height - item->y - item->link.height;

	buffer_add(body, TEXT(" /Rect ["));
	syntax_length(body, item->x);
	buffer_byte(body, ' ');
	syntax_length(body, bottom);
	buffer_byte(body, ' ');
	syntax_length(body, (int64_t)item->x + item->link.width);
	buffer_byte(body, ' ');
	syntax_length(body, (int64_t)page->height - item->y);
	buffer_byte(body, ']');
}

/* PDF/UA wants words for every annotation (ISO 14289-1, 7.18.1). */
static struct text
link_says(const struct item *item)
{
	if (item->link.says.size)
		return item->link.says;
	return item->link.url.size ? item->link.url : item->link.name;
}

static void
target_print(const struct item *item, struct buffer *body)
{
	if (item->link.url.size) {
		buffer_add(body, TEXT(" /A <</Type /Action /S /URI /URI "));
		syntax_uri(body, item->link.url);
		buffer_add(body, TEXT(">>"));
	} else {
		buffer_add(body, TEXT(" /Dest "));
		syntax_bytes(body, item->link.name);
	}
}

static void
body_print(struct draft *draft, const struct item *item, uint32_t page_number,
	struct buffer *body)
{
	buffer_add(body, TEXT("/Type /Annot /Subtype /Link /F 4 /Border [0 0 0]"));
	box_print(&draft->leaf->page, item, body);
	syntax_refer(body, " /P", page_number);
	buffer_add(body, TEXT(" /Contents "));
	syntax_string(body, link_says(item));
	target_print(item, body);
	if (item->tag) {
		buffer_add(body, TEXT(" /StructParent "));
		buffer_number(body, draft->next_key);
	}
}

void
link_add(struct draft *draft, const struct item *item)
{
	uint32_t page = (uint32_t)draft->drawn_count - 1;
	struct buffer *body = draft_body(draft);
	struct draft_link link = { .page = page,
		.number = haru_add(draft->haru),
		.tag = item->tag,
		.mark = draft->mark_count };

	body_print(draft, item, draft->drawn[page].number, body);
	if (item->link.url.size) {
		draft_fill(draft, link.number, buffer_text(body));
	} else {
		link.name = text_keep(draft->arena, item->link.name);
		link.body = text_keep(draft->arena, buffer_text(body));
	}
	if (item->tag)
		draft_mark(draft, (struct mark){ .tag = item->tag,
					  .page = page,
					  .annotation = link.number,
					  .key = draft->next_key++,
					  .waits = link.body.size > 0 });
	draft->links = arena_room(draft->arena, draft->links, draft->link_count,
		&draft->link_room, sizeof link);
	draft->links[draft->link_count++] = link;
}

/* A link that leads nowhere is left out, and so is its mark. */
static void
link_drop(struct draft *draft, struct draft_link *link)
{
	diag_add(draft->diags, DIAG_W201, draft->pages->tags[link->tag].at,
		"this link leads to \"%.*s\", which is nowhere", TEXT_ARG(link->name));
	if (link->tag)
		draft->marks[link->mark].tag = 0;
	link->number = 0;
}

void
links_settle(struct draft *draft)
{
	for (size_t i = 0; i < draft->link_count; i++) {
		struct draft_link *link = &draft->links[i];

		if (link->body.size == 0)
			continue;
		if (link->tag)
			draft->marks[link->mark].waits = false;
		if (nametree_holds(draft, link->name))
			draft_fill(draft, link->number, link->body);
		else
			link_drop(draft, link);
	}
}
