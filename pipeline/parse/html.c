#include "html.h"

/* cmark's short names for its nodes are our names for ours. */
#define CMARK_NO_SHORT_NAMES
#include <cmark.h>

#include "base/diag.h"
#include "language.h"
#include "model/document.h"

/* Less the comments at its front. */
static struct text
comments_skip(struct text html)
{
	for (;;) {
		size_t end = 4;

		html = text_trim(html);
		if (!text_starts(html, TEXT("<!--")))
			return html;
		while (end < html.size &&
			!text_starts(text_slice(html, end, html.size), TEXT("-->")))
			end++;
		if (end == html.size)
			return html;
		html = text_slice(html, end + 3, html.size);
	}
}

static bool
has_comments(struct text text)
{
	for (size_t at = 0; (at = text_find(text, '<', at)) < text.size; at++)
		if (text_starts(text_slice(text, at, text.size), TEXT("<!--")))
			return true;
	return false;
}

void
html_drop_comments(cmark_node *root, struct text text)
{
	cmark_iter *iter;

	if (!has_comments(text))
		return;
	iter = cmark_iter_new(root);
	while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);
		const char *literal = cmark_node_get_literal(node);

		if (type != CMARK_NODE_HTML_INLINE && type != CMARK_NODE_HTML_BLOCK)
			continue;
		if (comments_skip(text_of(literal ? literal : "")).size == 0)
			cmark_node_free(node);
	}
	cmark_iter_free(iter);
	cmark_consolidate_text_nodes(root);
}

/* Raw HTML is not ours to print; an author may mean it as an example.  What was said
 * of a tag is not said again where it is closed. */
void
html_complain(struct diag_list *diags, const struct node *node, bool record)
{
	struct text html = text_trim(node->text);
	struct text line = text_slice(html, 0, text_find(html, '\n', 0));
	struct place at = node->at;

	if (record) {
		diag_add(diags, DIAG_P103, at, "a record holds the HTML %.*s",
			TEXT_ARG(line));
		diag_help(diags, "write it as plain text or as Markdown");
		return;
	}
	if (text_starts(html, TEXT("</")) || language_is_tag(html))
		return;
	if (at.column)
		at.end = at.column + (uint32_t)text_length(line);
	diag_add(diags, DIAG_P104, at, "the HTML %.*s is printed as it is written",
		TEXT_ARG(line));
	diag_help(diags, "use Markdown instead, or write it as `code` if "
			 "it is meant to be seen");
}
