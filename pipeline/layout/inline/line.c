#include "line.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "layout/inline/atoms.h"
#include "layout/inline/bidi.h"
#include "layout/inline/face.h"
#include "layout/inline/inline.h"
#include "layout/inline/linebreak.h"
#include "layout/inline/script.h"
#include "layout/inline/shape.h"
#include "layout/setting.h"
#include "model/pages.h"
#include "model/style.h"

static const struct text HYPHEN = TEXT_CONSTANT("-");
static const struct text SOFT_HYPHEN = TEXT_CONSTANT("\u00ad");
static const struct text SPACE = TEXT_CONSTANT(" ");

/* A chunk, a space or a hyphen on the line. */
struct placed {
	const struct piece *piece; /* whose look it has */
	uint8_t level;
	const struct shaped *shaped;
	struct text says;
	length width;
	int64_t x; /* from the left end of the line */
};

/* A line that is being put together. */
struct making {
	const struct atom_list *list;
	struct line *line;
	size_t room;
	size_t count;   /* of what is placed, in reading order: in the setting */
	length set;     /* width of all that is placed, less: */
	length trailer; /* the space after the end of the line */
};

static void
placed_add(struct making *making, const struct piece *piece,
	const struct shaped *shaped, struct text says, length width)
{
	struct setting *setting = making->list->setting;

	setting->placed = arena_room(setting->scratch, setting->placed, making->count,
		&setting->placed_room, sizeof *setting->placed);
	setting->placed[making->count++] = (struct placed){ .piece = piece,
		.level = piece->level,
		.shaped = shaped,
		.says = says,
		.width = width };
	making->set += width;
}

/* The stretch of atoms that make a line, and what is left over. */
struct stretch {
	size_t from, to;
	bool hyphen;    /* the line ends with one */
	bool space;     /* white space follows: its space is set, for readers' sake */
	length natural; /* width, less what may stand out: */
	length lead, trail;      /* of its ends */
	int64_t stretch, shrink; /* of all glues */
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

/* Those before `end` may be less than their chunk, where a line ends within it. */
static const struct shaped *
chunk_shape(const struct atom_list *list, size_t from, size_t end)
{
	const struct piece *piece = &list->pieces[from], *first = piece;

	while (first > list->pieces && first[-1].chunk == piece->chunk)
		first--;
	return shaper_part(list->setting->shaper, list->setting->rough, piece->shaped,
		piece->from - first->from, list->pieces[end - 1].to - first->from);
}

/* What linebreak.c reckons with. */
static void
hang_measure(const struct atom_list *list, struct stretch *stretch)
{
	if (stretch->from < stretch->to)
		stretch->lead = list->atoms[stretch->from].lead;
	if (stretch->hyphen)
		stretch->trail = list->atoms[stretch->to].trail;
	else if (stretch->from < stretch->to)
		stretch->trail = list->atoms[stretch->to - 1].trail;
	stretch->natural -= stretch->lead + stretch->trail;
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
			stretch.stretch += list->atoms[i].stretch;
			stretch.shrink += list->atoms[i].shrink;
		} else if (list->atoms[i].kind == ATOM_BOX) {
			end = chunk_end(list, i, to);
			stretch.natural += chunk_shape(list, i, end)->width;
		}
		i = end;
	}
	if (to < list->count) {
		stretch.hyphen = list->pieces[to].hyphen;
		stretch.space = (list->atoms[to].kind == ATOM_GLUE &&
					list->pieces[to].from < list->pieces[to].to) ||
				list->atoms[to].penalty <= PENALTY_ALWAYS;
		if (stretch.hyphen)
			stretch.natural += list->atoms[to].width;
	}
	hang_measure(list, &stretch);
	return stretch;
}

static void
hyphen_set(struct making *making, const struct piece *piece)
{
	const struct shaped *shaped = atoms_shape_as(making->list, piece, HYPHEN);

	placed_add(making, piece, shaped, SOFT_HYPHEN, shaped->width);
}

/* White space, or the gap between two characters, which widens the first. */
static void
glue_set(struct making *making, const struct piece *piece, length width)
{
	if (piece->from < piece->to) {
		placed_add(making, piece, piece->shaped, SPACE, width);
		return;
	}
	making->list->setting->placed[making->count - 1].width += width;
	making->set += width;
}

/* The space between two lines, for readers' sake; it hangs over the end of the line
 * (UAX #9, rule L1). */
static void
trailer_set(struct making *making, const struct piece *piece)
{
	const struct shaped *space = atoms_shape_as(making->list, piece, SPACE);

	placed_add(making, piece, space, SPACE, space->width);
	making->list->setting->placed[making->count - 1].level = making->list->rtl;
	making->set -= space->width;
	making->trailer = space->width;
}

/* Places the line's atoms; `slack` is shared out among its glues to the last sp. */
static void
line_fill(struct making *making, const struct stretch *stretch, int64_t slack)
{
	const struct atom_list *list = making->list;
	int64_t all = slack > 0 ? stretch->stretch : stretch->shrink;
	int64_t done = 0, passed = 0;

	for (size_t i = stretch->from; i < stretch->to;) {
		const struct piece *piece = &list->pieces[i];
		size_t end = i + 1;

		if (list->atoms[i].kind == ATOM_GLUE) {
			const struct atom *glue = &list->atoms[i];
			int64_t share;

			passed += slack > 0 ? glue->stretch : glue->shrink;
			share = all ? slack * passed / all - done : 0;
			glue_set(making, piece, glue->width + (length)share);
			done += share;
		} else if (list->atoms[i].kind == ATOM_BOX) {
			const struct shaped *shaped;

			end = chunk_end(list, i, stretch->to);
			shaped = chunk_shape(list, i, end);
			placed_add(making, piece, shaped, shaped_text(shaped),
				shaped->width);
		}
		i = end;
	}
	if (stretch->hyphen)
		hyphen_set(making, &list->pieces[stretch->to]);
	making->line->width = making->set;
	if (!stretch->hyphen && stretch->space && making->count)
		trailer_set(making, &list->pieces[stretch->to]);
}

/* Gives all that is placed its x, in the order in which it is seen. */
static void
line_order(struct making *making, length indent)
{
	const struct atom_list *list = making->list;
	struct setting *setting = list->setting;
	bool right = list->form->pinned ? setting->rtl : list->rtl;
	int64_t x = right ? (int64_t)list->form->width - indent - making->set : indent;
	int32_t *order = NULL;

	if (list->levels && making->count) {
		uint8_t *levels = arena_array(setting->rough, uint8_t, making->count);

		order = arena_array(setting->rough, int32_t, making->count);
		for (size_t i = 0; i < making->count; i++)
			levels[i] = setting->placed[i].level;
		bidi_order(levels, making->count, order);
	}
	if (list->rtl)
		x -= making->trailer;
	for (size_t i = 0; i < making->count; i++) {
		struct placed *placed = &setting->placed[order ? (size_t)order[i] : i];

		placed->x = x;
		x += placed->width;
	}
}

/* What is placed in a row, looks the same on paper, means the same, and runs the same
 * way: it becomes one item. */
struct row {
	const struct placed *first;
	size_t count;
	const struct run *run;
	size_t glyphs, bytes;
	length width;
	int64_t x; /* of its left end */
};

static bool
row_takes(const struct atom_list *list, const struct row *row,
	const struct placed *placed)
{
	const struct run *run = &list->runs->items[placed->piece->run];
	const struct piece *first = row->first->piece;
	bool knotted = script_is_knotted(first->script);

	return placed->piece->face == first->face &&
	       (placed->piece->script == SCRIPT_NONE ||
		       script_is_knotted(placed->piece->script) == knotted) &&
	       placed->level == row->first->level && run->size == row->run->size &&
	       run->rise == row->run->rise && run->colour == row->run->colour &&
	       run->tag == row->run->tag && run->target == row->run->target;
}

static struct row
row_cut(const struct making *making, size_t from)
{
	const struct atom_list *list = making->list;
	const struct placed *placed = list->setting->placed;
	struct row row = { .first = &placed[from],
		.run = &list->runs->items[placed[from].piece->run],
		.x = placed[from].x };

	for (size_t i = from; i < making->count; i++) {
		if (!row_takes(list, &row, &placed[i]))
			break;
		row.count++;
		row.glyphs += placed[i].shaped->count;
		row.bytes += placed[i].says.size;
		row.width += placed[i].width;
		if (placed[i].x < row.x)
			row.x = placed[i].x;
	}
	return row;
}

/* From left to right the glyphs of a row that is read from the right begin with those
 * of its last word; their text is in reading order all the same. */
static void
glyphs_copy(const struct row *row, struct item *item, char *text)
{
	size_t at = item->run.rtl ? row->glyphs : 0;
	uint32_t base = 0;

	for (size_t i = 0; i < row->count; i++) {
		const struct placed *placed = &row->first[i];
		const struct shaped *shaped = placed->shaped;
		struct glyph *glyphs;

		if (item->run.rtl)
			at -= shaped->count;
		glyphs = &item->run.glyphs[at];
		if (!item->run.rtl)
			at += shaped->count;
		for (size_t j = 0; j < shaped->count; j++) {
			glyphs[j] = shaped_glyph(shaped, j);
			glyphs[j].offset += base;
			glyphs[j].dy += row->run->rise;
		}
		if (shaped->count)
			glyphs[shaped->count - 1].advance +=
				placed->width - shaped->width;
		memcpy(text + base, placed->says.at, placed->says.size);
		base += (uint32_t)placed->says.size;
	}
}

/* Adds an item that covers a row; x is counted from where lines begin. */
static struct item *
item_add(struct making *making, const struct row *row, enum item_kind kind)
{
	struct setting *setting = making->list->setting;
	struct line *line = making->line;
	struct item *item;
	int64_t x = row->x;

	if (setting->rtl)
		x = (int64_t)making->list->form->width - x - row->width;
	line->items = arena_room(setting->rough, line->items, line->count,
		&making->room, sizeof *line->items);
	item = &line->items[line->count++];
	*item = (struct item){ .kind = kind, .tag = row->run->tag, .x = (length)x };
	return item;
}

/* Code and words of another language within a link have tags of their own; what can be
 * clicked belongs to the link. */
static uint32_t
link_tag(const struct pages *pages, uint32_t tag)
{
	while (pages->tags[tag].role == ROLE_CODE || pages->tags[tag].role == ROLE_SPAN)
		tag = pages->tags[tag].parent;
	return tag;
}

static void
link_add(struct making *making, const struct row *row)
{
	struct setting *setting = making->list->setting;
	const struct target *target = row->run->target;
	struct arena *arena = setting->pages->ink;
	struct item *item = item_add(making, row, ITEM_LINK);
	length ascent, descent;

	face_metrics(setting->faces, row->first->piece->face, row->run->size, &ascent,
		&descent);
	item->tag = link_tag(setting->pages, item->tag);
	item->y = -ascent;
	item->link.width = row->width;
	item->link.height = ascent + descent;
	item->link.url = text_keep(arena, target->url);
	item->link.name = text_keep(arena, target->name);
	item->link.says = text_keep(arena, target->says);
}

static void
row_set(struct making *making, const struct row *row)
{
	struct setting *setting = making->list->setting;
	struct arena *arena = setting->pages->ink;
	const struct piece *piece = row->first->piece;
	struct item *item = item_add(making, row, ITEM_GLYPHS);
	char *text = arena_take(arena, row->bytes);

	item->run.face = face_on_pages(setting->faces, piece->face, setting->pages);
	item->run.size = row->first->shaped->lettering->size;
	item->run.colour = row->run->colour;
	item->run.rtl = row->first->level & 1;
	item->run.retold = script_is_knotted(piece->script);
	item->run.text = (struct text){ text, row->bytes };
	item->run.glyphs = arena_array(arena, struct glyph, row->glyphs);
	item->run.count = row->glyphs;
	glyphs_copy(row, item, text);
	if (row->run->target)
		link_add(making, row);
}

static void
ink_note(struct line *line, const struct shaped *shaped)
{
	if (shaped->above > line->above)
		line->above = shaped->above;
	if (shaped->below > line->below)
		line->below = shaped->below;
}

static void
line_set(struct making *making)
{
	const struct atom_list *list = making->list;

	making->line->ascent = list->ascent;
	making->line->descent = list->descent;
	for (size_t i = 0; i < making->count && !list->setting->style->even; i++)
		ink_note(making->line, list->setting->placed[i].shaped);
	for (size_t i = 0; i < making->count;) {
		struct row row = row_cut(making, i);

		if (row.glyphs)
			row_set(making, &row);
		i += row.count;
	}
	making->line->items = arena_keep(list->setting->pages->ink, making->line->items,
		making->line->count * sizeof *making->line->items);
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
	struct making making = { .list = list, .line = ret_line };
	int64_t slack = (int64_t)list->form->width - indent - stretch.natural;
	bool last = end->atom == list->count ||
		    list->atoms[end->atom].penalty <= PENALTY_ALWAYS;

	if (slack < -LENGTH_POINT / 2 && end->overfull)
		overfull_say(list, &stretch, list->form->width - indent);
	if (slack > 0 && (last || !list->form->justified))
		slack = 0;
	line_fill(&making, &stretch, slack);
	line_order(&making, indent - stretch.lead);
	ret_line->width += indent - stretch.lead;
	line_set(&making);
}
