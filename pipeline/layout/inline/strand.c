#include "strand.h"

#include <stdbool.h>

#include "layout/inline/face.h"

/* A text that is being cut. */
struct cutting {
	struct face_set *faces;
	uint32_t wanted;
	struct text text;
	size_t limit;
};

/* The letter at an offset with the marks and joiners that follow it.  A mark of another
 * script than the letter's is a mistake: it stands by itself, where it is seen. */
static struct text
cluster_at(const struct cutting *cutting, size_t from, uint32_t *ret_rune)
{
	size_t end = from + text_rune(cutting->text, from, ret_rune);
	uint16_t script = script_of(*ret_rune);

	while (end < cutting->limit) {
		uint32_t rune;
		size_t size = text_rune(cutting->text, end, &rune);

		if (rune < 0x80 || !script_follows(rune) ||
			(script_of(rune) != SCRIPT_NONE && script_of(rune) != script))
			break;
		end += size;
	}
	return text_slice(cutting->text, from, end);
}

/* The first rune of a cluster that no face has, or 0. */
static uint32_t
missing_find(const struct cutting *cutting, struct text cluster)
{
	size_t size;

	for (size_t i = 0; i < cluster.size; i += size) {
		uint32_t rune;

		size = text_rune(cluster, i, &rune);
		if (face_covering(cutting->faces, cutting->wanted,
			    text_slice(cluster, i, i + size)) == FACE_NONE)
			return rune;
	}
	return 0;
}

/* Script and face of the first letter that has a script of its own. */
static void
lead_find(const struct cutting *cutting, size_t from, struct strand *strand)
{
	for (size_t at = from; at < cutting->limit;) {
		uint32_t rune;
		struct text cluster = cluster_at(cutting, at, &rune);

		strand->script = script_of(rune);
		if (strand->script != SCRIPT_NONE) {
			strand->face =
				face_covering(cutting->faces, cutting->wanted, cluster);
			return;
		}
		at += cluster.size;
	}
}

/* Where no face has a letter with its mark, each is taken from a face that has it. */
static void
letter_take(const struct cutting *cutting, size_t from, struct strand *strand)
{
	uint32_t rune;

	strand->to = from + text_rune(cutting->text, from, &rune);
	strand->face = face_covering(cutting->faces, cutting->wanted,
		text_slice(cutting->text, from, strand->to));
}

/* The face of the first cluster: that of the lead if it has it. */
static void
strand_begin(const struct cutting *cutting, size_t from, struct strand *strand)
{
	uint32_t rune;
	struct text cluster = cluster_at(cutting, from, &rune);

	strand->to = from + cluster.size;
	if (strand->face != FACE_NONE && rune != ' ' &&
		face_covers(cutting->faces, strand->face, cluster))
		return;
	strand->face = face_covering(cutting->faces, cutting->wanted, cluster);
	if (strand->face != FACE_NONE)
		return;
	strand->face = cutting->wanted;
	strand->missing = missing_find(cutting, cluster);
	if (!strand->missing)
		letter_take(cutting, from, strand);
}

/* Whether a cluster can stand in the strand.  Spaces, which only code has here, keep
 * the width they have in its face. */
static bool
cluster_fits(const struct cutting *cutting, const struct strand *strand, uint32_t rune,
	struct text cluster)
{
	uint16_t script = script_of(rune);

	if (rune == ' ')
		return strand->face == cutting->wanted;
	if (script == SCRIPT_NONE)
		return face_covers(cutting->faces, strand->face, cluster);
	return script == strand->script &&
	       face_covering(cutting->faces, cutting->wanted, cluster) == strand->face;
}

/* Most words are plain ASCII, and their face can show that. */
static bool
plain_cut(const struct cutting *cutting, size_t from, struct strand *ret_strand)
{
	struct text text = text_slice(cutting->text, 0, cutting->limit);
	bool letters = false;

	if (text_plain(text, from) < cutting->limit ||
		!face_plain(cutting->faces, cutting->wanted))
		return false;
	for (size_t i = from; i < cutting->limit && !letters; i++)
		letters = script_of((unsigned char)text.at[i]) != SCRIPT_NONE;
	*ret_strand = (struct strand){ .to = cutting->limit,
		.face = cutting->wanted,
		.script = letters ? script_of('a') : SCRIPT_NONE };
	return true;
}

struct strand
strand_cut(struct face_set *faces, uint32_t wanted, struct text text, size_t from,
	size_t limit)
{
	const struct cutting cutting = { faces, wanted, text, limit };
	struct strand strand = { .face = FACE_NONE, .script = SCRIPT_NONE };

	if (plain_cut(&cutting, from, &strand))
		return strand;
	lead_find(&cutting, from, &strand);
	strand_begin(&cutting, from, &strand);
	while (strand.to < limit && !strand.missing) {
		uint32_t rune;
		struct text cluster = cluster_at(&cutting, strand.to, &rune);

		if (!cluster_fits(&cutting, &strand, rune, cluster))
			break;
		strand.to += cluster.size;
	}
	return strand;
}
