#include "paragraph.h"

#include "base/arena.h"
#include "layout/inline/atoms.h"
#include "layout/inline/inline.h"
#include "layout/inline/line.h"
#include "layout/inline/linebreak.h"
#include "layout/setting.h"

enum {
	TOLERANCE = 400,
	EMERGENCY_EMS = 3,
	RAGGED_EMS = 7,
};

struct line *
paragraph_set(struct setting *setting, const struct run_list *runs,
	const struct paragraph_form *form, size_t *ret_count)
{
	const struct atom_list list = atoms_make(setting, runs, form);
	length em = runs->count ? runs->items[0].size : 0;
	const struct measure measure = { .width = form->width,
		.first_indent = form->first_indent,
		.ragged = form->justified ? 0 : RAGGED_EMS * em,
		.tolerance = TOLERANCE,
		.emergency = EMERGENCY_EMS * em };
	const struct line_break *breaks = linebreak_fit(
		setting->scratch, list.atoms, list.count, &measure, ret_count);
	struct line *lines = arena_array(setting->scratch, struct line, *ret_count);
	size_t from = 0;

	for (size_t i = 0; i < *ret_count; i++) {
		line_make(&list, from, &breaks[i], i == 0, &lines[i]);
		from = breaks[i].atom;
	}
	return lines;
}
