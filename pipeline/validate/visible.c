#include "visible.h"

#include "base/diag.h"
#include "base/letters.h"
#include "model/records.h"
#include "validate/judge.h"

/* Signs that are blank in every font: fillers, marks of direction, variants. */
static bool
is_blank_sign(uint32_t rune)
{
	static const struct {
		uint32_t first, last;
	} ranges[] = { { 0x034f, 0x034f }, { 0x061c, 0x061c }, { 0x115f, 0x1160 },
		{ 0x17b4, 0x17b5 }, { 0x180b, 0x180e }, { 0x202a, 0x202e },
		{ 0x2061, 0x206f }, { 0x2800, 0x2800 }, { 0x3164, 0x3164 },
		{ 0xfe00, 0xfe0f }, { 0xfeff, 0xfeff }, { 0xffa0, 0xffa0 },
		{ 0xe0000, 0xe0fff } };

	for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
		if (rune >= ranges[i].first && rune <= ranges[i].last)
			return true;
	return false;
}

static bool
is_seen(uint32_t rune)
{
	return rune > ' ' && !letters_unseen(rune) && !is_blank_sign(rune);
}

/* Embeddings and overrides end with U+202C, isolates with U+2069. */
struct turns {
	size_t embeddings, isolates; /* that are open */
	bool uneven;                 /* an end stands where nothing is open */
};

static void
turns_note(struct turns *turns, uint32_t rune)
{
	size_t *open = rune >= 0x2066 ? &turns->isolates : &turns->embeddings;

	if (rune == 0x202c || rune == 0x2069) {
		turns->uneven |= *open == 0;
		*open -= *open > 0;
	} else if ((rune >= 0x202a && rune <= 0x202e) ||
		   (rune >= 0x2066 && rune <= 0x2068)) {
		++*open;
	}
}

bool
visible_check(struct judge *judge, const struct _xmlNode *node)
{
	struct text value = records_value(node);
	struct turns turns = { .uneven = false };
	struct place at = records_origin(node)->value;
	bool seen = false;

	if (text_plain(value, 0) == value.size)
		return true;
	for (size_t i = 0; i < value.size;) {
		uint32_t rune;

		i += text_rune(value, i, &rune);
		seen |= is_seen(rune);
		turns_note(&turns, rune);
	}
	if (!seen) {
		struct text name = judge_name(judge, node);

		diag_add(judge->diags, DIAG_V309, at, "nothing of %.*s can be seen",
			TEXT_ARG(name));
		diag_help(judge->diags, "write the text, or delete the line");
		return false;
	}
	if (!turns.uneven && !turns.embeddings && !turns.isolates)
		return true;
	diag_add(judge->diags, DIAG_V310, at,
		"a mark for the direction of writing has no partner here");
	diag_help(judge->diags,
		"delete it; Arabic and Latin text find their direction by themselves");
	return false;
}
