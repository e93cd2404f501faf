#include "contents.h"

#include "base/arena.h"
#include "layout/flow/flow.h"
#include "layout/inline/atoms.h"
#include "layout/inline/extent.h"
#include "layout/inline/face.h"
#include "layout/inline/inline.h"
#include "layout/inline/line.h"
#include "layout/inline/paragraph.h"
#include "layout/inline/shape.h"
#include "layout/inline/tongue.h"
#include "layout/landmark.h"
#include "layout/setting.h"
#include "layout/words.h"
#include "model/document.h"
#include "model/pages.h"
#include "model/style.h"

enum {
	CONTENTS_LEVELS = 6,
	CONTENTS_INDENT = 16 * LENGTH_POINT, /* of a level below one without numbers */
	CONTENTS_NUMBER = 26 * LENGTH_POINT, /* kept free for the page number */
	LEADER_STEP = 5 * LENGTH_POINT,
};

/* A list that is being set.  Each level begins below the words of the one above, as far
 * in as the widest of their numbers takes them. */
struct listing {
	struct flow *flow;
	struct column column;
	enum node_kind kind; /* of what is listed */
	int levels;
	length numbers[CONTENTS_LEVELS + 1];
	length left[CONTENTS_LEVELS + 2];
};

static length
measure_of(const struct setting *setting)
{
	return setting->style->width - setting->style->left - setting->style->right;
}

static struct item *
line_extend(struct setting *setting, struct flow_item *line, const struct item *more,
	size_t count)
{
	struct item *items =
		arena_array(setting->pages->ink, struct item, line->count + count);

	for (size_t i = 0; i < line->count; i++)
		items[i] = line->items[i];
	for (size_t i = 0; i < count; i++)
		items[line->count + i] = more[i];
	line->items = items;
	line->count += count;
	return items + line->count - count;
}

/* Dots from the words to the number, on one grid for all lines. */
static void
leader_add(struct setting *setting, struct flow_item *line, length from, length to)
{
	const struct block_style *style = &setting->style->blocks[STYLE_CONTENTS];
	uint32_t face =
		face_find(setting->faces, style->face, style->bold, style->italic);
	const struct lettering lettering = { .face = face,
		.size = style->size,
		.script = SCRIPT_NONE,
		.tongue = setting->tongue };
	const struct shaped *dot = shaper_word(setting->shaper, &lettering, TEXT("."));
	length first = (from / LEADER_STEP + 2) * LEADER_STEP;
	size_t count = first < to ? (size_t)((to - first) / LEADER_STEP) : 0;
	struct buffer text = buffer_make(setting->pages->ink);
	struct item item = {
		.kind = ITEM_GLYPHS, .artifact = ARTIFACT_LAYOUT, .x = first
	};

	if (count == 0 || dot->count != 1)
		return;
	item.run.face = face_on_pages(setting->faces, face, setting->pages);
	item.run.size = style->size;
	item.run.colour = setting->style->muted;
	item.run.glyphs = arena_array(setting->pages->ink, struct glyph, count);
	item.run.count = count;
	for (size_t i = 0; i < count; i++) {
		item.run.glyphs[i] = shaped_glyph(dot, 0);
		item.run.glyphs[i].offset = (uint32_t)i;
		item.run.glyphs[i].advance = LEADER_STEP;
		buffer_byte(&text, '.');
	}
	item.run.text = buffer_text(&text);
	line_extend(setting, line, &item, 1);
}

static void
number_add(struct setting *setting, struct flow_item *line, struct run run,
	struct text label, length right)
{
	const struct paragraph_form form = { .width = measure_of(setting),
		.pinned = true };
	struct run_list runs = { 0 };
	struct line *number;
	struct item *placed;
	size_t count;

	run.text = label;
	run_add(setting, &runs, run);
	if (label.size == 0)
		return;
	number = paragraph_set(setting, &runs, &form, &count);
	placed = line_extend(setting, line, number->items, number->count);
	for (size_t i = 0; i < number->count; i++)
		placed[i].x += right - number->width;
}

static const struct tongue *
tongue_of(struct setting *setting, const struct node *node)
{
	struct text language = node_language(node);

	return language.size ? tongue_find(setting->tongues, language)
			     : setting->tongue;
}

static int
level_of(const struct node *node)
{
	return node->kind == NODE_HEADING ? node->heading.level : 1;
}

static struct text
name_of(const struct node *node)
{
	return node->kind == NODE_HEADING ? node->heading.id : node->table.id;
}

/* "IV.", or "Table 2". */
static struct text
number_of(struct setting *setting, struct node *node)
{
	struct landmark landmark = { .node = node };

	if (node->kind != NODE_HEADING)
		return landmark_number(setting, node).size
			       ? landmark_say(setting, &landmark, TEXT("number"))
			       : TEXT("");
	if (node->heading.number.size == 0)
		return TEXT("");
	return text_format(setting->scratch, "%.*s.", TEXT_ARG(node->heading.number));
}

/* The words of a heading, or of a caption. */
static struct text
words_of(struct setting *setting, struct node *node)
{
	return node_plain(
		setting->scratch, node->kind == NODE_HEADING ? node : node->first);
}

static bool
is_listed(const struct listing *listing, const struct node *node)
{
	if (node->kind != listing->kind || name_of(node).size == 0)
		return false;
	if (node->kind == NODE_HEADING)
		return node->heading.level <= listing->levels;
	return node->first && node->first->kind == NODE_CAPTION;
}

static struct block_style
look_of(const struct listing *listing, int level)
{
	struct block_style look = listing->flow->setting->style->blocks[STYLE_CONTENTS];

	look.bold |= level == 1 && listing->kind == NODE_HEADING;
	return look;
}

/* The number with the space behind it. */
static length
number_width(struct listing *listing, struct node *node, const struct block_style *look)
{
	struct setting *setting = listing->flow->setting;
	struct text number = number_of(setting, node);
	struct run_list runs = { 0 };
	length words;

	if (number.size == 0)
		return 0;
	run_add(setting, &runs, run_of(setting, look, TEXT("."), 0));
	words = extent_of(setting, &runs).natural;
	runs.items[0].text =
		text_format(setting->scratch, "%.*s\u2002.", TEXT_ARG(number));
	return extent_of(setting, &runs).natural - words;
}

static void
number_measure(struct listing *listing, struct node *node)
{
	int level = level_of(node);
	struct block_style look = look_of(listing, level);
	length width = number_width(listing, node, &look);

	if (listing->numbers[level] < width)
		listing->numbers[level] = width;
}

/* When all numbers are measured. */
static void
columns_find(struct listing *listing)
{
	listing->left[1] = listing->column.left;
	for (int level = 1; level <= CONTENTS_LEVELS; level++)
		listing->left[level + 1] =
			listing->left[level] + (listing->numbers[level]
							       ? listing->numbers[level]
							       : CONTENTS_INDENT);
}

/* The tags of an entry: TOCI around a link that holds its words and its folio. */
static struct run
run_make(struct listing *listing, const struct entry *entry,
	const struct block_style *look)
{
	struct setting *setting = listing->flow->setting;
	struct pages *pages = setting->pages;
	struct target *target = arena_make(setting->scratch, struct target);
	struct text number = number_of(setting, entry->node);
	struct text words = words_of(setting, entry->node);
	uint32_t tag =
		pages_add_tag(pages, ROLE_TOCI, listing->column.tag, entry->node->at);
	struct run run;

	pages_texts(pages, tag)->language =
		text_keep(pages->arena, node_language(entry->node));
	tag = pages_add_tag(pages, ROLE_REFERENCE, tag, entry->node->at);
	tag = pages_add_tag(pages, ROLE_LINK, tag, entry->node->at);
	target->name = name_of(entry->node);
	target->says = number.size ? text_format(setting->scratch, "%.*s\u2002%.*s",
					     TEXT_ARG(number), TEXT_ARG(words))
				   : words;
	run = run_of(setting, look, target->says, tag);
	run.target = target;
	run.at = entry->node->at;
	run.tongue = tongue_of(setting, entry->node);
	return run;
}

/* Lines after the first hang below its words. */
static void
entry_flow(struct listing *listing, const struct entry *entry)
{
	struct flow *flow = listing->flow;
	struct setting *setting = flow->setting;
	int level = level_of(entry->node);
	struct block_style look = look_of(listing, level);
	length hang = number_width(listing, entry->node, &look);
	length left = listing->left[level];
	length right = listing->column.left + listing->column.width;
	const struct paragraph_form form = { .width = right - CONTENTS_NUMBER - left -
						      hang,
		.first_indent = -hang,
		.pinned = true };
	struct run run = run_make(listing, entry, &look);
	struct run_list runs = { 0 };
	struct line *lines;
	size_t count;

	run_add(setting, &runs, run);
	lines = paragraph_set(setting, &runs, &form, &count);
	flow_space(flow,
		level == 1 && listing->kind == NODE_HEADING ? look.leading / 2 : 0,
		false);
	for (size_t i = 0; i < count; i++) {
		flow_line(flow, &lines[i], left + hang, look.leading);
		flow->items[flow->count - 1].cost = i + 1 < count ? FLOW_COST_NEVER : 0;
	}
	if (setting->style->contents.leaders)
		leader_add(setting, &flow->items[flow->count - 1],
			left + hang + lines[count - 1].width,
			right - CONTENTS_NUMBER * 2 / 3);
	number_add(setting, &flow->items[flow->count - 1], run, entry->label, right);
	flow_space(flow, 0, false);
}

static void
list_flow(struct listing *listing, const struct entries *entries)
{
	for (size_t i = 0; i < entries->count; i++)
		if (is_listed(listing, entries->items[i].node))
			number_measure(listing, entries->items[i].node);
	columns_find(listing);
	for (size_t i = 0; i < entries->count; i++)
		if (is_listed(listing, entries->items[i].node))
			entry_flow(listing, &entries->items[i]);
}

static size_t
list_count(const struct listing *listing, const struct entries *entries)
{
	size_t count = 0;

	for (size_t i = 0; i < entries->count; i++)
		count += is_listed(listing, entries->items[i].node);
	return count;
}

static void
list_heading(struct flow *flow, enum word word, bool first, uint32_t tag)
{
	struct setting *setting = flow->setting;
	const struct block_style *style =
		&setting->style->blocks[first ? STYLE_HEADING_1 : STYLE_HEADING_2];
	const struct paragraph_form form = { .width = measure_of(setting),
		.pinned = true };
	struct run_list runs = { 0 };
	size_t from;

	tag = pages_add_tag(
		setting->pages, first ? ROLE_H1 : ROLE_H2, tag, (struct place){ 0 });
	run_add(setting, &runs,
		run_of(setting, style, words_find(setting->document->language, word),
			tag));
	flow_space(flow, first ? 0 : style->before, false);
	from = flow->count;
	flow_paragraph(flow, &runs, &form, 0, style->leading);
	for (size_t i = from; i < flow->count; i++)
		flow->items[i].cost = FLOW_COST_NEVER;
	flow_space(flow, style->after, true);
}

/* The folios are those that were found the last time. */
static struct entries
entries_known(struct setting *setting, const struct listing *listing)
{
	struct walk walk = walk_of(setting->document->root);
	struct entries entries = { 0 };

	while (walk_next(&walk)) {
		struct landmark *landmark;

		if (!walk.entering || !is_listed(listing, walk.node))
			continue;
		landmark = landmark_find(setting->landmarks, name_of(walk.node));
		if (!landmark)
			continue;
		landmark->asked = true;
		entries.items = arena_room(setting->scratch, entries.items,
			entries.count, &entries.room, sizeof *entries.items);
		entries.items[entries.count++] =
			(struct entry){ walk.node, landmark->folio };
	}
	return entries;
}

void
contents_flow(struct flow *flow, const struct entries *entries, uint32_t tag)
{
	const struct style_contents *wanted = &flow->setting->style->contents;
	const struct {
		enum word word;
		enum node_kind kind;
		bool wanted;
	} lists[] = { { WORD_CONTENTS, NODE_HEADING, true },
		{ WORD_FIGURES, NODE_FIGURE, wanted->figures },
		{ WORD_TABLES, NODE_TABLE, wanted->tables } };

	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		struct listing listing = { .flow = flow,
			.column.width = measure_of(flow->setting),
			.kind = lists[i].kind,
			.levels = wanted->levels };

		struct entries known = *entries;

		if (lists[i].wanted && lists[i].kind != NODE_HEADING)
			known = entries_known(flow->setting, &listing);
		if (!lists[i].wanted || list_count(&listing, &known) == 0)
			continue;
		list_heading(flow, lists[i].word, i == 0, tag);
		listing.column.tag = pages_add_tag(
			flow->setting->pages, ROLE_TOC, tag, (struct place){ 0 });
		list_flow(&listing, &known);
	}
}

void
contents_within(struct flow *flow, struct node *contents, struct column column)
{
	static const enum node_kind kinds[] = {
		[LISTED_HEADINGS] = NODE_HEADING,
		[LISTED_FIGURES] = NODE_FIGURE,
		[LISTED_TABLES] = NODE_TABLE,
	};
	struct setting *setting = flow->setting;
	struct listing listing = { .flow = flow,
		.column = column,
		.kind = kinds[contents->contents.listed],
		.levels = contents->contents.levels };
	struct entries entries = entries_known(setting, &listing);

	if (entries.count == 0)
		return;
	listing.column.tag =
		pages_add_tag(setting->pages, ROLE_TOC, column.tag, contents->at);
	flow_space(flow, column.text->before, false);
	list_flow(&listing, &entries);
	flow_space(flow, column.text->after, false);
}
