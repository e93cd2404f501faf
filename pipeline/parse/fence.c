#include "fence.h"

/* cmark's short names for its nodes are our names for ours. */
#define CMARK_NO_SHORT_NAMES
#include <cmark.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "model/document.h"
#include "parse/card.h"
#include "parse/chart.h"
#include "parse/conversion.h"
#include "parse/csv.h"
#include "parse/figure.h"
#include "parse/fragment.h"
#include "parse/literal.h"
#include "positions.h"

enum {
	LIKE_LEAST = 4, /* letters of a name that may be one of ours misspelt */
	CONTENTS_LEVELS = 3,
};

/* ```note Title: a box in the text. */
static void
note_add(struct conversion *conversion, const struct fence *fence, struct place at)
{
	struct node *box = node_make(conversion->arena, NODE_CALLOUT, at);

	box->callout.title = literal_keep(conversion->arena, fence->words);
	conversion_add(conversion, box);
	fragment_open(conversion->fragments,
		(struct fragment){ box, false, conversion->depth + 1 });
	fragment_lines(conversion->fragments, conversion->positions, fence->lines,
		fence->line, fence->offset);
}

static struct place
place_within(struct conversion *conversion, const struct fence *fence, int line,
	struct text whole, struct text words)
{
	struct place at = positions_place(conversion->positions, line,
		(int)(fence->offset + (size_t)(words.at - whole.at)) + 1, NULL);

	at.end = at.column + (uint32_t)text_length(words);
	return at;
}

/* `31.5 % | of the population` */
static void
key_number_add(struct conversion *conversion, const struct fence *fence,
	struct node *tiles, struct text whole, int line)
{
	size_t pipe = literal_find(whole, '|', 0);
	struct text number = text_trim(text_slice(whole, 0, pipe));
	struct text words =
		text_slice(whole, pipe < whole.size ? pipe + 1 : pipe, whole.size);
	struct node *tile;

	words = text_trim(words);
	if (number.size == 0 || words.size == 0) {
		diag_add(conversion->diags, DIAG_P233,
			place_within(conversion, fence, line, whole, text_trim(whole)),
			"this line has no number or no words");
		diag_help(conversion->diags,
			"write the number, a pipe and what it counts: 31 | countries");
		return;
	}
	tile = node_make(conversion->arena, NODE_KEY_NUMBER,
		place_within(conversion, fence, line, whole, number));
	tile->at.end = 0;
	tile->keynumber.number = literal_words(conversion->arena, number);
	node_append(tiles, tile);
	fragment_open(conversion->fragments,
		(struct fragment){ tile, true, conversion->depth + 2 });
	fragment_line(conversion->fragments, conversion->positions, words, line,
		fence->offset + (size_t)(words.at - whole.at));
}

static void
keynumbers_add(
	struct conversion *conversion, const struct fence *fence, struct place at)
{
	struct node *tiles = node_make(conversion->arena, NODE_KEY_NUMBERS, at);
	struct text rest = fence->lines, whole;
	int line = fence->line;

	for (; text_cut(&rest, '\n', &whole); line++)
		if (text_trim(whole).size)
			key_number_add(conversion, fence, tiles, whole, line);
	if (tiles->first)
		conversion_add(conversion, tiles);
}

static int
levels_read(struct conversion *conversion, struct text words, struct place at)
{
	int64_t levels = CONTENTS_LEVELS;

	if (words.size == 0 ||
		(text_number(words, &levels) && levels >= 1 && levels <= 6))
		return (int)levels;
	diag_add(conversion->diags, DIAG_P234, at, "\"%.*s\" is no level of headings",
		TEXT_ARG(words));
	diag_help(conversion->diags,
		"write a number from 1 to 6, as in ```contents 2, or what is to be "
		"listed: ```contents tables, ```contents figures");
	return CONTENTS_LEVELS;
}

/* ```contents 2: the headings down to the second level; ```contents tables. */
static void
contents_add(struct conversion *conversion, const struct fence *fence, struct place at)
{
	struct node *contents = node_make(conversion->arena, NODE_CONTENTS, at);
	enum node_listed listed = text_is(fence->words, "figures")  ? LISTED_FIGURES
				  : text_is(fence->words, "tables") ? LISTED_TABLES
								    : LISTED_HEADINGS;

	if (conversion->listed[listed]) {
		diag_add(conversion->diags, DIAG_P235, at,
			"the %s are listed in another place already",
			listed == LISTED_HEADINGS  ? "headings"
			: listed == LISTED_FIGURES ? "figures"
						   : "tables");
		return;
	}
	conversion->listed[listed] = true;
	contents->contents.listed = listed;
	contents->contents.levels = listed == LISTED_HEADINGS
					    ? levels_read(conversion, fence->words, at)
					    : 1;
	conversion_add(conversion, contents);
}

/* ```index countries: a list of the countries, and where each is spoken of. */
static void
index_add(struct conversion *conversion, const struct fence *fence, struct place at)
{
	if (!text_is(fence->words, "countries")) {
		diag_add(conversion->diags, DIAG_P236, at,
			"there is no index of \"%.*s\"", TEXT_ARG(fence->words));
		diag_help(conversion->diags, "write ```index countries");
	}
	if (conversion->indexed) {
		diag_add(conversion->diags, DIAG_P235, at,
			"the countries are listed in another place already");
		return;
	}
	conversion->indexed = true;
	conversion_add(conversion, node_make(conversion->arena, NODE_INDEX, at));
}

static const struct kind {
	const char *name;
	void (*add)(struct conversion *, const struct fence *, struct place);
} kinds[] = {
	{ "chart", chart_add },
	{ "contents", contents_add },
	{ "csv", csv_add },
	{ "figure", figure_add },
	{ "index", index_add },
	{ "keynumbers", keynumbers_add },
	{ "note", note_add },
	{ "publication", card_add },
};

enum { KINDS = sizeof kinds / sizeof *kinds };

/* Languages of code whose names are like ours. */
static bool
is_language(struct text name)
{
	static const char *const languages[] = { "node", "nodes" };

	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		if (text_is(name, languages[i]))
			return true;
	return false;
}

static void
name_judge(struct conversion *conversion, struct text name, struct place at)
{
	struct suggest suggest = suggest_start(name);

	for (size_t i = 0; i < KINDS; i++)
		suggest_offer(&suggest, text_of(kinds[i].name));
	if (suggest.nearest.size == 0 || is_language(name) ||
		(suggest.mistakes && name.size < LIKE_LEAST))
		return;
	diag_add(conversion->diags, DIAG_P231, at,
		"\"%.*s\" is no kind of fence, so it is printed as code",
		TEXT_ARG(name));
	diag_help(
		conversion->diags, "did you mean ```%.*s?", TEXT_ARG(suggest.nearest));
}

bool
fence_take(struct conversion *conversion, cmark_node *code)
{
	struct text words = text_of(cmark_node_get_fence_info(code)), name;
	int line = cmark_node_get_start_line(code);
	int column = cmark_node_get_start_column(code);
	struct fence fence = { .lines = text_keep(conversion->scratch,
				       text_of(cmark_node_get_literal(code))),
		.line = line + 1,
		.offset = (size_t)column - 1 };
	struct place at;

	if (!text_cut(&words, ' ', &name) || name.size == 0)
		return false;
	positions_begin(conversion->positions);
	at = positions_place(conversion->positions, line, column, NULL);
	fence.words = text_trim(words);
	for (size_t i = 0; i < KINDS; i++) {
		if (!text_is(name, kinds[i].name))
			continue;
		kinds[i].add(conversion, &fence, at);
		return true;
	}
	name_judge(conversion, name, at);
	return false;
}
