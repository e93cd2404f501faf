#include "link.h"

#include "base/diag.h"
#include "base/length.h"
#include "model/pages.h"
#include "write/draft.h"
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

static bool
is_dead(struct draft *draft, const struct item *item)
{
	struct place at = draft->pages->tags[item->tag].at;

	if (item->link.url.size || nametree_holds(draft, item->link.name))
		return false;
	diag_add(draft->diags, DIAG_W201, at,
		"this link leads to \"%.*s\", which is nowhere",
		TEXT_ARG(item->link.name));
	return true;
}

void
link_add(struct draft *draft, uint32_t page, const struct item *item,
	struct buffer *links)
{
	struct buffer body = buffer_make(draft->arena);
	struct mark mark = { .tag = item->tag, .page = page };

	if (is_dead(draft, item))
		return;
	buffer_add(&body, TEXT("/Type /Annot /Subtype /Link /F 4 /Border [0 0 0]"));
	box_print(&draft->pages->pages[page], item, &body);
	syntax_refer(&body, " /P", draft->page_numbers[page]);
	buffer_add(&body, TEXT(" /Contents "));
	syntax_string(&body, link_says(item));
	target_print(item, &body);
	if (item->tag) {
		buffer_add(&body, TEXT(" /StructParent "));
		buffer_number(&body, draft->next_key++);
	}
	mark.annotation = draft_object(draft, buffer_text(&body));
	if (item->tag)
		draft_mark(draft, mark);
	syntax_reference(links, mark.annotation);
	buffer_byte(links, ' ');
}
