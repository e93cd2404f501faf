#include "line.h"

#include <assert.h>

#include "base/arena.h"
#include "base/diag.h"
#include "layout/inline/atoms.h"
#include "layout/inline/face.h"
#include "layout/inline/inline.h"
#include "layout/inline/linebreak.h"
#include "layout/inline/shape.h"
#include "layout/setting.h"
#include "model/pages.h"

static const struct text HYPHEN = TEXT_CONSTANT("-");
static const struct text SOFT_HYPHEN = TEXT_CONSTANT("\u00ad");
static const struct text SPACE = TEXT_CONSTANT(" ");

/* A line that is being put together. */
struct making {
	const struct atom_list *list;
	struct line *line;
	size_t room;
	length x;
	length glyph_start;    /* where the current run of glyphs began */
	const struct run *run; /* the look of the current run of glyphs; NULL: none */
	uint32_t face;
	struct buffer text;
	struct glyph *glyphs;
	size_t glyph_count, glyph_room;
};

static struct item *
item_add(struct making *making, enum item_kind kind)
{
	struct line *line = making->line;
	struct arena *arena = making->list->setting->pages->arena;

	line->items = arena_room(
		arena, line->items, line->count, &making->room, sizeof *line->items);
	line->items[line->count] =
		(struct item){ .kind = kind, .tag = making->run->tag };
	return &line->items[line->count++];
}

static void
link_add(struct making *making, length ascent, length descent)
{
	const struct target *target = making->run->target;
	struct arena *arena = making->list->setting->pages->arena;
	struct item *item = item_add(making, ITEM_LINK);

	item->x = making->glyph_start;
	item->y = -ascent;
	item->link.width = making->x - making->glyph_start;
	item->link.height = ascent + descent;
	item->link.url = text_keep(arena, target->url);
	item->link.name = text_keep(arena, target->name);
	item->link.says = text_keep(arena, target->says);
}

/* Ends the current run of glyphs: it becomes an item. */
static void
run_end(struct making *making)
{
	struct setting *setting = making->list->setting;
	const struct run *run = making->run;
	length ascent, descent;
	struct item *item;

	if (!run || making->glyph_count == 0)
		return;
	item = item_add(making, ITEM_GLYPHS);
	item->x = making->glyph_start;
	item->run.face = face_on_pages(setting->faces, making->face, setting->pages);
	item->run.size = run->size;
	item->run.colour = run->colour;
	item->run.text = buffer_text(&making->text);
	item->run.glyphs = making->glyphs;
	item->run.count = making->glyph_count;
	face_metrics(setting->faces, making->face, run->size, &ascent, &descent);
	if (ascent > making->line->ascent)
		making->line->ascent = ascent;
	if (descent > making->line->descent)
		making->line->descent = descent;
	if (run->target)
		link_add(making, ascent, descent);
	making->glyph_count = making->glyph_room = 0;
}

/* Looks the same on paper and means the same. */
static bool
run_continues(const struct making *making, const struct run *run, uint32_t face)
{
	return making->run && making->face == face && making->run->size == run->size &&
	       making->run->colour == run->colour && making->run->tag == run->tag &&
	       making->run->target == run->target;
}

static void
glyphs_add(struct making *making, const struct piece *piece,
	const struct shaped *shaped, struct text says, length width)
{
	struct arena *arena = making->list->setting->pages->arena;
	const struct run *run = &making->list->runs->items[piece->run];
	uint32_t base;

	if (!run_continues(making, run, piece->face) || making->glyph_count == 0) {
		run_end(making);
		making->run = run;
		making->face = piece->face;
		making->glyph_start = making->x;
		making->text = buffer_make(arena);
		making->glyphs = NULL;
		making->glyph_room = 0;
	}
	base = (uint32_t)making->text.size;
	buffer_add(&making->text, says);
	for (size_t i = 0; i < shaped->count; i++) {
		struct glyph glyph = shaped->glyphs[i];

		glyph.offset += base;
		if (i + 1 == shaped->count)
			glyph.advance += width - shaped->width;
		making->glyphs = arena_room(arena, making->glyphs, making->glyph_count,
			&making->glyph_room, sizeof glyph);
		making->glyphs[making->glyph_count++] = glyph;
	}
	making->x += width;
}

/* The stretch of atoms that make a line, and what is left over. */
struct stretch {
	size_t from, to;
	bool hyphen;    /* the line ends with one */
	bool space;     /* white space follows: its space is set, for readers' sake */
	length natural; /* width */
	int64_t glues;
};

/* Boxes of one chunk next to each other are set as they were shaped: together. */
static size_t
chunk_end(const struct atom_list *list, size_t from, size_t to)
{
	size_t end = from + 1;

	while (end < to &&
		(list->atoms[end].kind == ATOM_PENALTY ||
			(list->atoms[end].kind == ATOM_BOX &&
				list->pieces[end].chunk == list->pieces[from].chunk)))
		end++;
	while (list->atoms[end - 1].kind == ATOM_PENALTY)
		end--;
	return end;
}

static struct piece
chunk_piece(const struct atom_list *list, size_t from, size_t end)
{
	struct piece piece = list->pieces[from];

	piece.to = list->pieces[end - 1].to;
	return piece;
}

static struct stretch
stretch_measure(const struct atom_list *list, size_t from, size_t to)
{
	struct stretch stretch = { .from = from, .to = to };

	while (stretch.from < to && list->atoms[stretch.from].kind != ATOM_BOX)
		stretch.from++;
	for (size_t i = stretch.from; i < to;) {
		size_t end = i + 1;

		if (list->atoms[i].kind == ATOM_GLUE) {
			stretch.natural += list->atoms[i].width;
			stretch.glues++;
		} else if (list->atoms[i].kind == ATOM_BOX) {
			struct piece piece;

			end = chunk_end(list, i, to);
			piece = chunk_piece(list, i, end);
			stretch.natural += atoms_shape(list, &piece)->width;
		}
		i = end;
	}
	if (to < list->count) {
		stretch.hyphen = list->pieces[to].hyphen;
		stretch.space = list->atoms[to].kind == ATOM_GLUE ||
				list->atoms[to].penalty <= PENALTY_ALWAYS;
		if (stretch.hyphen)
			stretch.natural += list->atoms[to].width;
	}
	return stretch;
}

static void
hyphen_set(struct making *making, const struct piece *piece)
{
	const struct shaped *shaped = atoms_shape_as(making->list, piece, HYPHEN);

	glyphs_add(making, piece, shaped, SOFT_HYPHEN, shaped->width);
}

static void
space_set(struct making *making, const struct piece *piece, length width)
{
	const struct shaped *shaped = atoms_shape_as(making->list, piece, SPACE);

	glyphs_add(making, piece, shaped, SPACE, width);
}

/* Sets the line's atoms; `slack` is shared out among its glues to the last sp. */
static void
line_set(struct making *making, const struct stretch *stretch, int64_t slack)
{
	const struct atom_list *list = making->list;
	int64_t done = 0, glue = 0;

	for (size_t i = stretch->from; i < stretch->to;) {
		struct piece piece = list->pieces[i];
		size_t end = i + 1;

		if (list->atoms[i].kind == ATOM_GLUE) {
			int64_t share;

			assert(stretch->glues > 0);
			share = slack * ++glue / stretch->glues - done;
			space_set(making, &piece, list->atoms[i].width + (length)share);
			done += share;
		} else if (list->atoms[i].kind == ATOM_BOX) {
			const struct shaped *shaped;

			end = chunk_end(list, i, stretch->to);
			piece = chunk_piece(list, i, end);
			shaped = atoms_shape(list, &piece);
			glyphs_add(making, &piece, shaped, shaped->text, shaped->width);
		}
		i = end;
	}
	making->line->width = making->x;
	if (stretch->hyphen)
		hyphen_set(making, &list->pieces[stretch->to]);
	else if (stretch->space && making->run)
		space_set(making, &list->pieces[stretch->to],
			atoms_shape_as(list, &list->pieces[stretch->to], SPACE)->width);
	run_end(making);
}

static void
overfull_say(const struct atom_list *list, const struct stretch *stretch, length room)
{
	struct buffer over = buffer_make(list->setting->scratch);
	const struct piece *piece = &list->pieces[stretch->from];

	length_print(&over, stretch->natural - room);
	diag_add(list->setting->diags, DIAG_L201, list->runs->items[piece->run].at,
		"a line is %.*s pt too long", TEXT_ARG(buffer_text(&over)));
	diag_help(list->setting->diags, "write it in another way, or put a soft "
					"hyphen where a word may be divided");
}

void
line_make(const struct atom_list *list, size_t from, const struct line_break *end,
	bool first, struct line *ret_line)
{
	struct stretch stretch = stretch_measure(list, from, end->atom);
	length indent = first ? list->form->first_indent : 0;
	struct making making = { .list = list, .line = ret_line, .x = indent };
	int64_t slack = (int64_t)list->form->width - indent - stretch.natural;
	bool last = end->atom == list->count ||
		    list->atoms[end->atom].penalty <= PENALTY_ALWAYS;

	if (slack < -LENGTH_POINT / 2 && end->overfull)
		overfull_say(list, &stretch, list->form->width - indent);
	if (stretch.glues == 0 || (slack > 0 && (last || !list->form->justified)))
		slack = 0;
	line_set(&making, &stretch, slack);
}
