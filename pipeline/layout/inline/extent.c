#include "extent.h"

#include "base/arena.h"
#include "layout/inline/atoms.h"
#include "layout/inline/linebreak.h"
#include "layout/setting.h"

static length
larger(length a, length b)
{
	return a > b ? a : b;
}

struct extent
extent_of(struct setting *setting, const struct run_list *runs)
{
	const struct paragraph_form form = { .width = INT32_MAX };
	const struct arena_mark mark = arena_mark(setting->rough);
	const struct atom_list list = atoms_make(setting, runs, &form);
	struct extent extent = { 0 };
	length line = 0, together = 0;

	for (size_t i = 0; i < list.count; i++) {
		const struct atom *atom = &list.atoms[i];

		if (atom->kind == ATOM_BOX)
			together += atom->width;
		else if (atom->kind == ATOM_GLUE || atom->penalty < PENALTY_NEVER)
			together = 0;
		if (atom->kind != ATOM_PENALTY)
			line += atom->width;
		else if (atom->penalty <= PENALTY_ALWAYS)
			line = 0;
		extent.natural = larger(extent.natural, line);
		extent.least = larger(extent.least, together);
	}
	arena_rewind(setting->rough, mark);
	return extent;
}
