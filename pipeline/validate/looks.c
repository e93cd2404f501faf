#include "looks.h"

#include <libxml/tree.h>

#include "base/contrast.h"
#include "base/diag.h"
#include "model/records.h"
#include "model/style.h"
#include "validate/judge.h"

enum { ROOM_LEAST = 72 * LENGTH_POINT };

/* What is behind the letters of a block; the others stand on paper. */
static const struct ground {
	const char *name; /* among the colours of a style */
	size_t colour;    /* offset of a member of struct style */
	enum style_block block;
	bool opens; /* only where sections open on a band or a page */
} grounds[] = {
	{ "tint", offsetof(struct style, tint), STYLE_CALLOUT, false },
	{ "tint", offsetof(struct style, tint), STYLE_KEY_NUMBER, false },
	{ "tint", offsetof(struct style, tint), STYLE_KEY_WORDS, false },
	{ "accent", offsetof(struct style, accent), STYLE_TITLE, false },
	{ "accent", offsetof(struct style, accent), STYLE_OPENER, true },
	{ "accent", offsetof(struct style, accent), STYLE_OPENER_NUMBER, true },
	{ "accent", offsetof(struct style, accent), STYLE_LEAD, true },
};

static const struct ground paper = { .name = "paper",
	.colour = offsetof(struct style, paper) };

static const char *const keys[STYLE_BLOCKS] = {
#define BLOCK(name, key, ...) [STYLE_##name] = (key),
#include "model/style.list"
#undef BLOCK
};

/* Says of the first of two elements that is there where something is wrong. */
static struct place
place_of(const xmlNode *style, const xmlNode *first, const xmlNode *second)
{
	if (first)
		return records_origin(first)->value;
	if (second)
		return records_origin(second)->value;
	return records_origin(style)->key;
}

static void
room_check(struct judge *judge, const xmlNode *root, const struct style *style)
{
	length across = style->width - style->left - style->right;
	length down = style->height - style->top - style->bottom;
	const xmlNode *margins = records_child(root, "margins");

	if (across >= ROOM_LEAST && down >= ROOM_LEAST)
		return;
	diag_add(judge->diags, DIAG_V307,
		place_of(root, margins ? records_first(margins) : NULL,
			records_child(root, "paper")),
		"the margins leave less than an inch %s for text",
		across < ROOM_LEAST ? "across" : "down");
	diag_help(judge->diags,
		"the sheet less its margins should be wide and high enough "
		"for some words");
}

static void
grid_check(struct judge *judge, const xmlNode *root, const struct style *style)
{
	const xmlNode *grid = records_child(records_child(root, "lines"), "grid");
	struct buffer leading = buffer_make(judge->scratch);

	if (!grid || style->grid == 0 ||
		style->blocks[STYLE_TEXT].leading % style->grid == 0)
		return;
	diag_add(judge->diags, DIAG_V311, records_origin(grid)->value,
		"the leading of the text is no multiple of the grid");
	length_print(&leading, style->blocks[STYLE_TEXT].leading);
	diag_help(judge->diags, "write that leading here, %.*spt, or half of it",
		TEXT_ARG(buffer_text(&leading)));
}

static const struct ground *
ground_of(enum style_block block)
{
	for (size_t i = 0; i < sizeof grounds / sizeof *grounds; i++)
		if (grounds[i].block == block)
			return &grounds[i];
	return &paper;
}

static uint32_t
colour_of(const struct style *style, const struct ground *ground)
{
	return *(const uint32_t *)(const void *)((const char *)style + ground->colour);
}

static void
contrast_complain(struct judge *judge, struct place at, const char *what,
	const struct ground *ground, int64_t contrast)
{
	diag_add(judge->diags, DIAG_V308, at,
		"the colour of %s has a contrast of %d.%d to %s behind it", what,
		(int)(contrast / 100), (int)(contrast / 10 % 10), ground->name);
	diag_help(judge->diags, "letters need 4.5 or more");
}

static bool
is_weak(const struct style *style, enum style_block block)
{
	const struct ground *ground = ground_of(block);

	if (ground->opens && style->opener < OPENER_BAND)
		return false;
	return contrast_of(style->blocks[block].colour, colour_of(style, ground)) <
	       CONTRAST_TEXT;
}

static const xmlNode *
own_colour(const xmlNode *blocks, enum style_block block)
{
	return records_child(records_child(blocks, keys[block]), "colour");
}

/* One block before has the same fault, for the same colours. */
static bool
is_told(const struct style *style, const xmlNode *blocks, enum style_block block)
{
	for (enum style_block i = 0; i < block; i++)
		if (is_weak(style, i) && !own_colour(blocks, i) &&
			ground_of(i)->colour == ground_of(block)->colour &&
			style->blocks[i].colour == style->blocks[block].colour)
			return true;
	return false;
}

/* The blocks of a style, or those of a language, of which it says the colour itself. */
static void
blocks_check(struct judge *judge, const xmlNode *map, const struct style *style,
	const xmlNode *root)
{
	const xmlNode *blocks = records_child(map, "blocks");
	const xmlNode *colours = records_child(root, "colours");

	for (enum style_block i = 0; i < STYLE_BLOCKS; i++) {
		const struct ground *ground = ground_of(i);
		const xmlNode *own = own_colour(blocks, i);
		const xmlNode *behind = records_child(colours, ground->name);

		if (!is_weak(style, i) || (!own && map != root) ||
			(!own && is_told(style, blocks, i)))
			continue;
		contrast_complain(judge,
			place_of(root, own ? own : behind,
				colours ? records_first(colours) : NULL),
			keys[i], ground,
			contrast_of(style->blocks[i].colour, colour_of(style, ground)));
	}
}

void
looks_check(struct judge *judge, const xmlNode *root)
{
	const struct style *style = style_read(judge->scratch, root);
	const xmlNode *link = records_child(records_child(root, "colours"), "link");
	const xmlNode *item = records_first(records_child(root, "languages"));
	int64_t contrast = contrast_of(style->link, style->paper);

	room_check(judge, root, style);
	grid_check(judge, root, style);
	if (link && contrast < CONTRAST_TEXT)
		contrast_complain(
			judge, records_origin(link)->value, "links", &paper, contrast);
	blocks_check(judge, root, style, root);
	for (size_t i = 0; i < style->variant_count; i++, item = records_next(item))
		blocks_check(judge, item, style->variants[i].style, root);
}
