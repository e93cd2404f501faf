#include "atoms.h"

#include <string.h>
#include <unicode/uchar.h>

#include "base/arena.h"
#include "base/diag.h"
#include "layout/inline/face.h"
#include "layout/inline/hyphen.h"
#include "layout/inline/inline.h"
#include "layout/inline/linebreak.h"
#include "layout/inline/segment.h"
#include "layout/inline/shape.h"
#include "layout/setting.h"
#include "model/pages.h"

enum {
	PENALTY_HYPHEN = 80,     /* TeX has 50: fewer hyphens read better */
	PENALTY_ANYWHERE = 5000, /* within what is wider than a line */
};

static const struct text HYPHEN = TEXT_CONSTANT("-");
static const struct text SOFT_HYPHEN = TEXT_CONSTANT("\u00ad");
static const struct text SPACE = TEXT_CONSTANT(" ");

static void
text_join(struct atom_list *list)
{
	struct buffer buffer = buffer_make(list->setting->scratch);

	list->starts =
		arena_array(list->setting->scratch, size_t, list->runs->count + 1);
	for (size_t i = 0; i < list->runs->count; i++) {
		list->starts[i] = buffer.size;
		buffer_add(&buffer, list->runs->items[i].text);
	}
	list->starts[list->runs->count] = buffer.size;
	list->text = buffer_text(&buffer);
}

static void
atom_add(struct atom_list *list, struct atom atom, struct piece piece)
{
	struct arena *scratch = list->setting->scratch;

	list->atoms = arena_room(
		scratch, list->atoms, list->count, &list->atom_room, sizeof atom);
	list->pieces = arena_room(
		scratch, list->pieces, list->count, &list->piece_room, sizeof piece);
	list->atoms[list->count] = atom;
	list->pieces[list->count++] = piece;
}

const struct shaped *
atoms_shape_as(
	const struct atom_list *list, const struct piece *piece, struct text words)
{
	return shaper_word(list->setting->shaper, piece->face,
		list->runs->items[piece->run].size, words);
}

const struct shaped *
atoms_shape(const struct atom_list *list, const struct piece *piece)
{
	return atoms_shape_as(
		list, piece, text_slice(list->text, piece->from, piece->to));
}

/* Says once that no font has a character. */
static void
missing_say(struct atom_list *list, uint32_t run, uint32_t rune)
{
	struct setting *setting = list->setting;
	struct buffer shown = buffer_make(setting->scratch);
	struct text known = buffer_text(&setting->missing);

	for (size_t i = 0; i + sizeof rune <= known.size; i += sizeof rune)
		if (memcmp(known.at + i, &rune, sizeof rune) == 0)
			return;
	buffer_add(
		&setting->missing, (struct text){ (const char *)&rune, sizeof rune });
	buffer_rune(&shown, rune);
	diag_add(setting->diags, DIAG_L102, list->runs->items[run].at,
		"no font of the style has the character U+%04X (%.*s)", rune,
		TEXT_ARG(buffer_text(&shown)));
	diag_help(setting->diags, "if it came from a broken copy, type the word again; "
				  "otherwise name a font "
				  "that has it under faces: in style.yaml");
}

/* Marks and what is invisible go with the letter before them; HarfBuzz makes the
 * spaces of all widths from the one that every font has. */
static bool
rune_follows(uint32_t rune)
{
	int8_t type = u_charType((UChar32)rune);

	return type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK ||
	       type == U_ENCLOSING_MARK || type == U_SPACE_SEPARATOR ||
	       u_hasBinaryProperty((UChar32)rune, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

/* The end of the stretch from `from` that one face can show, and that face. */
static size_t
face_stretch(struct atom_list *list, struct piece *piece, size_t limit)
{
	uint32_t wanted = list->runs->items[piece->run].face;
	size_t at = piece->from;

	while (at < limit) {
		uint32_t rune, face;
		size_t size = text_rune(list->text, at, &rune);

		if (at == piece->from || !rune_follows(rune)) {
			face = face_covering(list->setting->faces, wanted, rune);
			if (face == FACE_NONE && !rune_follows(rune))
				missing_say(list, piece->run, rune);
			if (face == FACE_NONE)
				face = wanted;
			if (at > piece->from && face != piece->face)
				return at;
			piece->face = face;
		}
		at += size;
	}
	return limit;
}

static void
box_add(struct atom_list *list, struct piece piece, size_t from, size_t to,
	length width)
{
	piece.from = from;
	piece.to = to;
	atom_add(list, (struct atom){ .kind = ATOM_BOX, .width = width }, piece);
}

static void
hyphen_add(struct atom_list *list, struct piece piece, size_t at)
{
	piece.from = piece.to = at;
	piece.hyphen = true;
	atom_add(list,
		(struct atom){ .kind = ATOM_PENALTY,
			.penalty = PENALTY_HYPHEN,
			.flagged = true,
			.width = atoms_shape_as(list, &piece, HYPHEN)->width },
		piece);
}

/* A chunk that may be divided at some points: the parts count with what they
 * measure alone, the last with what is left of the whole. */
static void
chunk_divide(struct atom_list *list, const struct piece *chunk, const uint8_t *points,
	size_t point_count, length whole)
{
	size_t from = chunk->from;
	length used = 0;

	for (size_t i = 0; i < point_count; i++) {
		size_t to = chunk->from + points[i];
		length width =
			atoms_shape_as(list, chunk, text_slice(list->text, from, to))
				->width;

		box_add(list, *chunk, from, to, width);
		hyphen_add(list, *chunk, to);
		used += width;
		from = to;
	}
	box_add(list, *chunk, from, chunk->to, whole - used);
}

/* What is wider than a line may be broken between any two clusters. */
static void
chunk_shatter(
	struct atom_list *list, const struct piece *chunk, const struct shaped *shaped)
{
	struct piece part = *chunk;
	size_t i = 0;

	while (i < shaped->count) {
		size_t from = shaped->glyphs[i].offset, to;
		length width = 0;

		for (; i < shaped->count && shaped->glyphs[i].offset == from; i++)
			width += shaped->glyphs[i].advance;
		to = i < shaped->count ? shaped->glyphs[i].offset : shaped->text.size;
		/* Right to left the offsets fall: such a chunk stays whole. */
		if (to < from) {
			box_add(list, *chunk, chunk->from, chunk->to, shaped->width);
			return;
		}
		if (from)
			atom_add(list,
				(struct atom){ .kind = ATOM_PENALTY,
					.penalty = PENALTY_ANYWHERE },
				part);
		part.from = chunk->from + from;
		part.to = chunk->from + to;
		box_add(list, part, part.from, part.to, width);
	}
}

/* The second part of a word with a hyphen of its own gets no other. */
static bool
compound_within(const struct atom_list *list, size_t at)
{
	return text_ends(text_slice(list->text, 0, at), HYPHEN);
}

/* A chunk: letters of one face and look without white space between. */
static void
chunk_add(struct atom_list *list, struct piece *chunk)
{
	const struct shaped *shaped = atoms_shape(list, chunk);
	uint8_t points[HYPHEN_WORD];
	size_t count = 0;

	chunk->chunk = ++list->chunks;
	if (list->form->hyphenated && !list->runs->items[chunk->run].whole &&
		!compound_within(list, chunk->from))
		count = hyphenator_points(list->setting->hyphenator,
			text_slice(list->text, chunk->from, chunk->to), points);
	if (count)
		chunk_divide(list, chunk, points, count, shaped->width);
	else if (shaped->width > list->form->width)
		chunk_shatter(list, chunk, shaped);
	else
		box_add(list, *chunk, chunk->from, chunk->to, shaped->width);
}

static bool
is_space(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* The white space between two words, in its own look. */
static void
space_add(struct atom_list *list, struct piece piece, size_t from, size_t to)
{
	length width;

	piece.from = from;
	piece.to = to;
	piece.chunk = 0;
	width = atoms_shape_as(list, &piece, SPACE)->width;
	atom_add(list,
		(struct atom){ .kind = ATOM_GLUE,
			.width = width,
			.stretch = list->form->justified ? width / 2 : 0,
			.shrink = list->form->justified ? width / 3 : 0 },
		piece);
}

static void
break_add(struct atom_list *list, struct piece piece, size_t at, int penalty)
{
	piece.from = piece.to = at;
	atom_add(
		list, (struct atom){ .kind = ATOM_PENALTY, .penalty = penalty }, piece);
}

/* The chance to break behind what stays together, from what stands at its end. */
static void
opportunity_add(struct atom_list *list, struct piece piece, size_t word_end, size_t end,
	bool must)
{
	struct text word = text_slice(list->text, 0, word_end);

	if (must) {
		break_add(list, piece, word_end, PENALTY_ALWAYS);
	} else if (end > word_end) {
		space_add(list, piece, word_end, end);
	} else if (text_ends(word, SOFT_HYPHEN)) {
		hyphen_add(list, piece, word_end);
	} else if (end < list->text.size) {
		bool dash = text_ends(word, HYPHEN);

		break_add(list, piece, word_end, dash ? PENALTY_HYPHEN : 0);
		list->atoms[list->count - 1].flagged = dash;
	}
}

/* The run that a byte of the text lies in; the runs are gone through in order. */
static uint32_t
run_at(const struct atom_list *list, uint32_t run, size_t at)
{
	while (run + 1 < list->runs->count && list->starts[run + 1] <= at)
		run++;
	return run;
}

/* What stays together, from `from` to `end`, cut where look or face change. */
static void
together_add(struct atom_list *list, size_t from, size_t end, bool must, uint32_t *run)
{
	struct piece piece = { .from = from };
	size_t word_end = end;

	while (!list->form->verbatim && word_end > from &&
		is_space(list->text.at[word_end - 1]))
		word_end--;
	while (piece.from < word_end) {
		size_t limit;

		*run = run_at(list, *run, piece.from);
		piece.run = *run;
		limit = list->starts[*run + 1] < word_end ? list->starts[*run + 1]
							  : word_end;
		piece.to = face_stretch(list, &piece, limit);
		chunk_add(list, &piece);
		piece.from = piece.to;
	}
	/* A hyphen is in the look of its word, a space in its own. */
	if (word_end == from || end > word_end) {
		*run = run_at(list, *run, word_end);
		piece.run = *run;
		piece.face = list->runs->items[*run].face;
	}
	opportunity_add(list, piece, word_end, end, must);
}

static void
segments_add(struct atom_list *list)
{
	size_t from = 0, end;
	uint32_t run = 0;
	bool must;

	segmenter_begin(list->setting->segmenter, list->text);
	while (segmenter_next(list->setting->segmenter, &end, &must)) {
		together_add(list, from, end, must, &run);
		from = end;
	}
	/* White space at the very end would end the last line with glue. */
	while (list->count && list->atoms[list->count - 1].kind == ATOM_GLUE)
		list->count--;
}

struct atom_list
atoms_make(struct setting *setting, const struct run_list *runs,
	const struct paragraph_form *form)
{
	struct atom_list list = { .setting = setting, .runs = runs, .form = form };
	uint32_t run = 0;

	text_join(&list);
	if (list.text.size == 0)
		return list;
	if (form->verbatim)
		together_add(&list, 0, list.text.size, false, &run);
	else
		segments_add(&list);
	return list;
}
