#include "opportunity.h"

#include "layout/inline/bind.h"
#include "layout/inline/hang.h"
#include "layout/inline/inline.h"
#include "layout/inline/linebreak.h"
#include "layout/inline/script.h"
#include "layout/inline/shape.h"
#include "layout/setting.h"
#include "model/style.h"

enum {
	PENALTY_HYPHEN = 80, /* TeX has 50: fewer hyphens read better */
	GAP_PARTS = 12,      /* of the em, that two squares may be set apart */
};

static const struct text HYPHEN = TEXT_CONSTANT("-");
static const struct text SOFT_HYPHEN = TEXT_CONSTANT("\u00ad");
static const struct text SPACE = TEXT_CONSTANT(" ");

void
opportunity_hyphen(struct atom_list *list, struct piece piece, size_t at)
{
	piece.from = piece.to = at;
	piece.hyphen = true;
	atoms_add(list,
		(struct atom){ .kind = ATOM_PENALTY,
			.penalty = PENALTY_HYPHEN,
			.flagged = true,
			.width = atoms_shape_as(list, &piece, HYPHEN)->width,
			.trail = hang_wanted(list) ? hang_hyphen(list, &piece) : 0 },
		piece);
}

static void
break_add(struct atom_list *list, struct piece piece, size_t at, int penalty)
{
	piece.from = piece.to = at;
	atoms_add(
		list, (struct atom){ .kind = ATOM_PENALTY, .penalty = penalty }, piece);
}

/* The white space between two words, in its own look. */
static void
space_add(struct atom_list *list, struct piece piece, size_t from, size_t to,
	enum bind bind)
{
	length width;
	bool elastic;

	piece.from = from;
	piece.to = to;
	piece.chunk = 0;
	piece.shaped = atoms_shape_as(list, &piece, SPACE);
	width = piece.shaped->width;
	if (bind != BIND_NONE)
		break_add(list, piece, from, PENALTY_NEVER);
	if (bind == BIND_NARROW)
		width /= 2;
	elastic = list->form->justified && bind != BIND_NARROW;
	atoms_add(list,
		(struct atom){ .kind = ATOM_GLUE,
			.width = width,
			.stretch = elastic ? width / 2 : 0,
			.shrink = elastic ? width / 3 : 0 },
		piece);
}

static enum bind
bind_find(
	const struct atom_list *list, const struct piece *piece, size_t from, size_t to)
{
	return bind_space(list->runs->items[piece->run].tongue, list->text, from, to);
}

void
opportunity_bind(struct atom_list *list, struct piece piece, size_t from, size_t to)
{
	enum bind bind = bind_find(list, &piece, from, to);

	space_add(list, piece, from, to, bind == BIND_NONE ? BIND_WHOLE : bind);
}

/* The runes on both sides of a place within the text. */
static void
neighbours_find(const struct atom_list *list, size_t at, uint32_t *ret_before,
	uint32_t *ret_after)
{
	size_t before = at - 1;

	while (before > 0 && ((unsigned char)list->text.at[before] & 0xc0) == 0x80)
		before--;
	text_rune(list->text, before, ret_before);
	text_rune(list->text, at, ret_after);
}

/* Between two characters of which one at least is a square: lines stretch a little
 * there, since there is no space to do it; beside a letter or a digit there may be some
 * from the start.  False where no square stands. */
static bool
gap_add(struct atom_list *list, struct piece piece, size_t at)
{
	length em = list->runs->items[piece.run].size, width = 0;
	uint32_t before, after;
	bool left, right;

	neighbours_find(list, at, &before, &after);
	left = script_is_square(script_of(before));
	right = script_is_square(script_of(after));
	if (!left && !right && !script_is_square(piece.script))
		return false;
	if (list->setting->style->spaced && left != right &&
		script_is_worded(left ? after : before))
		width = em / 4;
	piece.from = piece.to = at;
	atoms_add(list,
		(struct atom){ .kind = ATOM_GLUE,
			.width = width,
			.stretch = list->form->justified ? em / GAP_PARTS : 0,
			.shrink = list->form->justified ? width / 2 : 0 },
		piece);
	return true;
}

void
opportunity_add(struct atom_list *list, struct piece piece, size_t word_end, size_t end,
	bool must)
{
	struct text word = text_slice(list->text, 0, word_end);

	if (must) {
		break_add(list, piece, word_end, PENALTY_ALWAYS);
	} else if (end > word_end) {
		space_add(list, piece, word_end, end,
			bind_find(list, &piece, word_end, end));
	} else if (text_ends(word, SOFT_HYPHEN)) {
		opportunity_hyphen(list, piece, word_end);
	} else if (end < list->text.size && !gap_add(list, piece, word_end)) {
		bool dash = text_ends(word, HYPHEN);

		if (dash && bind_hyphen(list->runs->items[piece.run].tongue))
			return;
		break_add(list, piece, word_end, dash ? PENALTY_HYPHEN : 0);
		list->atoms[list->count - 1].flagged = dash;
	}
}
