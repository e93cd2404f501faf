#include "paragraph.h"

#include "base/arena.h"
#include "layout/inline/atoms.h"
#include "layout/inline/inline.h"
#include "layout/inline/line.h"
#include "layout/inline/linebreak.h"
#include "layout/inline/script.h"
#include "layout/setting.h"
#include "model/pages.h"

enum {
	TOLERANCE = 400,
	EMERGENCY_EMS = 3,
	RAGGED_EMS = 7,
	NARROW_EMS = 20, /* some forty letters */
};

/* In a narrow column, and where there is no space between words, justified lines
 * would gape. */
static bool
is_ragged(const struct run_list *runs, const struct paragraph_form *form)
{
	size_t unspaced = 0, all = 0;

	if (!form->justified)
		return true;
	for (size_t i = 0; i < runs->count; i++) {
		struct text text = runs->items[i].text;

		all += text.size;
		unspaced += script_text_is_unspaced(text) ? text.size : 0;
	}
	return unspaced > all / 2 ||
	       (runs->count && form->width < NARROW_EMS * runs->items[0].size);
}

/* Most paragraphs can be set without dividing a word. */
static const struct line_break *
breaks_find(struct atom_list *list, struct measure *measure, size_t *ret_count)
{
	struct arena *rough = list->setting->rough;
	const struct line_break *breaks = linebreak_fit_whole(
		rough, list->atoms, list->count, measure, ret_count);

	if (breaks)
		return breaks;
	measure->tried = true;
	atoms_divide(list);
	return linebreak_fit(rough, list->atoms, list->count, measure, ret_count);
}

struct line *
paragraph_set(struct setting *setting, const struct run_list *runs,
	const struct paragraph_form *wanted, size_t *ret_count)
{
	struct paragraph_form form = *wanted;
	length em = runs->count ? runs->items[0].size : 0;
	struct measure measure = { .width = form.width,
		.first_indent = form.first_indent,
		.tolerance = TOLERANCE,
		.emergency = EMERGENCY_EMS * em };
	struct arena_mark mark = arena_mark(setting->rough);
	const struct line_break *breaks;
	struct atom_list list;
	struct line *lines;
	size_t from = 0;

	form.justified = !is_ragged(runs, wanted);
	measure.ragged = form.justified ? 0 : RAGGED_EMS * em;
	list = atoms_make(setting, runs, &form);
	breaks = breaks_find(&list, &measure, ret_count);
	lines = arena_array(setting->pages->ink, struct line, *ret_count);
	for (size_t i = 0; i < *ret_count; i++) {
		line_make(&list, from, &breaks[i], i == 0, &lines[i]);
		from = breaks[i].atom;
	}
	arena_rewind(setting->rough, mark);
	return lines;
}
