#include "font.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/files.h"
#include "base/length.h"
#include "model/pages.h"
#include "write/charset.h"
#include "write/code.h"
#include "write/draft.h"
#include "write/haru.h"
#include "write/syntax.h"

enum {
	FONT_BYTES = 64 * 1024 * 1024, /* of a font file, at most */
	EM = 1000000,                  /* the unit of widths */
	WIDEST = 16 * EM,              /* wider than any honest glyph */
	NAME_BYTES = 64,               /* of a font's name, at most */
};

/* What hb-subset makes and needs; closed with the arena. */
struct subset {
	hb_subset_input_t *input;
	hb_subset_plan_t *plan;
	hb_face_t *face;
	hb_blob_t *program; /* what is embedded */
};

struct font {
	struct arena *arena;
	struct diag_list *diags;
	struct text file;
	hb_blob_t *blob;
	hb_face_t *face;
	hb_font_t *font; /* at the scale of the em */
	uint32_t glyph_count, em;
	bool postscript; /* outlines in a CFF table */
	uint16_t *cids;  /* of its glyphs; NULL: their own numbers */
	bool told;       /* that a glyph is missing */
	struct codes *codes;
	struct subset subset;
	struct text name; /* with the tag of the subset */
};

static void
font_close(void *thing)
{
	struct font *font = thing;

	hb_blob_destroy(font->subset.program);
	hb_face_destroy(font->subset.face);
	hb_subset_plan_destroy(font->subset.plan);
	hb_subset_input_destroy(font->subset.input);
	hb_font_destroy(font->font);
	hb_face_destroy(font->face);
	hb_blob_destroy(font->blob);
}

static bool
complain(const struct font *font, const char *why)
{
	diag_add(font->diags, DIAG_W102, (struct place){ .file = font->file },
		"%.*s cannot be used as a font: %s", TEXT_ARG(font->file), why);
	diag_help(font->diags,
		"install the font again, or name another one in style.yaml");
	return false;
}

/* A number of two bytes in a table, 0 where the table is too short. */
static int16_t
table_number(const struct font *font, const char *table, uint32_t offset)
{
	hb_blob_t *blob = hb_face_reference_table(
		font->face, HB_TAG(table[0], table[1], table[2], table[3]));
	uint32_t size;
	const char *at = hb_blob_get_data(blob, &size);
	uint32_t number = 0;

	if (offset + 2 <= size)
		number = (uint32_t)(unsigned char)at[offset] << 8 |
			 (unsigned char)at[offset + 1];
	hb_blob_destroy(blob);
	return (int16_t)number;
}

static bool
table_exists(hb_face_t *face, const char *table)
{
	hb_blob_t *blob = hb_face_reference_table(
		face, HB_TAG(table[0], table[1], table[2], table[3]));
	bool exists = hb_blob_get_length(blob) != 0;

	hb_blob_destroy(blob);
	return exists;
}

/* HarfBuzz hands out empty objects when it has no memory. */
static void
face_load(struct font *font, struct text bytes, uint32_t index)
{
	font->blob = hb_blob_create(
		bytes.at, (unsigned)bytes.size, HB_MEMORY_MODE_READONLY, NULL, NULL);
	if (bytes.size && hb_blob_get_length(font->blob) == 0)
		arena_exhaust(font->arena);
	font->face = hb_face_create(font->blob, index);
	font->font = hb_font_create(font->face);
	if (font->face == hb_face_get_empty() || font->font == hb_font_get_empty())
		arena_exhaust(font->arena);
	font->em = hb_face_get_upem(font->face);
	font->glyph_count = hb_face_get_glyph_count(font->face);
	font->postscript = table_exists(font->face, "CFF ");
}

static void
cids_load(struct font *font)
{
	hb_blob_t *blob =
		hb_face_reference_table(font->face, HB_TAG('C', 'F', 'F', ' '));
	uint32_t size;
	const char *at = hb_blob_get_data(blob, &size);

	font->cids =
		charset_read(font->arena, (struct text){ at, size }, font->glyph_count);
	hb_blob_destroy(blob);
}

bool
font_open(struct arena *arena, struct diag_list *diags, struct files *files,
	const struct face *face, struct font **ret_font)
{
	struct font *font = arena_make(arena, struct font);
	struct place nowhere = { .file = { "", 0 } };
	struct text bytes;

	if (!files_map(files, diags, face->file, nowhere, FONT_BYTES, &bytes))
		return false;
	*font = (struct font){ .arena = arena, .diags = diags, .file = face->file };
	arena_adopt(arena, font_close, font);
	face_load(font, bytes, face->index);
	if (hb_face_count(font->blob) == 0)
		return complain(font, "it is no OpenType font");
	if (face->index >= hb_face_count(font->blob))
		return complain(font, "it holds fewer fonts than its index says");
	if (font->glyph_count == 0 || !table_exists(font->face, "hmtx"))
		return complain(font, "it is broken");
	if (!font->postscript && !table_exists(font->face, "glyf"))
		return complain(font, "it has neither TrueType nor CFF outlines");
	font->codes = codes_make(arena);
	if (font->postscript)
		cids_load(font);
	*ret_font = font;
	return true;
}

static uint32_t
glyph_width(const struct font *font, uint32_t glyph)
{
	int64_t advance = hb_font_get_glyph_h_advance(font->font, glyph);
	int64_t width = (advance * EM + font->em / 2) / font->em;

	return width < 0 ? 0 : width > WIDEST ? WIDEST : (uint32_t)width;
}

/* Once for each font: one missing character seldom comes alone. */
static void
missing_tell(struct font *font, struct text text, const struct place *at)
{
	uint32_t rune = 0;

	if (font->told)
		return;
	font->told = true;
	if (text.size)
		text_rune(text, 0, &rune);
	diag_add(font->diags, DIAG_W202, *at, "%.*s has no glyph for U+%04X \"%.*s\"",
		TEXT_ARG(font->file), rune, TEXT_ARG(text));
	diag_help(font->diags, "name a font that has it in style.yaml");
}

const struct code *
font_code(struct font *font, uint32_t glyph, struct text text, const struct place *at)
{
	struct code *code;

	if (glyph >= font->glyph_count)
		glyph = 0;
	if (glyph == 0)
		missing_tell(font, text, at);
	code = codes_find(font->codes, glyph, text);
	if (code->width == 0) {
		code->width = glyph_width(font, code->glyph);
		code->cid = font->cids ? font->cids[code->glyph] : code->glyph;
	}
	return code;
}

/* A face that has only what the subset is made of.  Of the whole one hb-subset would
 * read every character that it has a glyph for, though none is asked for. */
static hb_face_t *
outlines_make(const struct font *font)
{
	static const char *const tables[] = { "CFF ", "VORG", "cvt ", "fpgm", "glyf",
		"head", "hhea", "hmtx", "loca", "maxp", "prep", "vhea", "vmtx" };
	hb_face_t *outlines = hb_face_builder_create();

	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
		hb_tag_t tag = hb_tag_from_string(tables[i], 4);
		hb_blob_t *blob = hb_face_reference_table(font->face, tag);

		if (hb_blob_get_length(blob) &&
			!hb_face_builder_add_table(outlines, tag, blob))
			arena_exhaust(font->arena);
		hb_blob_destroy(blob);
	}
	return outlines;
}

/* hb-subset leaves out a table that is broken, and goes on. */
static bool
is_whole(const struct font *font)
{
	static const char *const truetype[] = { "glyf", "loca", "head", "hhea", "hmtx",
		"maxp" };
	hb_face_t *face = font->subset.face;

	if (font->postscript)
		return table_exists(face, "CFF ");
	for (size_t i = 0; i < sizeof truetype / sizeof *truetype; i++)
		if (!table_exists(face, truetype[i]))
			return false;
	return true;
}

/* A CIDFont with CFF outlines has no map from CIDs to glyphs, so there the glyphs
 * keep their numbers. */
static bool
subset_make(struct font *font)
{
	struct subset *subset = &font->subset;
	hb_face_t *outlines;
	hb_set_t *glyphs;

	subset->input = hb_subset_input_create_or_fail();
	if (!subset->input)
		arena_exhaust(font->arena);
	hb_subset_input_set_flags(subset->input,
		HB_SUBSET_FLAGS_NOTDEF_OUTLINE |
			(font->postscript ? HB_SUBSET_FLAGS_RETAIN_GIDS : 0));
	glyphs = hb_subset_input_glyph_set(subset->input);
	for (size_t i = 0; i < font->codes->count; i++)
		hb_set_add(glyphs, font->codes->items[i].glyph);
	if (!hb_set_allocation_successful(glyphs))
		arena_exhaust(font->arena);
	outlines = outlines_make(font);
	subset->plan = hb_subset_plan_create_or_fail(outlines, subset->input);
	hb_face_destroy(outlines);
	if (subset->plan)
		subset->face = hb_subset_plan_execute_or_fail(subset->plan);
	if (!subset->face || !is_whole(font))
		return complain(font, "its outlines cannot be subset");
	subset->program = font->postscript ? hb_face_reference_table(subset->face,
						     HB_TAG('C', 'F', 'F', ' '))
					   : hb_face_reference_blob(subset->face);
	if (hb_blob_get_length(subset->program) == 0)
		arena_exhaust(font->arena);
	return true;
}

static struct text
subset_program(const struct font *font)
{
	uint32_t size;
	const char *at = hb_blob_get_data(font->subset.program, &size);

	return (struct text){ at, size };
}

/* Six letters that depend on the glyphs, a plus sign, and the font's own name. */
static void
name_make(struct font *font)
{
	char name[NAME_BYTES];
	unsigned size = sizeof name;
	struct buffer buffer = buffer_make(font->arena);
	uint64_t hash;

	if (hb_ot_name_get_utf8(font->face, HB_OT_NAME_ID_POSTSCRIPT_NAME,
		    HB_LANGUAGE_INVALID, &size, name) == 0)
		hb_ot_name_get_utf8(font->face, HB_OT_NAME_ID_POSTSCRIPT_NAME,
			hb_language_from_string("en", 2), &size, name);
	hash = text_hash(subset_program(font));
	for (int i = 0; i < 6; i++, hash /= 26)
		buffer_byte(&buffer, (char)('A' + hash % 26));
	buffer_byte(&buffer, '+');
	buffer_string(&buffer, size && name[0] ? name : "Unnamed");
	font->name = buffer_text(&buffer);
}

/* From the units of the em to thousandths of it. */
static int64_t
thousandths(const struct font *font, int64_t value)
{
	return length_scale(value, 1000, font->em);
}

static uint32_t
descriptor_add(struct draft *draft, const struct font *font)
{
	struct buffer body = buffer_make(draft->arena);
	struct text program = subset_program(font);
	hb_font_extents_t extents;
	hb_position_t cap = 0;
	uint32_t file;

	if (font->postscript)
		file = draft_stream(draft, TEXT("/Subtype /CIDFontType0C"), program);
	else
		file = draft_stream(draft,
			text_format(draft->arena, "/Length1 %zu", program.size),
			program);
	hb_font_get_h_extents(font->font, &extents);
	if (!hb_ot_metrics_get_position(font->font, HB_OT_METRICS_TAG_CAP_HEIGHT, &cap))
		cap = extents.ascender;
	buffer_string(&body, "/Type /FontDescriptor /FontName ");
	syntax_name(&body, font->name);
	buffer_string(&body, " /Flags 4 /FontBBox [");
	for (uint32_t i = 0; i < 4; i++) {
		buffer_number(&body,
			thousandths(font, table_number(font, "head", 36 + 2 * i)));
		buffer_byte(&body, i < 3 ? ' ' : ']');
	}
	buffer_format(&body,
		" /ItalicAngle %d /Ascent %lld /Descent %lld /CapHeight %lld",
		table_number(font, "post", 4),
		(long long)thousandths(font, extents.ascender),
		(long long)thousandths(font, extents.descender),
		(long long)thousandths(font, cap));
	buffer_string(&body, " /StemV 80");
	syntax_refer(&body, font->postscript ? " /FontFile3" : " /FontFile2", file);
	return draft_object(draft, buffer_text(&body));
}

static uint32_t
cid_of(const struct font *font, const struct code *code)
{
	return font->postscript ? code->cid : code->value;
}

/* /W: runs of widths of neighbouring CIDs. */
static void
widths_print(const struct font *font, struct buffer *body)
{
	const struct codes *codes = font->codes;
	uint32_t *by_cid, end = 0;
	bool open = false;

	for (size_t i = 0; i < codes->count; i++)
		if (end <= cid_of(font, &codes->items[i]))
			end = cid_of(font, &codes->items[i]) + 1;
	by_cid = arena_array(font->arena, uint32_t, end + 1);
	for (size_t i = 0; i < codes->count; i++)
		by_cid[cid_of(font, &codes->items[i])] = codes->items[i].width + 1;
	buffer_add(body, TEXT(" /W ["));
	for (uint32_t cid = 0; cid <= end; cid++) {
		bool used = by_cid[cid] != 0;

		if (used && !open)
			buffer_format(body, "%u[", cid);
		else if (used || open)
			buffer_byte(body, used ? ' ' : ']');
		if (used)
			syntax_milli(body, by_cid[cid] - 1);
		open = used;
	}
	buffer_byte(body, ']');
}

/* The glyph of the subset for each code, in two bytes. */
static uint32_t
glyph_map_add(struct draft *draft, const struct font *font)
{
	const hb_map_t *map =
		hb_subset_plan_old_to_new_glyph_mapping(font->subset.plan);
	struct buffer bytes = buffer_make(draft->arena);

	buffer_fill(&bytes, 0, font->codes->next * (size_t)2);
	for (size_t i = 0; i < font->codes->count; i++) {
		const struct code *code = &font->codes->items[i];
		uint32_t glyph = hb_map_get(map, code->glyph);

		bytes.at[code->value * (size_t)2] = (char)(glyph >> 8);
		bytes.at[code->value * (size_t)2 + 1] = (char)(glyph & 0xff);
	}
	return draft_stream(draft, TEXT(""), buffer_text(&bytes));
}

static uint32_t
descendant_add(struct draft *draft, const struct font *font)
{
	struct buffer body = buffer_make(draft->arena);

	buffer_add(&body, TEXT("/Type /Font /Subtype /CIDFontType"));
	buffer_byte(&body, font->postscript ? '0' : '2');
	if (!font->postscript)
		syntax_refer(&body, " /CIDToGIDMap", glyph_map_add(draft, font));
	buffer_string(&body, " /BaseFont ");
	syntax_name(&body, font->name);
	buffer_string(&body, " /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) "
			     "/Supplement 0>>");
	syntax_refer(&body, " /FontDescriptor", descriptor_add(draft, font));
	widths_print(font, &body);
	return draft_object(draft, buffer_text(&body));
}

static void
encoding_print(struct draft *draft, const struct font *font, struct buffer *body)
{
	struct buffer cmap = buffer_make(draft->arena);
	struct text name = text_slice(font->name, 0, 6);

	if (!font->postscript) {
		buffer_add(body, TEXT(" /Encoding /Identity-H"));
		return;
	}
	codes_print_cmap(font->codes, name, &cmap);
	syntax_refer(body, " /Encoding",
		draft_stream(draft,
			text_format(draft->arena,
				"/Type /CMap /CMapName /%.*s /WMode 0 /CIDSystemInfo "
				"<</Registry (Adobe) /Ordering (Identity) /Supplement "
				"0>>",
				TEXT_ARG(name)),
			buffer_text(&cmap)));
}

/* The composite font. */
static bool
font_embed(struct draft *draft, struct font *font, uint32_t *ret_number)
{
	struct buffer body = buffer_make(draft->arena);
	struct buffer unicode = buffer_make(draft->arena);

	if (font->codes->full)
		return complain(font, "the text needs too many different glyphs of it");
	if (!subset_make(font))
		return false;
	name_make(font);
	codes_print_unicode(font->codes, &unicode);
	buffer_string(&body, "/Type /Font /Subtype /Type0 /BaseFont ");
	syntax_name(&body, font->name);
	encoding_print(draft, font, &body);
	syntax_refer(&body, " /DescendantFonts [", descendant_add(draft, font));
	syntax_refer(&body, "] /ToUnicode",
		draft_stream(draft, TEXT(""), buffer_text(&unicode)));
	*ret_number = draft_object(draft, buffer_text(&body));
	return true;
}

bool
fonts_embed(struct draft *draft, struct buffer *resources)
{
	for (size_t i = 0; i < draft->pages->face_count; i++) {
		uint32_t number;

		if (draft->fonts[i]->codes->count == 0)
			continue;
		if (!font_embed(draft, draft->fonts[i], &number))
			return false;
		buffer_format(resources, "/F%zu ", i);
		syntax_reference(resources, number);
		buffer_byte(resources, '\n');
	}
	return true;
}
