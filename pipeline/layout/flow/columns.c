#include "columns.h"

#include "layout/flow/block.h"
#include "layout/flow/flow.h"
#include "layout/setting.h"
#include "model/document.h"
#include "model/pages.h"
#include "model/style.h"

enum { COLUMN_LEAST = 72 * LENGTH_POINT };

void
columns_flow(struct flow *flow, struct node *node, struct column column)
{
	length leading = column.text->leading, gap = leading * 3 / 2;
	int count = node->columns.count;
	struct column inner = column;

	while (count > 1 && (column.width + gap) / count - gap < COLUMN_LEAST)
		count--;
	inner.width = (column.width + gap) / count - gap;
	inner.free = false;
	if (node->language.size)
		inner.tag = pages_add_tag(
			flow->setting->pages, ROLE_SECT, column.tag, node->at);
	flow_space(flow, leading, false);
	if (count > 1)
		flow_open_columns(flow, (size_t)count, inner.width + gap);
	block_children(flow, node, inner);
	if (count > 1)
		flow_close_columns(flow);
	flow_space(flow, leading, false);
}
