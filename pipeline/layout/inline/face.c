#include "face.h"

#include <hb-ot.h>
#include <hb.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/files.h"
#include "layout/inline/script.h"
#include "model/pages.h"
#include "model/style.h"
#include "stage.h"

enum { CUTS = 4, FONT_LIMIT = 64 << 20, SIZES = 16 };

enum { NOTED_RUNES = 0x3000 }; /* below it a face notes what it can show */

/* One font at one size. */
struct scaled {
	length size;
	hb_font_t *font;
	length ascent, descent;
};

struct face_entry {
	struct text file; /* the path it was read from */
	uint32_t index;   /* in a collection */
	hb_face_t *face;  /* NULL: not opened */
	bool failed;      /* it was tried once and cannot be had */
	enum { PLAIN_UNKNOWN, PLAIN_NOT, PLAIN } plain; /* face_plain */
	uint8_t *noted; /* two bits for each rune: asked, shown; NULL: none yet */
	struct scaled scaled[SIZES];
	size_t scaled_count;
	uint32_t on_pages; /* FACE_NONE: not yet */
};

/* Entry `family * CUTS + bold + 2 * italic`. */
struct face_set {
	struct job *job;
	const struct style *style;
	struct arena *arena;
	bool called[STYLE_FAMILIES]; /* by a block */
	struct face_entry entries[STYLE_FAMILIES * CUTS];
};

static const struct family *
family_of(const struct face_set *set, uint32_t face)
{
	return &set->style->families[face / CUTS];
}

/* The file of a cut; what comes after the colon is its index in a collection. */
static struct text
file_of(const struct face_set *set, uint32_t face, uint32_t *ret_index)
{
	const struct family *family = family_of(set, face);
	const struct text files[CUTS] = { family->regular, family->bold, family->italic,
		family->bold_italic };
	struct text file = files[face % CUTS];
	size_t colon = text_find(file, ':', 0);
	int64_t index;

	if (text_number(
		    text_slice(file, colon < file.size ? colon + 1 : colon, file.size),
		    &index))
		*ret_index = (uint32_t)index;
	return text_slice(file, 0, colon);
}

/* The font file in the style's folder, else in the first font folder that has it;
 * else its bare name, so that opening it says that it is not there. */
static struct text
path_of(struct face_set *set, struct text file)
{
	struct files *files = set->job->files;
	struct text folders = set->job->fonts, folder;

	if (set->style->folder.size) {
		struct text path = files_within(set->arena, set->style->folder, file);

		if (files_exists(files, path))
			return path;
	}
	while (text_cut(&folders, ':', &folder)) {
		struct text path = files_within(set->arena, folder, file);

		if (files_exists(files, path))
			return path;
	}
	return file;
}

/* Cuts that share a file share its fault. */
static bool
fault_known(const struct face_set *set, const struct face_entry *entry)
{
	for (const struct face_entry *other = set->entries; other < entry; other++)
		if (other->failed && text_equal(other->file, entry->file))
			return true;
	return false;
}

static bool
entry_refuse(struct face_set *set, struct face_entry *entry, const char *why)
{
	const struct family *family = family_of(set, (uint32_t)(entry - set->entries));

	entry->failed = true;
	if (fault_known(set, entry))
		return false;
	diag_add(set->job->diags, DIAG_L101, family->at, "the font %.*s %s",
		TEXT_ARG(entry->file), why);
	diag_help(set->job->diags,
		"fonts are looked for beside the style and in %.*s; Debian has them in "
		"fonts-noto-core, fonts-noto-mono and fonts-noto-cjk",
		TEXT_ARG(set->job->fonts));
	return false;
}

/* The plain style's families for the scripts of the world need not be there. */
static bool
is_optional(const struct face_set *set, uint32_t face)
{
	return !set->called[face / CUTS] && family_of(set, face)->at.line == 0;
}

/* Finds the file of a face, which is read when something is set in it. */
static bool
entry_find(struct face_set *set, uint32_t index)
{
	struct face_entry *entry = &set->entries[index];

	if (entry->file.size)
		return !entry->failed;
	entry->file = path_of(set, file_of(set, index, &entry->index));
	if (files_exists(set->job->files, entry->file))
		return true;
	entry->failed = true;
	return is_optional(set, index) ? false
				       : entry_refuse(set, entry, "cannot be read");
}

static bool
entry_open(struct face_set *set, uint32_t index)
{
	struct face_entry *entry = &set->entries[index];
	struct diag_list quiet = { .arena = set->arena };
	struct text bytes;
	hb_blob_t *blob;

	if (entry->face || entry->failed)
		return !entry->failed;
	if (!entry_find(set, index))
		return false;
	if (!files_map(set->job->files, &quiet, entry->file, (struct place){ 0 },
		    FONT_LIMIT, &bytes))
		return entry_refuse(set, entry, "cannot be read");
	blob = hb_blob_create_or_fail(
		bytes.at, (unsigned)bytes.size, HB_MEMORY_MODE_READONLY, NULL, NULL);
	if (!blob)
		arena_exhaust(set->arena);
	entry->face = hb_face_create(blob, entry->index);
	hb_blob_destroy(blob);
	if (hb_face_get_glyph_count(entry->face) == 0)
		return entry_refuse(set, entry, "is no font");
	return true;
}

/* Notes the families that the style's blocks call for. */
static void
families_call(struct face_set *set)
{
	const struct style *style = set->style;

	for (size_t i = 0; i < STYLE_BLOCKS; i++)
		set->called[style_family(style, style->blocks[i].face) -
			    style->families] = true;
}

/* False when a family names another as its fallback that is not there. */
static bool
fallback_check(struct face_set *set, const struct family *family)
{
	bool whole = true;

	for (size_t i = 0; i < family->fallback_count; i++) {
		struct text name = family->fallback[i];

		if (style_named(set->style, name))
			continue;
		diag_add(set->job->diags, DIAG_L103, family->at,
			"the face %.*s falls back on %.*s, which is not there",
			TEXT_ARG(family->name), TEXT_ARG(name));
		diag_help(set->job->diags, "name it under faces:, or take it out");
		whole = false;
	}
	return whole;
}

bool
face_set_open(struct job *job, const struct style *style, struct face_set **ret_set)
{
	struct face_set *set = arena_make(job->scratch, struct face_set);
	bool whole = true;

	set->job = job;
	set->style = style;
	set->arena = job->scratch;
	families_call(set);
	for (uint32_t i = 0; i < STYLE_FAMILIES * CUTS; i++)
		set->entries[i].on_pages = FACE_NONE;
	for (uint32_t i = 0; i < style->family_count; i++)
		whole = fallback_check(set, &style->families[i]) && whole;
	for (uint32_t i = 0; i < style->family_count * CUTS; i++)
		if (set->called[i / CUTS])
			whole = entry_find(set, i) && whole;
	if (!whole) {
		face_set_close(set);
		return false;
	}
	*ret_set = set;
	return true;
}

void
face_set_close(struct face_set *set)
{
	for (size_t i = 0; set && i < STYLE_FAMILIES * CUTS; i++) {
		struct face_entry *entry = &set->entries[i];

		for (size_t j = 0; j < entry->scaled_count; j++)
			hb_font_destroy(entry->scaled[j].font);
		hb_face_destroy(entry->face);
	}
}

uint32_t
face_find(const struct face_set *set, struct text family, bool bold, bool italic)
{
	size_t index =
		(size_t)(style_family(set->style, family) - set->style->families);

	return (uint32_t)(index * CUTS + bold + 2u * italic);
}

static bool
rune_exists(hb_font_t *font, uint32_t rune)
{
	hb_codepoint_t glyph;

	return hb_font_get_nominal_glyph(font, rune, &glyph);
}

/* The shaper takes a letter apart where the font has only its parts. */
static bool
rune_shown(hb_font_t *font, uint32_t rune)
{
	hb_codepoint_t base, mark;

	return rune_exists(font, rune) ||
	       (hb_unicode_decompose(
			hb_unicode_funcs_get_default(), rune, &base, &mark) &&
		       rune_exists(font, base) && (!mark || rune_exists(font, mark)));
}

/* The same, asked of the font once for each rune. */
static bool
rune_noted(struct face_set *set, uint32_t face, uint32_t rune)
{
	struct face_entry *entry = &set->entries[face];
	hb_font_t *font = face_font(set, face, LENGTH_POINT);
	unsigned shift = rune % 4 * 2;
	bool shown;

	if (rune >= NOTED_RUNES)
		return rune_shown(font, rune);
	if (!entry->noted)
		entry->noted = arena_array(set->arena, uint8_t, NOTED_RUNES / 4);
	if (entry->noted[rune / 4] >> shift & 1)
		return entry->noted[rune / 4] >> shift & 2;
	shown = rune_shown(font, rune);
	entry->noted[rune / 4] |= (uint8_t)((shown ? 3 : 1) << shift);
	return shown;
}

/* A mark may also be part of a letter that the font has whole. */
static bool
mark_joins(struct face_set *set, uint32_t face, uint32_t before, uint32_t mark)
{
	hb_codepoint_t whole;

	return hb_unicode_compose(
		       hb_unicode_funcs_get_default(), before, mark, &whole) &&
	       rune_noted(set, face, whole);
}

bool
face_covers(struct face_set *set, uint32_t face, struct text cluster)
{
	uint32_t before = 0;

	if (!entry_open(set, face))
		return false;
	for (size_t i = 0; i < cluster.size;) {
		uint32_t rune;

		i += text_rune(cluster, i, &rune);
		if (!script_invisible(rune) && !rune_noted(set, face, rune) &&
			!mark_joins(set, face, before, rune))
			return false;
		before = rune;
	}
	return true;
}

bool
face_plain(struct face_set *set, uint32_t face)
{
	struct face_entry *entry = &set->entries[face];

	if (entry->plain == PLAIN_UNKNOWN) {
		entry->plain = entry_open(set, face) ? PLAIN : PLAIN_NOT;
		for (uint32_t rune = ' '; rune <= '~' && entry->plain == PLAIN; rune++)
			if (!rune_noted(set, face, rune))
				entry->plain = PLAIN_NOT;
	}
	return entry->plain == PLAIN;
}

/* The cut of a family that can show the cluster, the regular one if need be. */
static uint32_t
family_covering(struct face_set *set, const struct family *family, uint32_t cut,
	struct text cluster)
{
	uint32_t first = (uint32_t)(family - set->style->families) * CUTS;

	if (face_covers(set, first + cut, cluster))
		return first + cut;
	return face_covers(set, first, cluster) ? first : FACE_NONE;
}

uint32_t
face_covering(struct face_set *set, uint32_t face, struct text cluster)
{
	const struct family *own = family_of(set, face);
	uint32_t cut = face % CUTS, found = FACE_NONE;

	if (face_covers(set, face, cluster))
		return face;
	for (size_t i = 0; i < own->fallback_count && found == FACE_NONE; i++)
		found = family_covering(
			set, style_named(set->style, own->fallback[i]), cut, cluster);
	for (size_t i = 0; i < set->style->family_count && found == FACE_NONE; i++)
		found = family_covering(set, &set->style->families[i], cut, cluster);
	return found;
}

length
face_size(const struct face_set *set, uint32_t face, length size)
{
	int scale = family_of(set, face)->scale;

	return scale ? length_scale(size, scale, 100) : size;
}

static void
scaled_fill(struct scaled *scaled, hb_face_t *face, length size)
{
	hb_font_extents_t extents;

	scaled->size = size;
	scaled->font = hb_font_create(face);
	hb_font_set_scale(scaled->font, size, size);
	hb_font_get_h_extents(scaled->font, &extents);
	scaled->ascent = extents.ascender;
	scaled->descent = -extents.descender;
}

/* A document has few sizes: the last slot serves for all that find no other. */
static const struct scaled *
scaled_find(struct face_set *set, uint32_t face, length size)
{
	struct face_entry *entry = &set->entries[face];
	struct scaled *scaled;

	entry_open(set, face);
	for (size_t i = 0; i < entry->scaled_count; i++)
		if (entry->scaled[i].size == size)
			return &entry->scaled[i];
	if (entry->scaled_count < SIZES) {
		scaled = &entry->scaled[entry->scaled_count++];
	} else {
		scaled = &entry->scaled[SIZES - 1];
		hb_font_destroy(scaled->font);
	}
	scaled_fill(scaled, entry->face, size);
	return scaled;
}

hb_font_t *
face_font(struct face_set *set, uint32_t face, length size)
{
	return scaled_find(set, face, size)->font;
}

void
face_metrics(struct face_set *set, uint32_t face, length size, length *ret_ascent,
	length *ret_descent)
{
	const struct scaled *scaled = scaled_find(set, face, size);

	*ret_ascent = scaled->ascent;
	*ret_descent = scaled->descent;
}

uint32_t
face_on_pages(struct face_set *set, uint32_t face, struct pages *pages)
{
	struct face_entry *entry = &set->entries[face];

	if (entry->on_pages == FACE_NONE)
		entry->on_pages = pages_add_face(pages,
			(struct face){ .file = text_keep(pages->arena, entry->file),
				.index = entry->index });
	return entry->on_pages;
}
