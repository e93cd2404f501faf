#include "style.h"

#include <libxml/tree.h>
#include <string.h>

#include "base/arena.h"
#include "base/files.h"
#include "model/records.h"

/* The keys of the blocks in style.yaml. */
static const char *const block_keys[STYLE_BLOCKS] = {
#define BLOCK(name, key, ...) [STYLE_##name] = (key),
#include "model/style.list"
#undef BLOCK
};

/* The colour that each block has where a style says nothing of it. */
static const size_t block_colours[STYLE_BLOCKS] = {
#define BLOCK(name, key, face, bold, italic, justified, size, leading, before, after,  \
	indent, colour)                                                                \
	[STYLE_##name] = offsetof(struct style, colour),
#include "model/style.list"
#undef BLOCK
};

/* The colours by their names; nobody sets the last, which is that of the sheet. */
static const struct {
	const char *name;
	size_t offset;
} colours[] = {
	{ "ink", offsetof(struct style, ink) },
	{ "accent", offsetof(struct style, accent) },
	{ "tint", offsetof(struct style, tint) },
	{ "muted", offsetof(struct style, muted) },
	{ "link", offsetof(struct style, link) },
	{ "paper", offsetof(struct style, paper) },
};

enum { COLOURS = sizeof colours / sizeof *colours };

const struct family *
style_named(const struct style *style, struct text name)
{
	for (size_t i = 0; i < style->family_count; i++)
		if (text_equal(style->families[i].name, name))
			return &style->families[i];
	return NULL;
}

const struct family *
style_family(const struct style *style, struct text name)
{
	const struct family *family = style_named(style, name);

	return family ? family : &style->families[0];
}

/* Each of these leaves the value as it is where the record says nothing; that a
 * value can be read is the schema's promise. */
static void
length_decode(const xmlNode *map, const char *name, length *value)
{
	const xmlNode *leaf = records_child(map, name);
	length parsed;

	if (leaf && length_parse(records_value(leaf), &parsed))
		*value = parsed;
}

static void
text_decode(
	struct arena *arena, const xmlNode *map, const char *name, struct text *value)
{
	const xmlNode *leaf = records_child(map, name);

	if (leaf)
		*value = text_keep(arena, records_value(leaf));
}

/* "#1f6b3a" */
static bool
colour_parse(struct text text, uint32_t *ret_colour)
{
	uint32_t colour = 0;

	if (text.size != 7 || text.at[0] != '#')
		return false;
	for (size_t i = 1; i < 7; i++) {
		static const char digits[] = "0123456789abcdef0123456789ABCDEF";
		const char *digit = memchr(digits, text.at[i], sizeof digits - 1);

		if (!digit)
			return false;
		colour = colour << 4 | (uint32_t)((digit - digits) & 15);
	}
	*ret_colour = colour;
	return true;
}

static uint32_t *
colour_member(struct style *style, size_t index)
{
	return (uint32_t *)(void *)((char *)style + colours[index].offset);
}

/* A colour by value or by its name in this style. */
static void
colour_find(struct style *style, struct text text, uint32_t *value)
{
	if (colour_parse(text, value))
		return;
	for (size_t i = 0; i < COLOURS; i++)
		if (text_is(text, colours[i].name))
			*value = *colour_member(style, i);
}

static void
colour_decode(
	struct style *style, const xmlNode *map, const char *name, uint32_t *value)
{
	const xmlNode *leaf = records_child(map, name);

	if (leaf)
		colour_find(style, records_value(leaf), value);
}

static void
colours_decode(struct style *style, const xmlNode *root)
{
	const xmlNode *map = records_child(root, "colours");

	for (size_t i = 0; i < COLOURS; i++)
		colour_decode(style, map, colours[i].name, colour_member(style, i));
}

static void
paper_decode(struct style *style, const xmlNode *root)
{
	const xmlNode *paper = records_child(root, "paper");
	const xmlNode *margins = records_child(root, "margins");

	length_decode(paper, "width", &style->width);
	length_decode(paper, "height", &style->height);
	length_decode(margins, "top", &style->top);
	length_decode(margins, "bottom", &style->bottom);
	length_decode(margins, "left", &style->left);
	length_decode(margins, "right", &style->right);
	length_decode(margins, "inner", &style->left);
	length_decode(margins, "outer", &style->right);
}

/* The place of a word in a list of `count` words. */
static size_t
word_decode(const xmlNode *map, const char *name, const char *const *words,
	size_t count, size_t value)
{
	struct text word = records_value(records_child(map, name));

	for (size_t i = 0; i < count; i++)
		if (text_is(word, words[i]))
			value = i;
	return value;
}

/* A choice of two words: true where the record says `word`. */
static void
choice_decode(const xmlNode *map, const char *name, const char *word, bool *value)
{
	const xmlNode *leaf = records_child(map, name);

	if (leaf)
		*value = text_is(records_value(leaf), word);
}

static void
pages_decode(struct style *style, const xmlNode *root)
{
	static const char *const heads[] = { "none", "section", "subsection" };
	static const char *const openers[] = { "none", "bar", "strip", "band", "page" };
	const xmlNode *pages = records_child(root, "pages");
	const xmlNode *contents = records_child(root, "contents");
	int64_t levels;

	choice_decode(pages, "facing", "yes", &style->facing);
	choice_decode(pages, "sections-begin", "right", &style->recto);
	style->recto = style->recto && style->facing;
	choice_decode(pages, "figures", "here", &style->stays);
	style->heads = (enum style_heads)word_decode(
		pages, "running-heads", heads, 3, style->heads);
	style->opener = (enum style_opener)word_decode(
		pages, "opener", openers, 5, style->opener);
	if (text_number(records_value(records_child(contents, "levels")), &levels))
		style->contents.levels = (int)levels;
	choice_decode(contents, "leaders", "yes", &style->contents.leaders);
	choice_decode(contents, "figures", "yes", &style->contents.figures);
	choice_decode(contents, "tables", "yes", &style->contents.tables);
}

/* A list of colours takes the place of all of them. */
static void
series_decode(struct arena *arena, struct style *style, const xmlNode *root)
{
	const xmlNode *list = records_child(root, "charts");
	size_t count = 0;

	for (const xmlNode *item = records_first(list); item && count < STYLE_SERIES;
		item = records_next(item))
		colour_find(style, records_value(item), &style->series[count++]);
	if (count == 0)
		return;
	style->series_count = count;
	style->series_at = records_origin(list)->key;
	style->series_at.file = text_keep(arena, style->series_at.file);
}

static struct family *
family_place(struct style *style, struct text name)
{
	size_t index = 0;

	while (index < style->family_count &&
		!text_equal(style->families[index].name, name))
		index++;
	if (index == STYLE_FAMILIES)
		return NULL;
	if (index == style->family_count)
		style->family_count++;
	return &style->families[index];
}

static void
fallback_decode(struct arena *arena, const xmlNode *map, struct family *family)
{
	const xmlNode *list = records_child(map, "fallback");
	struct text *names;
	size_t count = 0;

	for (const xmlNode *item = records_first(list); item; item = records_next(item))
		count++;
	if (!list)
		return;
	names = arena_array(arena, struct text, count);
	family->fallback = names;
	family->fallback_count = count;
	for (const xmlNode *item = records_first(list); item; item = records_next(item))
		*names++ = text_keep(arena, records_value(item));
}

/* "114%" */
static void
scale_decode(const xmlNode *map, struct family *family)
{
	const xmlNode *leaf = records_child(map, "scale");
	struct text value = records_value(leaf);
	int64_t scale;

	if (leaf && text_ends(value, TEXT("%")) &&
		text_number(text_slice(value, 0, value.size - 1), &scale))
		family->scale = (int)scale;
}

static void
families_decode(struct arena *arena, struct style *style, const xmlNode *root)
{
	const xmlNode *faces = records_child(root, "faces");

	for (const xmlNode *item = records_first(faces); item;
		item = records_next(item)) {
		struct text name = { "", 0 };
		struct family *family;

		text_decode(arena, item, "name", &name);
		family = family_place(style, name);
		if (!family)
			continue;
		family->name = name;
		family->at = records_origin(item)->value;
		family->at.file = text_keep(arena, family->at.file);
		text_decode(arena, item, "regular", &family->regular);
		family->bold = family->italic = family->bold_italic = family->regular;
		text_decode(arena, item, "bold", &family->bold);
		text_decode(arena, item, "italic", &family->italic);
		text_decode(arena, item, "bold-italic", &family->bold_italic);
		fallback_decode(arena, item, family);
		scale_decode(item, family);
	}
}

/* How digits look, as features of the font, and others by their own names. */
static void
features_decode(struct arena *arena, const xmlNode *map, struct text *features)
{
	static const struct {
		const char *name, *features;
	} kinds[] = {
		{ "lining", "lnum pnum" },
		{ "old-style", "onum pnum" },
		{ "tabular", "lnum tnum" },
		{ "old-style-tabular", "onum tnum" },
	};
	const xmlNode *figures = records_child(map, "figures");
	struct buffer all = buffer_make(arena);
	struct text more = { "", 0 };

	text_decode(arena, map, "features", &more);
	for (size_t i = 0; figures && i < sizeof kinds / sizeof *kinds; i++)
		if (text_is(records_value(figures), kinds[i].name))
			buffer_string(&all, kinds[i].features);
	if (all.size && more.size)
		buffer_byte(&all, ' ');
	buffer_add(&all, more);
	if (all.size)
		*features = buffer_text(&all);
}

static void
block_decode(struct arena *arena, struct style *style, const xmlNode *map,
	struct block_style *block)
{
	text_decode(arena, map, "face", &block->face);
	choice_decode(map, "weight", "bold", &block->bold);
	choice_decode(map, "slant", "italic", &block->italic);
	choice_decode(map, "align", "justified", &block->justified);
	length_decode(map, "size", &block->size);
	length_decode(map, "leading", &block->leading);
	length_decode(map, "before", &block->before);
	length_decode(map, "after", &block->after);
	length_decode(map, "indent", &block->indent);
	colour_decode(style, map, "colour", &block->colour);
	features_decode(arena, map, &block->features);
}

static void
lines_decode(struct style *style, const xmlNode *root)
{
	const xmlNode *lines = records_child(root, "lines");

	choice_decode(lines, "tall", "keep", &style->even);
	choice_decode(lines, "hanging-punctuation", "yes", &style->hanging);
	choice_decode(lines, "cjk-latin-space", "yes", &style->spaced);
	choice_decode(
		records_child(root, "numbering"), "figures", "roman", &style->roman);
	choice_decode(lines, "full-pages", "yes", &style->full);
	length_decode(lines, "grid", &style->grid);
}

static void
blocks_decode(struct arena *arena, struct style *style, const xmlNode *blocks)
{
	for (size_t i = 0; i < STYLE_BLOCKS; i++)
		block_decode(arena, style, records_child(blocks, block_keys[i]),
			&style->blocks[i]);
}

static void
variants_decode(struct arena *arena, struct style *style, const xmlNode *root)
{
	const xmlNode *languages = records_child(root, "languages");
	struct style_variant *variants;
	size_t count = 0;

	for (const xmlNode *item = records_first(languages); item;
		item = records_next(item))
		count++;
	variants = arena_array(arena, struct style_variant, count + 1);
	for (const xmlNode *item = records_first(languages); item;
		item = records_next(item), variants++) {
		struct style *variant = arena_make(arena, struct style);

		*variant = *style;
		blocks_decode(arena, variant, records_child(item, "blocks"));
		text_decode(arena, item, "language", &variants->language);
		variants->style = variant;
	}
	style->variants = variants - count;
	style->variant_count = count;
}

struct style *
style_read(struct arena *arena, const xmlNode *root)
{
	struct style *style = arena_make(arena, struct style);

	*style = *style_plain();
	paper_decode(style, root);
	pages_decode(style, root);
	colours_decode(style, root);
	series_decode(arena, style, root);
	families_decode(arena, style, root);
	lines_decode(style, root);
	for (size_t i = 0; i < STYLE_BLOCKS; i++)
		style->blocks[i].colour =
			*(uint32_t *)(void *)((char *)style + block_colours[i]);
	blocks_decode(arena, style, records_child(root, "blocks"));
	variants_decode(arena, style, root);
	return style;
}

struct style *
style_decode(struct arena *arena, const struct records *records)
{
	const xmlNode *root = records_root(records, "style");
	struct style *style = style_read(arena, root);

	if (root)
		style->folder = files_beside(arena, records_path(root), TEXT("."));
	return style;
}

const struct style *
style_for(const struct style *style, struct text language)
{
	struct text stem = text_slice(language, 0, text_find(language, '-', 0));
	const struct style *found = style;

	for (size_t i = 0; i < style->variant_count; i++) {
		if (text_equal(style->variants[i].language, language))
			return style->variants[i].style;
		if (text_equal(style->variants[i].language, stem))
			found = style->variants[i].style;
	}
	return found;
}

length
style_start(const struct style *style, size_t page)
{
	return style->facing && page % 2 ? style->right : style->left;
}
