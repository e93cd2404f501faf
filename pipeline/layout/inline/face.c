#include "face.h"

#include <hb-ot.h>
#include <hb.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/files.h"
#include "model/pages.h"
#include "model/style.h"
#include "stage.h"

enum { CUTS = 4, FONT_LIMIT = 64 << 20, SIZES = 16 };

/* One font at one size. */
struct scaled {
	length size;
	hb_font_t *font;
};

struct face_entry {
	struct text file; /* the path it was read from */
	hb_face_t *face;  /* NULL: not opened */
	bool failed;      /* it was tried once and cannot be had */
	struct scaled scaled[SIZES];
	size_t scaled_count;
	uint32_t on_pages; /* FACE_NONE: not yet */
};

/* Entry `family * CUTS + bold + 2 * italic`. */
struct face_set {
	struct job *job;
	const struct style *style;
	struct arena *arena;
	struct face_entry entries[STYLE_FAMILIES * CUTS];
};

static struct text
file_of(const struct face_set *set, uint32_t index)
{
	const struct family *family = &set->style->families[index / CUTS];
	const struct text files[CUTS] = { family->regular, family->bold, family->italic,
		family->bold_italic };

	return files[index % CUTS];
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
	const struct family *family =
		&set->style->families[(entry - set->entries) / CUTS];

	entry->failed = true;
	if (fault_known(set, entry))
		return false;
	diag_add(set->job->diags, DIAG_L101, family->at, "the font %.*s %s",
		TEXT_ARG(entry->file), why);
	diag_help(set->job->diags,
		"fonts are looked for beside the style and in %.*s; Debian has them in "
		"fonts-noto-core and fonts-noto-mono",
		TEXT_ARG(set->job->fonts));
	return false;
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
	entry->file = path_of(set, file_of(set, index));
	if (!files_read(set->job->files, &quiet, entry->file, (struct place){ 0 },
		    FONT_LIMIT, &bytes))
		return entry_refuse(set, entry, "cannot be read");
	blob = hb_blob_create_or_fail(
		bytes.at, (unsigned)bytes.size, HB_MEMORY_MODE_READONLY, NULL, NULL);
	if (!blob)
		arena_exhaust(set->arena);
	entry->face = hb_face_create(blob, 0);
	hb_blob_destroy(blob);
	if (hb_face_get_glyph_count(entry->face) == 0)
		return entry_refuse(set, entry, "is no font");
	return true;
}

/* The families that the style's blocks call for, as bits. */
static unsigned
families_called(const struct style *style)
{
	unsigned called = 0;

	for (size_t i = 0; i < STYLE_BLOCKS; i++) {
		const struct family *family =
			style_family(style, style->blocks[i].face);

		called |= 1u << (family - style->families);
	}
	return called;
}

bool
face_set_open(struct job *job, const struct style *style, struct face_set **ret_set)
{
	struct face_set *set = arena_make(job->scratch, struct face_set);
	unsigned called = families_called(style);
	bool whole = true;

	set->job = job;
	set->style = style;
	set->arena = job->scratch;
	for (uint32_t i = 0; i < STYLE_FAMILIES * CUTS; i++)
		set->entries[i].on_pages = FACE_NONE;
	for (uint32_t i = 0; i < style->family_count * CUTS; i++)
		if (called >> i / CUTS & 1)
			whole = entry_open(set, i) && whole;
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
face_covers(struct face_set *set, uint32_t face, uint32_t rune)
{
	hb_codepoint_t glyph;

	if (!entry_open(set, face))
		return false;
	return hb_font_get_nominal_glyph(
		face_font(set, face, LENGTH_POINT), rune, &glyph);
}

uint32_t
face_covering(struct face_set *set, uint32_t face, uint32_t rune)
{
	uint32_t cut = face % CUTS;

	if (face_covers(set, face, rune))
		return face;
	for (uint32_t i = 0; i < set->style->family_count; i++) {
		if (face_covers(set, i * CUTS + cut, rune))
			return i * CUTS + cut;
		if (face_covers(set, i * CUTS, rune))
			return i * CUTS;
	}
	return FACE_NONE;
}

/* A document has few sizes: the last slot serves for all that find no other. */
hb_font_t *
face_font(struct face_set *set, uint32_t face, length size)
{
	struct face_entry *entry = &set->entries[face];
	struct scaled *scaled;

	for (size_t i = 0; i < entry->scaled_count; i++)
		if (entry->scaled[i].size == size)
			return entry->scaled[i].font;
	if (entry->scaled_count < SIZES) {
		scaled = &entry->scaled[entry->scaled_count++];
	} else {
		scaled = &entry->scaled[SIZES - 1];
		hb_font_destroy(scaled->font);
	}
	scaled->size = size;
	scaled->font = hb_font_create(entry->face);
	hb_font_set_scale(scaled->font, size, size);
	return scaled->font;
}

void
face_metrics(struct face_set *set, uint32_t face, length size, length *ret_ascent,
	length *ret_descent)
{
	hb_font_extents_t extents;

	hb_font_get_h_extents(face_font(set, face, size), &extents);
	*ret_ascent = extents.ascender;
	*ret_descent = -extents.descender;
}

uint32_t
face_on_pages(struct face_set *set, uint32_t face, struct pages *pages)
{
	struct face_entry *entry = &set->entries[face];

	if (entry->on_pages == FACE_NONE)
		entry->on_pages = pages_add_face(pages,
			(struct face){ .file = text_keep(pages->arena, entry->file) });
	return entry->on_pages;
}
