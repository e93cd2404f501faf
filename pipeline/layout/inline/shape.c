#include "shape.h"

#include <hb.h>
#include <string.h>

#include "base/arena.h"
#include "layout/inline/face.h"
#include "layout/inline/hyphen.h"
#include "layout/inline/inert.h"
#include "layout/inline/lexicon.h"
#include "layout/inline/tongue.h"
#include "model/pages.h"

enum {
	WORDS_MOST = 60000,
	FEATURES = 8,
	INERT_WORDS = 1000, /* so many, and it is worth to ask what is inert */
};

/* A word that is left whole. */
static const struct division whole = { 0 };

/* A document has few. */
struct known {
	struct known *next;
	struct lettering lettering;
	hb_segment_properties_t properties;
	hb_feature_t features[FEATURES + INERT_FEATURES];
	unsigned feature_count;
	size_t words; /* plain ones that were shaped so far */
	bool inert;   /* plain words are shaped with the last features too */
	struct shaped *single[0x80]; /* characters of ASCII alone, or NULL */
};

struct shaper {
	struct arena *arena;
	struct face_set *faces;
	hb_buffer_t *buffer;
	struct lexicon *lexicon;
	struct known *known; /* the one that was asked for last comes first */
};

struct shaper *
shaper_open(struct arena *arena, struct face_set *faces)
{
	struct shaper *shaper = arena_make(arena, struct shaper);

	shaper->arena = arena;
	shaper->faces = faces;
	shaper->buffer = hb_buffer_create();
	shaper->lexicon = lexicon_open(arena);
	return shaper;
}

void
shaper_rest(struct shaper *shaper)
{
	if (lexicon_count(shaper->lexicon) < WORDS_MOST)
		return;
	lexicon_clear(shaper->lexicon);
	for (struct known *known = shaper->known; known; known = known->next)
		memset(known->single, 0, sizeof known->single);
}

void
shaper_close(struct shaper *shaper)
{
	if (!shaper)
		return;
	hb_buffer_destroy(shaper->buffer);
	lexicon_close(shaper->lexicon);
}

static bool
lettering_equal(const struct lettering *a, const struct lettering *b)
{
	return a->face == b->face && a->size == b->size && a->script == b->script &&
	       a->rtl == b->rtl && a->tongue == b->tongue &&
	       text_equal(a->features, b->features);
}

/* Script, direction and language: never guessed, so that a word of few letters gets
 * the shapes that its neighbours get. */
static hb_segment_properties_t
properties_of(const struct lettering *lettering)
{
	struct text language = lettering->tongue->language;
	hb_segment_properties_t properties = HB_SEGMENT_PROPERTIES_DEFAULT;

	properties.script = hb_script_from_string(script_tag(lettering->script), 4);
	properties.direction = lettering->rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR;
	properties.language = hb_language_from_string(language.at, (int)language.size);
	return properties;
}

static unsigned
features_parse(struct text tags, hb_feature_t features[FEATURES])
{
	unsigned count = 0;
	struct text tag;

	while (count < FEATURES && text_cut(&tags, ' ', &tag))
		if (hb_feature_from_string(tag.at, (int)tag.size, &features[count]))
			count++;
	return count;
}

static struct known *
known_make(struct arena *arena, const struct lettering *lettering)
{
	struct known *known = arena_make(arena, struct known);

	known->lettering = *lettering;
	known->lettering.features = text_keep(arena, lettering->features);
	known->properties = properties_of(lettering);
	known->feature_count = features_parse(lettering->features, known->features);
	inert_features(known->features + known->feature_count);
	return known;
}

/* The lettering as all words in it have it. */
static struct known *
lettering_keep(struct shaper *shaper, const struct lettering *lettering)
{
	struct known **link = &shaper->known, *found;

	if (*link && lettering_equal(&(*link)->lettering, lettering))
		return *link;
	while (*link && !lettering_equal(&(*link)->lettering, lettering))
		link = &(*link)->next;
	found = *link;
	if (!found) {
		found = known_make(shaper->arena, lettering);
	} else {
		*link = found->next;
	}
	found->next = shaper->known;
	shaper->known = found;
	return found;
}

/* Where the glyphs do not reach over: at the first of a cluster. */
static uint64_t
seams_find(const hb_glyph_info_t *infos, unsigned count)
{
	uint64_t seams = 0;

	for (unsigned i = 0; i < count; i++) {
		const hb_glyph_info_t *info = &infos[i];

		if ((i == 0 || info[-1].cluster != info->cluster) &&
			info->cluster < 64 &&
			!(hb_glyph_info_get_glyph_flags(info) &
				HB_GLYPH_FLAG_UNSAFE_TO_BREAK))
			seams |= (uint64_t)1 << info->cluster;
	}
	return seams;
}

static bool
is_lean(const hb_glyph_info_t *info, const hb_glyph_position_t *position)
{
	return info->codepoint <= UINT16_MAX && info->cluster <= UINT16_MAX &&
	       position->x_offset == 0 && position->y_offset == 0;
}

/* Room for the glyphs of a word; its letters go behind them, which takes less than room
 * for each. */
static void *
room_take(struct shaper *shaper, struct shaped *shaped, size_t size)
{
	char *room = arena_take(lexicon_arena(shaper->lexicon), size + shaped->size);

	memcpy(room + size, shaped->at, shaped->size);
	shaped->at = room + size;
	return room;
}

/* Copies what HarfBuzz left in the buffer. */
static void
glyphs_keep(struct shaper *shaper, struct shaped *shaped)
{
	unsigned count;
	const hb_glyph_info_t *infos =
		hb_buffer_get_glyph_infos(shaper->buffer, &count);
	const hb_glyph_position_t *positions =
		hb_buffer_get_glyph_positions(shaper->buffer, &count);
	struct glyph *glyphs = NULL;
	struct lean *lean = NULL;
	unsigned leans = 0;

	while (leans < count && is_lean(&infos[leans], &positions[leans]))
		leans++;
	shaped->lean = leans == count;
	if (shaped->lean)
		lean = room_take(shaper, shaped, count * sizeof *lean);
	else
		glyphs = room_take(shaper, shaped, count * sizeof *glyphs);
	for (unsigned i = 0; i < count; i++) {
		if (shaped->lean)
			lean[i] = (struct lean){ .id = (uint16_t)infos[i].codepoint,
				.offset = (uint16_t)infos[i].cluster,
				.advance = positions[i].x_advance };
		else
			glyphs[i] = (struct glyph){ .id = infos[i].codepoint,
				.offset = infos[i].cluster,
				.advance = positions[i].x_advance,
				.dx = positions[i].x_offset,
				.dy = positions[i].y_offset };
		shaped->width += positions[i].x_advance;
		shaped->missing |= infos[i].codepoint == 0;
	}
	if (shaped->lean)
		shaped->glyphs.leans = lean;
	else
		shaped->glyphs.all = glyphs;
	shaped->count = count;
	shaped->seams = seams_find(infos, count);
}

struct glyph
shaped_glyph(const struct shaped *shaped, size_t index)
{
	const struct lean *lean;

	if (!shaped->lean)
		return shaped->glyphs.all[index];
	lean = &shaped->glyphs.leans[index];
	return (struct glyph){
		.id = lean->id, .offset = lean->offset, .advance = lean->advance
	};
}

struct text
shaped_text(const struct shaped *shaped)
{
	return (struct text){ shaped->at, shaped->size };
}

/* How far the ink of a tall script stands off the baseline. */
static void
ink_measure(struct shaper *shaper, struct shaped *shaped)
{
	const struct lettering *lettering = shaped->lettering;
	hb_font_t *font = face_font(shaper->faces, lettering->face, lettering->size);

	for (size_t i = 0; i < shaped->count; i++) {
		struct glyph glyph = shaped_glyph(shaped, i);
		hb_glyph_extents_t extents;
		length above, below;

		if (!hb_font_get_glyph_extents(font, glyph.id, &extents))
			continue;
		above = glyph.dy + extents.y_bearing;
		below = -(above + extents.height);
		if (above > shaped->above)
			shaped->above = above;
		if (below > shaped->below)
			shaped->below = below;
	}
}

/* Plain words may do without some features. */
static unsigned
features_count(struct shaper *shaper, struct known *known, struct text word)
{
	const struct lettering *lettering = &known->lettering;

	if (text_plain(word, 0) < word.size)
		return known->feature_count;
	if (++known->words == INERT_WORDS)
		known->inert = inert_find(
			face_font(shaper->faces, lettering->face, lettering->size),
			&known->properties, known->features,
			known->feature_count + INERT_FEATURES);
	return known->feature_count + (known->inert ? INERT_FEATURES : 0);
}

static void
word_shape(struct shaper *shaper, struct known *known, struct text word,
	struct shaped *shaped)
{
	const struct lettering *lettering = &known->lettering;
	hb_buffer_t *buffer = shaper->buffer;

	shaped->at = word.at;
	shaped->size = (uint32_t)word.size;
	shaped->lettering = lettering;
	hb_buffer_clear_contents(buffer);
	hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
	hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
	hb_buffer_add_utf8(buffer, word.at, (int)word.size, 0, (int)word.size);
	hb_buffer_set_segment_properties(buffer, &known->properties);
	hb_shape(face_font(shaper->faces, lettering->face, lettering->size), buffer,
		known->features, features_count(shaper, known, word));
	if (!hb_buffer_allocation_successful(buffer))
		arena_exhaust(shaper->arena);
	glyphs_keep(shaper, shaped);
	if (script_is_tall(lettering->script))
		ink_measure(shaper, shaped);
}

/* The word of a lettering that is kept. */
static struct shaped *
word_find(struct shaper *shaper, struct known *known, struct text word)
{
	const struct lettering *lettering = &known->lettering;
	uint32_t hash = lexicon_hash(lettering->face, lettering->size, word);
	struct shaped *shaped = lexicon_find(shaper->lexicon, hash, lettering, word);

	if (!shaped) {
		shaped = lexicon_add(shaper->lexicon, hash);
		word_shape(shaper, known, word, shaped);
	}
	return shaped;
}

void
shaper_expect(const struct shaper *shaper, uint32_t face, length size, struct text text)
{
	lexicon_expect(shaper->lexicon, face, size, text);
}

/* Spaces, hyphens and stops are asked for more often than all words. */
struct shaped *
shaper_word(struct shaper *shaper, const struct lettering *wanted, struct text word)
{
	struct known *known = lettering_keep(shaper, wanted);
	unsigned char byte = word.size == 1 ? (unsigned char)*word.at : 0xff;

	if (byte >= 0x80)
		return word_find(shaper, known, word);
	if (!known->single[byte])
		known->single[byte] = word_find(shaper, known, word);
	return known->single[byte];
}

static bool
is_seam(const struct shaped *shaped, size_t at)
{
	return at < 64 && shaped->seams >> at & 1;
}

/* Mostly nothing reaches over the ends of a part, and its glyphs are those of the word.
 */
static bool
part_stands(const struct shaped *shaped, size_t from, size_t to)
{
	return (from == 0 || is_seam(shaped, from)) &&
	       (to == shaped->size || is_seam(shaped, to));
}

/* What a part of a word measures alone. */
static length
part_measure(struct shaper *shaper, const struct shaped *shaped, size_t from, size_t to)
{
	length width = 0;

	if (!part_stands(shaped, from, to))
		return shaper_word(shaper, shaped->lettering,
			text_slice(shaped_text(shaped), from, to))
			->width;
	for (size_t i = 0; i < shaped->count; i++) {
		struct glyph glyph = shaped_glyph(shaped, i);

		if (glyph.offset >= from && glyph.offset < to)
			width += glyph.advance;
	}
	return width;
}

/* The glyphs of a part, which stands by itself. */
static const struct shaped *
part_cut(struct arena *arena, const struct shaped *shaped, size_t from, size_t to)
{
	struct shaped *part = arena_make(arena, struct shaped);
	struct lean *lean = arena_array(arena, struct lean, shaped->count);

	part->at = shaped->at + from;
	part->size = (uint32_t)(to - from);
	part->lettering = shaped->lettering;
	part->lean = true;
	part->glyphs.leans = lean;
	for (size_t i = 0; i < shaped->count; i++) {
		struct lean glyph = shaped->glyphs.leans[i];

		if (glyph.offset < from || glyph.offset >= to)
			continue;
		glyph.offset = (uint16_t)(glyph.offset - from);
		part->width += glyph.advance;
		lean[part->count++] = glyph;
	}
	return part;
}

const struct shaped *
shaper_part(struct shaper *shaper, struct arena *arena, const struct shaped *shaped,
	size_t from, size_t to)
{
	if (from == 0 && to == shaped->size)
		return shaped;
	if (shaped->lean && part_stands(shaped, from, to) &&
		!script_is_tall(shaped->lettering->script))
		return part_cut(arena, shaped, from, to);
	return shaper_word(
		shaper, shaped->lettering, text_slice(shaped_text(shaped), from, to));
}

static const struct division *
division_make(struct shaper *shaper, const struct shaped *shaped)
{
	struct division *division;
	uint8_t points[HYPHEN_WORD];
	size_t count = hyphenator_points(shaped->lettering->tongue->hyphenator,
		       shaped_text(shaped), points),
	       from = 0;

	if (count == 0)
		return &whole;
	division = arena_take(lexicon_arena(shaper->lexicon),
		sizeof *division + count * sizeof *division->syllables);
	division->count = count;
	for (size_t i = 0; i < count; i++) {
		division->syllables[i].to = points[i];
		division->syllables[i].width =
			part_measure(shaper, shaped, from, points[i]);
		from = points[i];
	}
	return division;
}

const struct division *
shaper_division(struct shaper *shaper, struct shaped *shaped)
{
	if (!shaped->division)
		shaped->division = division_make(shaper, shaped);
	return shaped->division;
}
