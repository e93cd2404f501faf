#include "picture.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/files.h"
#include "layout/flow/flow.h"
#include "layout/setting.h"
#include "model/document.h"
#include "model/pages.h"
#include "model/picture.h"

enum {
	DENSITY_LEAST = 150, /* dots per inch: below, they are seen */
	DENSITY_OWN = 96,    /* of a picture that is small and says no width */
	INCH = 72 * LENGTH_POINT,
	LENGTH_MOST = 14400 * LENGTH_POINT,
};

static bool
head_read(struct setting *setting, struct text file, struct place at,
	struct picture *ret_picture)
{
	struct text bytes;
	const char *why;

	if (!files_read(
		    setting->files, setting->diags, file, at, PICTURE_BYTES, &bytes))
		return false;
	if (picture_read(bytes, ret_picture, &why))
		return true;
	diag_add(setting->diags, DIAG_L205, at, "the picture %.*s %s", TEXT_ARG(file),
		why);
	return false;
}

bool
picture_item(struct setting *setting, struct text file, struct place at, length width,
	struct item *ret_item)
{
	struct picture picture;
	int64_t height;

	if (!head_read(setting, file, at, &picture))
		return false;
	height = (int64_t)width * picture_down(&picture) / picture_across(&picture);
	height = height < 1 ? 1 : height > LENGTH_MOST ? LENGTH_MOST : height;
	*ret_item = (struct item){ .kind = ITEM_IMAGE,
		.image = { width, (length)height,
			text_keep(setting->pages->arena, file), picture.orientation } };
	return true;
}

/* As wide as it says, else as its column, but not far beyond its dots. */
static length
width_wanted(const struct node *node, const struct picture *picture, length column)
{
	int64_t own = (int64_t)picture_across(picture) * INCH / DENSITY_OWN;

	if (node->picture.width)
		return (length)((int64_t)column * node->picture.width / 100);
	return own < column ? (length)own : column;
}

static void
place_judge(
	struct setting *setting, const struct node *node, const struct picture *picture)
{
	if (!picture->placed)
		return;
	diag_add(setting->diags, DIAG_L206, node->at,
		"the file of the picture %.*s tells where it was taken",
		TEXT_ARG(node->picture.file));
	diag_help(setting->diags, "the PDF will tell it too; have it taken out if it "
				  "could put somebody in danger");
}

static int64_t
millimetres(int64_t width)
{
	return (width * 254 / 10 + INCH / 2) / INCH;
}

static void
density_judge(struct setting *setting, const struct node *node,
	const struct picture *picture, length width)
{
	int64_t dots = picture_across(picture), density = dots * INCH / width;

	if (density >= DENSITY_LEAST)
		return;
	diag_add(setting->diags, DIAG_L204, node->at,
		"printed %lld mm wide, the picture %.*s has %lld dots per inch",
		(long long)millimetres(width), TEXT_ARG(node->picture.file),
		(long long)density);
	diag_help(setting->diags, "it has %lld dots from left to right; %lld would do",
		(long long)dots,
		(long long)(((int64_t)width * DENSITY_LEAST + INCH - 1) / INCH));
}

void
picture_flow(struct flow *flow, struct node *node, struct column column, length most)
{
	struct setting *setting = flow->setting;
	struct item *item = arena_make(setting->pages->arena, struct item);
	struct flow_item *line;
	struct picture picture;
	int64_t width, height;

	if (!head_read(setting, node->picture.file, node->at, &picture))
		return;
	width = width_wanted(node, &picture, column.width);
	height = width * picture_down(&picture) / picture_across(&picture);
	if (height > most) {
		height = most;
		width = height * picture_across(&picture) / picture_down(&picture);
	}
	width = width < 1 ? 1 : width;
	height = height < 1 ? 1 : height;
	density_judge(setting, node, &picture, (length)width);
	place_judge(setting, node, &picture);
	*item = (struct item){ .kind = ITEM_IMAGE,
		.tag = node->picture.decorative ? 0 : column.tag,
		.x = column.left,
		.image = { (length)width, (length)height,
			text_keep(setting->pages->arena, node->picture.file),
			picture.orientation } };
	line = flow_add(flow, FLOW_LINE);
	line->height = (length)height;
	line->items = item;
	line->count = 1;
}
