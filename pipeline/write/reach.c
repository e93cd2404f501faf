#include "reach.h"

#include "base/length.h"
#include "model/pages.h"

/* A box in scaled points, y growing down as on pages. */
struct stretch {
	int64_t left, top, right, bottom;
};

static struct stretch
stretch_of(const struct item *item, length width, length height)
{
	return (struct stretch){ item->x, item->y, (int64_t)item->x + width,
		(int64_t)item->y + height };
}

static struct stretch
run_stretch(const struct item *item)
{
	struct stretch stretch = { item->x, (int64_t)item->y - item->run.size, item->x,
		(int64_t)item->y + item->run.size / 4 };

	for (size_t i = 0; i < item->run.count; i++)
		stretch.right += item->run.glyphs[i].advance;
	return stretch;
}

static void
stretch_reach(struct stretch *stretch, int64_t x, int64_t y)
{
	stretch->left = x < stretch->left ? x : stretch->left;
	stretch->right = x > stretch->right ? x : stretch->right;
	stretch->top = y < stretch->top ? y : stretch->top;
	stretch->bottom = y > stretch->bottom ? y : stretch->bottom;
}

static size_t
points_of(const struct path_step *step)
{
	switch (step->verb) {
	case PATH_MOVE:
	case PATH_LINE:
		return 1;
	case PATH_CURVE:
		return 3;
	case PATH_CLOSE:
		break;
	}
	return 0;
}

/* What bends a curve may stand out of it; that is near enough. */
static struct stretch
path_stretch(const struct item *item)
{
	struct stretch stretch = { INT64_MAX, INT64_MAX, INT64_MIN, INT64_MIN };
	int64_t side = item->path.turned ? -1 : 1, pen = item->path.width / 2;

	for (size_t i = 0; i < item->path.count; i++) {
		const struct path_step *step = &item->path.steps[i];

		for (size_t j = 0; j < points_of(step); j++) {
			int64_t x = item->x + side * step->x[j];
			int64_t y = (int64_t)item->y + step->y[j];

			stretch_reach(&stretch, x - pen, y - pen);
			stretch_reach(&stretch, x + pen, y + pen);
		}
	}
	return stretch.left > stretch.right ? stretch_of(item, 0, 0) : stretch;
}

static struct stretch
item_stretch(const struct item *item)
{
	switch (item->kind) {
	case ITEM_GLYPHS:
		return run_stretch(item);
	case ITEM_RULE:
		return stretch_of(item, item->rule.width, item->rule.height);
	case ITEM_LINK:
		return stretch_of(item, item->link.width, item->link.height);
	case ITEM_IMAGE:
		return stretch_of(item, item->image.width, item->image.height);
	case ITEM_PATH:
		break;
	}
	return path_stretch(item);
}

struct box
reach_of(const struct page *page, uint32_t index, const struct item *item)
{
	struct stretch stretch = item_stretch(item);

	return (struct box){ .left = length_milli(stretch.left),
		.bottom = length_milli(page->height - stretch.bottom),
		.right = length_milli(stretch.right),
		.top = length_milli(page->height - stretch.top),
		.page = index };
}
