#include "bench/firstfit.h"

#include <stdio.h>

#include "base/arena.h"
#include "layout/inline/atoms.h"
#include "layout/inline/inline.h"
#include "layout/inline/linebreak.h"
#include "layout/setting.h"
#include "model/style.h"

enum { RIVER = 4, GAPS = 256, TOLERANCE = 400, EMERGENCY_EMS = 3 };

struct gap {
	int64_t from, to; /* of a space, from the left of its line */
	int river;        /* lines that it has run through so far */
};

struct gaps {
	struct gap items[GAPS];
	size_t count;
};

/* What is found out about the lines of one breaker. */
struct tally {
	size_t lines, hyphens, loose, rivers, paragraphs, overfull;
	int64_t badness, worst;
	struct gaps above; /* of the line before */
};

/* A line that is being looked at. */
struct look {
	const struct atom *atoms;
	size_t count, from, to;
	int64_t width, stretch, shrink;
};

static struct look
look_at(const struct atom_list *list, size_t from, size_t to)
{
	struct look look = { .atoms = list->atoms, .count = list->count, .to = to };

	while (from < to && list->atoms[from].kind != ATOM_BOX)
		from++;
	look.from = from;
	for (size_t i = from; i < to; i++) {
		if (list->atoms[i].kind == ATOM_PENALTY)
			continue;
		look.width += list->atoms[i].width;
		look.stretch += list->atoms[i].stretch;
		look.shrink += list->atoms[i].shrink;
	}
	if (to < list->count && list->atoms[to].kind == ATOM_PENALTY)
		look.width += list->atoms[to].width;
	return look;
}

static bool
is_break(const struct atom_list *list, size_t at)
{
	const struct atom *atom = &list->atoms[at];

	if (at == list->count)
		return true;
	if (atom->kind == ATOM_GLUE)
		return at > 0 && atom[-1].kind == ATOM_BOX;
	return atom->kind == ATOM_PENALTY && atom->penalty < PENALTY_NEVER;
}

/* The last break at which a line is not too long as it is: then its spaces are
 * stretched, as browsers and word processors do. */
static size_t
first_fit(const struct atom_list *list, size_t from, length room)
{
	size_t found = 0;

	for (size_t at = from + 1; at <= list->count; at++) {
		struct look look;

		if (!is_break(list, at))
			continue;
		look = look_at(list, from, at);
		if (found && look.width > room)
			break;
		found = at;
	}
	return found;
}

/* Half of the narrower at least stands below the other. */
static bool
is_below(const struct gap *above, const struct gap *gap)
{
	int64_t from = above->from > gap->from ? above->from : gap->from;
	int64_t to = above->to < gap->to ? above->to : gap->to;
	int64_t one = above->to - above->from, two = gap->to - gap->from;

	return (to - from) * 2 >= (one < two ? one : two);
}

/* How far the river runs that this gap goes on from. */
static int
river_above(const struct gaps *above, const struct gap *gap)
{
	int river = 0;

	for (size_t i = 0; i < above->count; i++)
		if (is_below(&above->items[i], gap) && above->items[i].river > river)
			river = above->items[i].river;
	return river;
}

static void
rivers_note(struct tally *tally, const struct look *look, length room)
{
	struct gaps gaps = { .count = 0 };
	int64_t slack = room - look->width, x = 0;
	int64_t all = slack > 0 ? look->stretch : look->shrink;

	for (size_t i = look->from; i < look->to; i++) {
		const struct atom *atom = &look->atoms[i];
		int64_t part = slack > 0 ? atom->stretch : atom->shrink, width;

		if (atom->kind == ATOM_PENALTY)
			continue;
		width = atom->width;
		if (atom->kind == ATOM_GLUE && all)
			width += slack * part / all;
		if (atom->kind == ATOM_GLUE && gaps.count < GAPS) {
			struct gap gap = { x, x + width, 0 };

			gap.river = river_above(&tally->above, &gap) + 1;
			tally->rivers += gap.river == RIVER;
			gaps.items[gaps.count++] = gap;
		}
		x += width;
	}
	tally->above = gaps;
}

static void
line_note(struct tally *tally, const struct look *look, length room)
{
	int64_t slack = room - look->width;
	int64_t badness = linebreak_badness(
		slack < 0 ? -slack : slack, slack < 0 ? look->shrink : look->stretch);
	bool last = look->to == look->count;

	if (last && slack > 0)
		badness = 0;
	tally->lines++;
	tally->hyphens += !last && look->atoms[look->to].flagged;
	tally->badness += badness;
	tally->loose += slack > 0 && badness > 100;
	tally->overfull += -slack > look->shrink;
	if (badness > tally->worst)
		tally->worst = badness;
	rivers_note(tally, look, last && slack > 0 ? (length)look->width : room);
}

static void
total_note(struct tally *tally, struct setting *setting, const struct atom_list *list,
	length room)
{
	const struct measure measure = { .width = room,
		.tolerance = TOLERANCE,
		.emergency = EMERGENCY_EMS * setting->style->blocks[STYLE_TEXT].size };
	const struct line_break *breaks;
	size_t count, from = 0;

	breaks = linebreak_fit(
		setting->rough, list->atoms, list->count, &measure, &count);
	tally->above.count = 0;
	tally->paragraphs++;
	for (size_t i = 0; i < count; i++) {
		struct look look = look_at(list, from, breaks[i].atom);

		line_note(tally, &look, room);
		from = breaks[i].atom;
	}
}

static void
first_note(struct tally *tally, const struct atom_list *list, length room)
{
	tally->above.count = 0;
	tally->paragraphs++;
	for (size_t from = 0; from < list->count;) {
		size_t to = first_fit(list, from, room);
		struct look look = look_at(list, from, to);

		line_note(tally, &look, room);
		from = to;
	}
}

static void
tally_print(const char *name, const struct tally *tally)
{
	size_t hundredths = (size_t)tally->badness * 100 / tally->lines;

	printf("  %-10s %7zu %9zu.%02zu %7lld %7zu %7zu %8zu %8zu\n", name,
		tally->lines, hundredths / 100, hundredths % 100,
		(long long)tally->worst, tally->loose, tally->hyphens, tally->rivers,
		tally->overfull);
}

/* Words without the marks of Markdown. */
static struct text
words_of(struct arena *arena, struct text paragraph)
{
	struct buffer words = buffer_make(arena);

	for (size_t i = 0; i < paragraph.size; i++) {
		char byte = paragraph.at[i];

		if (byte == ']' && i + 1 < paragraph.size && paragraph.at[i + 1] == '(')
			i = text_find(paragraph, ')', i);
		else if (byte != '*' && byte != '[')
			buffer_byte(&words, byte == '\n' ? ' ' : byte);
	}
	return buffer_text(&words);
}

static void
paragraph_compare(struct setting *setting, struct text words, length room,
	struct tally *total, struct tally *first)
{
	struct arena_mark mark = arena_mark(setting->rough);
	const struct paragraph_form form = {
		.width = room, .justified = true, .hyphenated = true
	};
	struct run_list runs = { 0 };
	struct atom_list list;

	run_add(setting, &runs,
		run_of(setting, &setting->style->blocks[STYLE_TEXT], words, 1));
	list = atoms_make(setting, &runs, &form);
	atoms_divide(&list);
	total_note(total, setting, &list, room);
	first_note(first, &list, room);
	arena_rewind(setting->rough, mark);
}

void
firstfit_compare(struct setting *setting, struct text book, int points)
{
	struct tally total = { 0 }, first = { 0 };
	size_t from = 0;

	while (from < book.size) {
		size_t end = from;
		struct text words;

		while (end < book.size &&
			!text_starts(text_slice(book, end, book.size), TEXT("\n\n")))
			end++;
		words = text_slice(book, from, end);
		from = end + 2;
		if (words.size > 200 && text_find(TEXT("#|->1"), words.at[0], 0) == 5)
			paragraph_compare(setting, words_of(setting->scratch, words),
				points * LENGTH_POINT, &total, &first);
	}
	printf("%d pt, %zu paragraphs\n", points, total.paragraphs);
	if (total.lines == 0)
		return;
	tally_print("total fit", &total);
	tally_print("first fit", &first);
}
