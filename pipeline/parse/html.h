/* html.h - HTML in Markdown: comments vanish, the rest is printed as it is written.
 */
#ifndef PARSE_HTML_H
#define PARSE_HTML_H

#include <stdbool.h>

#include "base/text.h"

struct cmark_node;
struct diag_list;
struct node;

/* Drops the comments from the tree of a text, so that the texts beside them become one.
 */
void html_drop_comments(struct cmark_node *root, struct text);

/* Says of a node of HTML what becomes of it; `record` says that it came from a record
 * and not from somebody's Markdown. */
void html_complain(struct diag_list *, const struct node *, bool record);

#endif
