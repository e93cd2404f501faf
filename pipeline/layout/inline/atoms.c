#include "atoms.h"

#include "base/arena.h"
#include "base/diag.h"
#include "layout/inline/bidi.h"
#include "layout/inline/face.h"
#include "layout/inline/hang.h"
#include "layout/inline/inline.h"
#include "layout/inline/linebreak.h"
#include "layout/inline/missing.h"
#include "layout/inline/opportunity.h"
#include "layout/inline/segment.h"
#include "layout/inline/shape.h"
#include "layout/inline/strand.h"
#include "layout/inline/tongue.h"
#include "layout/setting.h"
#include "model/pages.h"

enum { PENALTY_ANYWHERE = 5000 }; /* within what is wider than a line */

static const struct text HYPHEN = TEXT_CONSTANT("-");
static const struct text SPACE = TEXT_CONSTANT(" ");

/* Joins the runs to a text, whose words are fetched meanwhile. */
static void
text_join(struct atom_list *list)
{
	struct buffer buffer = buffer_make(list->setting->rough);

	list->starts = arena_array(list->setting->rough, size_t, list->runs->count + 1);
	for (size_t i = 0; i < list->runs->count; i++) {
		const struct run *run = &list->runs->items[i];

		list->starts[i] = buffer.size;
		buffer_add(&buffer, run->text);
		shaper_expect(list->setting->shaper, run->face,
			face_size(list->setting->faces, run->face, run->size),
			run->text);
	}
	list->starts[list->runs->count] = buffer.size;
	list->text = buffer_text(&buffer);
}

/* Room for so many atoms from the start: lists that double leave as much behind. */
static void
atoms_expect(struct atom_list *list, size_t count)
{
	list->atoms = arena_array(list->setting->rough, struct atom, count);
	list->pieces = arena_array(list->setting->rough, struct piece, count);
	list->room = count;
}

static void
atoms_grow(struct atom_list *list)
{
	struct arena *rough = list->setting->rough;
	size_t room = list->room;

	list->atoms =
		arena_room(rough, list->atoms, list->count, &room, sizeof *list->atoms);
	list->pieces = arena_room(
		rough, list->pieces, list->count, &list->room, sizeof *list->pieces);
}

void
atoms_add(struct atom_list *list, struct atom atom, struct piece piece)
{
	if (list->count == list->room)
		atoms_grow(list);
	list->atoms[list->count] = atom;
	list->pieces[list->count++] = piece;
}

struct shaped *
atoms_shape_as(
	const struct atom_list *list, const struct piece *piece, struct text words)
{
	const struct run *run = &list->runs->items[piece->run];
	const struct lettering lettering = { .face = piece->face,
		.size = face_size(list->setting->faces, piece->face, run->size),
		.script = piece->script,
		.rtl = piece->level & 1,
		.tongue = run->tongue,
		.features = run->features };

	return shaper_word(list->setting->shaper, &lettering, words);
}

static void
box_add(struct atom_list *list, struct piece piece, size_t from, size_t to,
	length width)
{
	struct atom box = { .kind = ATOM_BOX, .width = width };

	piece.from = from;
	piece.to = to;
	if (hang_wanted(list)) {
		box.lead = hang_lead(list, &piece);
		box.trail = hang_trail(list, &piece);
	}
	atoms_add(list, box, piece);
}

static bool
may_divide(const struct atom_list *list, const struct piece *chunk)
{
	return shaper_division(list->setting->shaper, chunk->shaped)->count > 0;
}

/* A chunk that may be divided at some points: the parts count with what they
 * measure alone, the last with what is left of the whole. */
static void
chunk_divide(struct atom_list *list, const struct piece *chunk)
{
	const struct division *division =
		shaper_division(list->setting->shaper, chunk->shaped);
	size_t from = chunk->from;
	length used = 0;

	for (size_t i = 0; i < division->count; i++) {
		size_t to = chunk->from + division->syllables[i].to;
		length width = division->syllables[i].width;

		box_add(list, *chunk, from, to, width);
		opportunity_hyphen(list, *chunk, to);
		used += width;
		from = to;
	}
	box_add(list, *chunk, from, chunk->to, chunk->shaped->width - used);
}

/* The glyphs of a cluster, counted in reading order: the first is `index`. */
static size_t
cluster_end(const struct shaped *shaped, size_t index, length *ret_width)
{
	size_t last = shaped->count - 1;
	bool rtl = shaped->lettering->rtl;
	uint32_t offset = shaped_glyph(shaped, rtl ? last - index : index).offset;
	length width = 0;

	for (; index < shaped->count; index++) {
		struct glyph glyph = shaped_glyph(shaped, rtl ? last - index : index);

		if (glyph.offset != offset)
			break;
		width += glyph.advance;
	}
	*ret_width = width;
	return index;
}

/* What is wider than a line may be broken between any two clusters. */
static void
chunk_shatter(
	struct atom_list *list, const struct piece *chunk, const struct shaped *shaped)
{
	size_t from = chunk->from, last = shaped->count - 1;

	for (size_t i = 0; i < shaped->count;) {
		size_t to = chunk->to;
		length width;

		if (i)
			atoms_add(list,
				(struct atom){ .kind = ATOM_PENALTY,
					.penalty = PENALTY_ANYWHERE },
				*chunk);
		i = cluster_end(shaped, i, &width);
		if (i < shaped->count)
			to = chunk->from +
			     shaped_glyph(shaped, shaped->lettering->rtl ? last - i : i)
				     .offset;
		box_add(list, *chunk, from, to, width);
		from = to;
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
	struct shaped *shaped = atoms_shape_as(
		list, chunk, text_slice(list->text, chunk->from, chunk->to));
	const struct run *run = &list->runs->items[chunk->run];
	bool divisible = list->form->hyphenated && !run->whole &&
			 !compound_within(list, chunk->from);

	chunk->chunk = ++list->chunks;
	chunk->shaped = shaped;
	chunk->divisible = false;
	if (shaped->missing) {
		uint32_t rune;

		text_rune(list->text, chunk->from, &rune);
		missing_say(list->setting, &run->at, rune);
	}
	if (shaped->width > list->form->width &&
		!(divisible && may_divide(list, chunk))) {
		chunk_shatter(list, chunk, shaped);
		return;
	}
	box_add(list, *chunk, chunk->from, chunk->to, shaped->width);
	list->pieces[list->count - 1].divisible = divisible;
}

void
atoms_divide(struct atom_list *list)
{
	struct atom_list whole = *list;

	list->count = 0;
	atoms_expect(list, whole.count * 2);
	for (size_t i = 0; i < whole.count; i++) {
		struct piece *piece = &whole.pieces[i];
		bool divisible = piece->divisible && may_divide(list, piece);

		piece->divisible = false;
		if (divisible)
			chunk_divide(list, piece);
		else
			atoms_add(list, whole.atoms[i], *piece);
	}
}

static bool
is_space(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* The run that a byte of the text lies in; the runs are gone through in order. */
static uint32_t
run_at(const struct atom_list *list, uint32_t run, size_t at)
{
	while (run + 1 < list->runs->count && list->starts[run + 1] <= at)
		run++;
	return run;
}

/* Where the stretch of one look and one level ends that begins at `from`. */
static size_t
level_end(const struct atom_list *list, uint32_t run, size_t from, size_t end)
{
	size_t limit = list->starts[run + 1] < end ? list->starts[run + 1] : end;

	for (size_t i = from; list->levels && i < limit; i++)
		if (list->levels[i] != list->levels[from])
			return i;
	return limit;
}

static uint8_t
level_at(const struct atom_list *list, size_t at)
{
	return list->levels && at < list->text.size ? list->levels[at] : list->rtl;
}

/* The next chunk before `end`, from piece->from: one look, level, face and script. */
static void
strand_add(struct atom_list *list, struct piece *piece, size_t end)
{
	const struct run *run = &list->runs->items[piece->run];
	size_t limit = level_end(list, piece->run, piece->from, end);
	struct strand strand = strand_cut(
		list->setting->faces, run->face, list->text, piece->from, limit);

	if (strand.missing) {
		missing_say(list->setting, &run->at, strand.missing);
		piece->from = strand.to;
		return;
	}
	piece->to = strand.to;
	piece->face = strand.face;
	piece->script = strand.script;
	piece->level = level_at(list, piece->from);
	chunk_add(list, piece);
	piece->from = piece->to;
}

/* A hyphen is in the look of its word; so is a space, unless the look changes there or
 * the word's face has none. */
static void
look_after(struct atom_list *list, struct piece *piece, size_t at, uint32_t *run)
{
	uint32_t last = piece->run;

	*run = run_at(list, *run, at);
	piece->run = *run;
	piece->level = level_at(list, at);
	if (piece->chunk && piece->from == at && last == *run &&
		(face_plain(list->setting->faces, piece->face) ||
			face_covers(list->setting->faces, piece->face, SPACE)))
		return;
	piece->script = SCRIPT_NONE;
	piece->face = list->runs->items[*run].face;
}

/* The first white space of the text from `from` on, or `limit`. */
static size_t
space_find(const struct atom_list *list, size_t from, size_t limit)
{
	while (from < limit && (list->form->verbatim || !is_space(list->text.at[from])))
		from++;
	return from;
}

/* What stays together, from `from` to `end`.  There may be white space in it: the rules
 * let no line begin with certain marks, even after a space. */
static void
together_add(struct atom_list *list, size_t from, size_t end, bool must, uint32_t *run)
{
	struct piece piece = { .from = from };
	size_t word_end = end;

	while (!list->form->verbatim && word_end > from &&
		is_space(list->text.at[word_end - 1]))
		word_end--;
	while (piece.from < word_end) {
		size_t space = space_find(list, piece.from, word_end);

		*run = run_at(list, *run, piece.from);
		if (space == piece.from) {
			while (is_space(list->text.at[space]))
				space++;
			look_after(list, &piece, piece.from, run);
			opportunity_bind(list, piece, piece.from, space);
			piece.from = space;
			continue;
		}
		piece.run = *run;
		strand_add(list, &piece, space);
	}
	if (word_end == from || end > word_end)
		look_after(list, &piece, word_end, run);
	opportunity_add(list, piece, word_end, end, must);
}

static void
segments_add(struct atom_list *list)
{
	struct setting *setting = list->setting;
	struct segmenter *segmenter =
		tongue_segmenter(setting->tongues, setting->tongue);
	size_t from = 0, end;
	uint32_t run = 0;
	bool must;

	segmenter_begin(segmenter, list->text);
	while (segmenter_next(segmenter, &end, &must)) {
		together_add(list, from, end, must, &run);
		from = end;
	}
	/* White space at the very end would end the last line with glue. */
	while (list->count && list->atoms[list->count - 1].kind == ATOM_GLUE)
		list->count--;
}

/* Runs that are set apart together make one isolate. */
static void
levels_make(struct atom_list *list)
{
	struct arena *rough = list->setting->rough;
	const struct run_list *runs = list->runs;
	struct bidi_isolate *isolates =
		arena_array(rough, struct bidi_isolate, runs->count);
	size_t count = 0;

	for (size_t i = 0; i < runs->count; i++) {
		const struct run *run = &runs->items[i];

		if (!run->apart)
			continue;
		if (i == 0 || run[-1].apart != run->apart)
			isolates[count++] =
				(struct bidi_isolate){ .from = list->starts[i],
					.rtl = run->tongue->rtl && !run->whole };
		isolates[count - 1].to = list->starts[i + 1];
	}
	list->levels = bidi_levels(rough, list->text, list->rtl, isolates, count);
}

/* Lines stand by the faces that were asked for, not by those that stand in. */
static void
strut_make(struct atom_list *list)
{
	for (size_t i = 0; i < list->runs->count; i++) {
		const struct run *run = &list->runs->items[i];
		length ascent, descent;

		if (i && run[-1].face == run->face && run[-1].size == run->size)
			continue;
		face_metrics(
			list->setting->faces, run->face, run->size, &ascent, &descent);
		if (ascent > list->ascent)
			list->ascent = ascent;
		if (descent > list->descent)
			list->descent = descent;
	}
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
	/* A word and a space are six letters or seven. */
	atoms_expect(&list, list.text.size / 3 + 4);
	list.rtl = !form->verbatim && bidi_is_rtl(list.text, setting->tongue->rtl);
	levels_make(&list);
	strut_make(&list);
	if (form->verbatim)
		together_add(&list, 0, list.text.size, false, &run);
	else
		segments_add(&list);
	return list;
}
