#include "change.h"

#include "layout/inline/tongue.h"
#include "layout/setting.h"
#include "layout/words.h"
#include "model/style.h"

enum {
	BAR_WIDTH = 2 * LENGTH_POINT,
	STROKE_WIDTH = 5 * LENGTH_POINT,
	DISTANCE = 5 * LENGTH_POINT, /* from what it stands beside */
};

struct change
change_of(
	struct setting *setting, const struct node *node, enum role role, uint32_t tag)
{
	struct change change = { .what = node->change };

	if (node->change == CHANGE_NONE)
		return change;
	change.tag = pages_add_tag(setting->pages, role, tag, node->at);
	pages_texts(setting->pages, change.tag)->says =
		words_find(setting->tongue->language,
			node->change == CHANGE_TEXT ? WORD_CHANGED : WORD_REMOVED);
	return change;
}

struct item
change_mark(const struct style *style, struct change change, length height)
{
	bool bar = change.what == CHANGE_TEXT;
	length width = bar ? BAR_WIDTH : STROKE_WIDTH;

	return (struct item){ .kind = ITEM_RULE,
		.tag = change.tag,
		.artifact = ARTIFACT_LAYOUT,
		.x = -DISTANCE - width,
		.rule = { width, bar ? height : BAR_WIDTH, style->ink } };
}
