#include "hang.h"

#include <stddef.h>
#include <stdint.h>

#include "layout/inline/atoms.h"
#include "layout/inline/shape.h"
#include "layout/setting.h"
#include "model/style.h"

/* How much of a character's width may stand out at the start and at the end of a line,
 * in hundredths. */
static const struct {
	uint32_t rune;
	int lead, trail;
} marks[] = {
	{ '.', 0, 70 },
	{ ',', 0, 70 },
	{ ':', 0, 40 },
	{ ';', 0, 40 },
	{ '!', 0, 20 },
	{ '?', 0, 20 },
	{ '(', 10, 0 },
	{ ')', 0, 10 },
	{ '-', 0, 60 },
	{ '"', 50, 50 },
	{ '\'', 50, 50 },
	{ 0x00ab, 40, 0 },
	{ 0x00bb, 0, 40 },
	{ 0x2013, 0, 30 },
	{ 0x2014, 0, 20 },
	{ 0x2018, 50, 0 },
	{ 0x2019, 0, 50 },
	{ 0x201c, 50, 0 },
	{ 0x201d, 0, 50 },
};

bool
hang_wanted(const struct atom_list *list)
{
	return list->setting->style->hanging && list->form->justified && !list->rtl;
}

/* That part of the width of a character. */
static length
hang_of(const struct atom_list *list, const struct piece *piece, struct text character,
	int hundredths)
{
	length width = atoms_shape_as(list, piece, character)->width;

	return length_scale(width, hundredths, 100);
}

length
hang_lead(const struct atom_list *list, const struct piece *piece)
{
	uint32_t rune;
	size_t size = text_rune(list->text, piece->from, &rune);

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (marks[i].rune == rune && marks[i].lead)
			return hang_of(list, piece,
				text_slice(list->text, piece->from, piece->from + size),
				marks[i].lead);
	return 0;
}

length
hang_trail(const struct atom_list *list, const struct piece *piece)
{
	size_t from = piece->to - 1;
	uint32_t rune;

	while (from > piece->from &&
		((unsigned char)list->text.at[from] & 0xc0) == 0x80)
		from--;
	text_rune(list->text, from, &rune);
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (marks[i].rune == rune && marks[i].trail)
			return hang_of(list, piece,
				text_slice(list->text, from, piece->to),
				marks[i].trail);
	return 0;
}

length
hang_hyphen(const struct atom_list *list, const struct piece *piece)
{
	return hang_of(list, piece, TEXT("-"), 60);
}
