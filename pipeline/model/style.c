#include "style.h"

#include <libxml/tree.h>
#include <string.h>

#include "base/arena.h"
#include "base/files.h"
#include "model/records.h"

/* clang-format off */
#define MM(tenths) ((length)((tenths)*720LL * LENGTH_POINT / 2540))
#define SERIF TEXT_CONSTANT("serif")
#define SANS TEXT_CONSTANT("sans")
#define MONO TEXT_CONSTANT("mono")
#define PLAIN { .file = TEXT_CONSTANT("the plain style") }
#define PT(tenths) ((length)((tenths)*LENGTH_POINT / 10))
#define FAMILY(name, regular, bold, ...) { TEXT_CONSTANT(name), PLAIN, TEXT_CONSTANT(regular), \
	TEXT_CONSTANT(bold), TEXT_CONSTANT(regular), TEXT_CONSTANT(bold), __VA_ARGS__ }
#define NOTO(name, stem) FAMILY(name, "Noto" stem "-Regular.ttf", "Noto" stem "-Bold.ttf", NULL, 0, 0)

/* Where the serif face has no letter, one of its kind is asked before all others. */
static const struct text serif_fallback[] = {
	TEXT_CONSTANT("naskh"), TEXT_CONSTANT("serif-hebrew"), TEXT_CONSTANT("serif-khmer"),
	TEXT_CONSTANT("serif-myanmar"), TEXT_CONSTANT("serif-devanagari"), TEXT_CONSTANT("serif-bengali"),
	TEXT_CONSTANT("serif-tamil"), TEXT_CONSTANT("serif-thai"), TEXT_CONSTANT("serif-lao"),
	TEXT_CONSTANT("serif-ethiopic"), TEXT_CONSTANT("serif-georgian"), TEXT_CONSTANT("serif-armenian"),
	TEXT_CONSTANT("serif-sinhala"), TEXT_CONSTANT("serif-cjk"),
};

static const struct style plain = {
	.width = MM(2100), .height = MM(2970),
	.top = MM(300), .bottom = MM(300), .left = MM(320), .right = MM(320),
	.ink = 0x1c2226, .accent = 0x1c2226, .tint = 0xf1f3f4, .muted = 0x5a646b,
	.link = 0x00567d,
	.families = {
		{ SERIF, PLAIN, TEXT_CONSTANT("NotoSerif-Regular.ttf"), TEXT_CONSTANT("NotoSerif-Bold.ttf"),
			TEXT_CONSTANT("NotoSerif-Italic.ttf"), TEXT_CONSTANT("NotoSerif-BoldItalic.ttf"),
			serif_fallback, sizeof serif_fallback / sizeof *serif_fallback, 0 },
		{ SANS, PLAIN, TEXT_CONSTANT("NotoSans-Regular.ttf"), TEXT_CONSTANT("NotoSans-Bold.ttf"),
			TEXT_CONSTANT("NotoSans-Italic.ttf"), TEXT_CONSTANT("NotoSans-BoldItalic.ttf"), NULL, 0, 0 },
		NOTO("mono", "SansMono"),
		/* The rest is asked for what these have not, in this order. */
		NOTO("symbols", "SansSymbols"),
		FAMILY("symbols-2", "NotoSansSymbols2-Regular.ttf", "NotoSansSymbols2-Regular.ttf", NULL, 0, 0),
		FAMILY("math", "NotoSansMath-Regular.ttf", "NotoSansMath-Regular.ttf", NULL, 0, 0),
		NOTO("sans-arabic", "SansArabic"),
		NOTO("sans-hebrew", "SansHebrew"),
		NOTO("sans-khmer", "SansKhmer"),
		NOTO("sans-myanmar", "SansMyanmar"),
		NOTO("sans-devanagari", "SansDevanagari"),
		NOTO("sans-bengali", "SansBengali"),
		NOTO("sans-gurmukhi", "SansGurmukhi"),
		NOTO("sans-gujarati", "SansGujarati"),
		NOTO("sans-oriya", "SansOriya"),
		NOTO("sans-tamil", "SansTamil"),
		NOTO("sans-telugu", "SansTelugu"),
		NOTO("sans-kannada", "SansKannada"),
		NOTO("sans-malayalam", "SansMalayalam"),
		NOTO("sans-sinhala", "SansSinhala"),
		NOTO("sans-thai", "SansThai"),
		NOTO("sans-lao", "SansLao"),
		NOTO("tibetan", "SerifTibetan"),
		NOTO("sans-georgian", "SansGeorgian"),
		NOTO("sans-armenian", "SansArmenian"),
		NOTO("sans-ethiopic", "SansEthiopic"),
		FAMILY("mongolian", "NotoSansMongolian-Regular.ttf", "NotoSansMongolian-Regular.ttf", NULL, 0, 0),
		/* Its letters are small for their size. */
		FAMILY("naskh", "NotoNaskhArabic-Regular.ttf", "NotoNaskhArabic-Bold.ttf", NULL, 0, 114),
		NOTO("serif-hebrew", "SerifHebrew"),
		NOTO("serif-khmer", "SerifKhmer"),
		NOTO("serif-myanmar", "SerifMyanmar"),
		NOTO("serif-devanagari", "SerifDevanagari"),
		NOTO("serif-bengali", "SerifBengali"),
		NOTO("serif-tamil", "SerifTamil"),
		NOTO("serif-thai", "SerifThai"),
		NOTO("serif-lao", "SerifLao"),
		NOTO("serif-ethiopic", "SerifEthiopic"),
		NOTO("serif-georgian", "SerifGeorgian"),
		NOTO("serif-armenian", "SerifArmenian"),
		NOTO("serif-sinhala", "SerifSinhala"),
		FAMILY("sans-cjk", "NotoSansCJK-Regular.ttc:2", "NotoSansCJK-Bold.ttc:2", NULL, 0, 0),
		FAMILY("serif-cjk", "NotoSerifCJK-Regular.ttc:2", "NotoSerifCJK-Bold.ttc:2", NULL, 0, 0),
	},
	.family_count = 42,
	.blocks = {
	/*                    face    bold   italic justif size     leading  before   after    indent   colour */
	[STYLE_TEXT]         = { SERIF, false, false, true,  PT(100), PT(145), 0,       PT(75),  0,       0x1c2226 },
	[STYLE_HEADING_1]    = { SANS,  true,  false, false, PT(220), PT(270), PT(300), PT(140), 0,       0x1c2226 },
	[STYLE_HEADING_2]    = { SANS,  true,  false, false, PT(150), PT(195), PT(220), PT(80),  0,       0x1c2226 },
	[STYLE_HEADING_3]    = { SANS,  true,  false, false, PT(115), PT(155), PT(180), PT(60),  0,       0x1c2226 },
	[STYLE_HEADING_4]    = { SANS,  true,  true,  false, PT(100), PT(145), PT(145), PT(50),  0,       0x1c2226 },
	[STYLE_QUOTE]        = { SERIF, false, true,  true,  PT(100), PT(145), PT(75),  PT(75),  PT(180), 0x1c2226 },
	[STYLE_SPEAKER]      = { SANS,  false, false, false, PT(90),  PT(130), PT(30),  0,       0,       0x5a646b },
	[STYLE_CALLOUT]      = { SANS,  false, false, false, PT(95),  PT(140), PT(75),  PT(75),  PT(140), 0x1c2226 },
	[STYLE_CODE]         = { MONO,  false, false, false, PT(85),  PT(125), PT(95),  PT(95),  PT(80),  0x1c2226 },
	[STYLE_TABLE]        = { SANS,  false, false, false, PT(85),  PT(120), PT(95),  PT(130), 0,       0x1c2226 },
	[STYLE_TABLE_HEAD]   = { SANS,  true,  false, false, PT(85),  PT(120), 0,       0,       0,       0x1c2226 },
	[STYLE_CAPTION]      = { SANS,  false, false, false, PT(90),  PT(125), PT(95),  PT(50),  0,       0x1c2226 },
	[STYLE_CREDIT]       = { SANS,  false, false, false, PT(75),  PT(100), PT(20),  0,       0,       0x5a646b },
	[STYLE_NOTE]         = { SERIF, false, false, false, PT(80),  PT(108), 0,       PT(20),  0,       0x1c2226 },
	[STYLE_KEY_NUMBER]   = { SANS,  true,  false, false, PT(240), PT(290), PT(110), PT(130), 0,       0x1c2226 },
	[STYLE_KEY_WORDS]    = { SANS,  false, false, false, PT(85),  PT(120), 0,       0,       0,       0x1c2226 },
	[STYLE_TITLE]        = { SANS,  true,  false, false, PT(340), PT(400), 0,       PT(160), 0,       0xffffff },
	[STYLE_SUBTITLE]     = { SANS,  false, false, false, PT(150), PT(210), 0,       PT(100), 0,       0x1c2226 },
	[STYLE_IMPRINT]      = { SANS,  false, false, false, PT(95),  PT(140), 0,       0,       0,       0x5a646b },
	[STYLE_CONTENTS]     = { SANS,  false, false, false, PT(100), PT(160), 0,       0,       0,       0x1c2226 },
	[STYLE_RUNNING_HEAD] = { SANS,  false, false, false, PT(75),  PT(100), 0,       0,       0,       0x5a646b },
	[STYLE_FOLIO]        = { SANS,  false, false, false, PT(85),  PT(100), 0,       0,       0,       0x5a646b },
	},
};

static const char *const block_names[STYLE_BLOCKS] = {
	[STYLE_TEXT] = "text", [STYLE_HEADING_1] = "heading-1",
	[STYLE_HEADING_2] = "heading-2", [STYLE_HEADING_3] = "heading-3",
	[STYLE_HEADING_4] = "heading-4", [STYLE_QUOTE] = "quote",
	[STYLE_SPEAKER] = "speaker", [STYLE_CALLOUT] = "callout", [STYLE_CODE] = "code", [STYLE_TABLE] = "table",
	[STYLE_TABLE_HEAD] = "table-head", [STYLE_CAPTION] = "caption",
	[STYLE_CREDIT] = "credit",
	[STYLE_NOTE] = "note",
	[STYLE_KEY_NUMBER] = "key-number", [STYLE_KEY_WORDS] = "key-words",
	[STYLE_TITLE] = "title",
	[STYLE_SUBTITLE] = "subtitle", [STYLE_IMPRINT] = "imprint",
	[STYLE_CONTENTS] = "contents", [STYLE_RUNNING_HEAD] = "running-head",
	[STYLE_FOLIO] = "folio",
};
/* clang-format on */

const struct style *
style_plain(void)
{
	return &plain;
}

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

/* A colour by value or by its name in this style. */
static void
colour_decode(const struct style *style, const xmlNode *map, const char *name,
	uint32_t *value)
{
	const struct {
		const char *name;
		uint32_t colour;
	} named[] = {
		{ "ink", style->ink },
		{ "accent", style->accent },
		{ "tint", style->tint },
		{ "muted", style->muted },
		{ "link", style->link },
		{ "paper", 0xffffff },
	};
	const xmlNode *leaf = records_child(map, name);
	struct text text = records_value(leaf);

	if (!leaf || colour_parse(text, value))
		return;
	for (size_t i = 0; i < sizeof named / sizeof *named; i++)
		if (text_is(text, named[i].name))
			*value = named[i].colour;
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
}

static void
colours_decode(struct style *style, const xmlNode *root)
{
	const xmlNode *colours = records_child(root, "colours");

	colour_decode(style, colours, "ink", &style->ink);
	colour_decode(style, colours, "accent", &style->accent);
	colour_decode(style, colours, "tint", &style->tint);
	colour_decode(style, colours, "muted", &style->muted);
	colour_decode(style, colours, "link", &style->link);
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

/* A choice of two words: true where the record says `word`. */
static void
choice_decode(const xmlNode *map, const char *name, const char *word, bool *value)
{
	const xmlNode *leaf = records_child(map, name);

	if (leaf)
		*value = text_is(records_value(leaf), word);
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
block_decode(struct arena *arena, const struct style *style, const xmlNode *map,
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
}

/* A colour of the plain style, as this one has it. */
static uint32_t
colour_of(const struct style *style, uint32_t colour)
{
	if (colour == plain.muted)
		return style->muted;
	return colour == plain.ink ? style->ink : colour;
}

struct style *
style_decode(struct arena *arena, const struct records *records)
{
	struct style *style = arena_make(arena, struct style);
	const xmlNode *root = records_root(records, "style");
	const xmlNode *blocks = records_child(root, "blocks");

	*style = plain;
	if (!root)
		return style;
	style->folder = files_beside(arena, records_path(root), TEXT("."));
	paper_decode(style, root);
	colours_decode(style, root);
	families_decode(arena, style, root);
	lines_decode(style, root);
	for (size_t i = 0; i < STYLE_BLOCKS; i++) {
		style->blocks[i].colour = colour_of(style, plain.blocks[i].colour);
		block_decode(arena, style, records_child(blocks, block_names[i]),
			&style->blocks[i]);
	}
	return style;
}
