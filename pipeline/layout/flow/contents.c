#include "contents.h"

#include "base/arena.h"
#include "layout/flow/flow.h"
#include "layout/inline/atoms.h"
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
	CONTENTS_LEVELS = 3,
	CONTENTS_INDENT = 16 * LENGTH_POINT,
	CONTENTS_NUMBER = 26 * LENGTH_POINT, /* kept free for the page number */
	LEADER_STEP = 5 * LENGTH_POINT,
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
		arena_array(setting->pages->arena, struct item, line->count + count);

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
	struct buffer text = buffer_make(setting->pages->arena);
	struct item item = {
		.kind = ITEM_GLYPHS, .artifact = ARTIFACT_LAYOUT, .x = first
	};

	if (count == 0 || dot->count != 1)
		return;
	item.run.face = face_on_pages(setting->faces, face, setting->pages);
	item.run.size = style->size;
	item.run.colour = setting->style->muted;
	item.run.glyphs = arena_array(setting->pages->arena, struct glyph, count);
	item.run.count = count;
	for (size_t i = 0; i < count; i++) {
		item.run.glyphs[i] = dot->glyphs[0];
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

static struct text
entry_text(struct setting *setting, struct node *heading)
{
	struct buffer buffer = buffer_make(setting->scratch);

	if (heading->heading.number.size)
		buffer_format(
			&buffer, "%.*s.\u2002", TEXT_ARG(heading->heading.number));
	buffer_add(&buffer, node_plain(setting->scratch, heading));
	return buffer_text(&buffer);
}

static const struct tongue *
tongue_of(struct setting *setting, const struct node *heading)
{
	struct text language = node_language(heading);

	return language.size ? tongue_find(setting->tongues, language)
			     : setting->tongue;
}

/* One entry: TOCI around a link that holds its words and its number. */
static void
entry_flow(struct flow *flow, const struct entry *entry, const struct column *column)
{
	struct setting *setting = flow->setting;
	const struct block_style *style = &setting->style->blocks[STYLE_CONTENTS];
	int level = entry->heading->heading.level;
	length indent = (level - 1) * CONTENTS_INDENT;
	const struct paragraph_form form = {
		.width = column->width - indent - CONTENTS_NUMBER, .pinned = true
	};
	uint32_t tag = pages_add_tag(
		setting->pages, ROLE_TOCI, column->tag, entry->heading->at);
	struct target *target = arena_make(setting->scratch, struct target);
	struct run_list runs = { 0 };
	struct block_style look = *style;
	struct line *lines;
	struct run run;
	size_t count;

	look.bold |= level == 1;
	setting->pages->tags[tag].language =
		text_keep(setting->pages->arena, node_language(entry->heading));
	tag = pages_add_tag(setting->pages, ROLE_REFERENCE, tag, entry->heading->at);
	tag = pages_add_tag(setting->pages, ROLE_LINK, tag, entry->heading->at);
	target->name = entry->heading->heading.id;
	target->says = entry_text(setting, entry->heading);
	run = run_of(setting, &look, target->says, tag);
	run.target = target;
	run.at = entry->heading->at;
	run.tongue = tongue_of(setting, entry->heading);
	run_add(setting, &runs, run);
	lines = paragraph_set(setting, &runs, &form, &count);
	flow_space(flow, level == 1 ? style->leading / 2 : 0, false);
	for (size_t i = 0; i < count; i++) {
		struct flow_item *line;

		flow_line(flow, &lines[i], column->left + indent, style->leading);
		line = &flow->items[flow->count - 1];
		if (i + 1 < count)
			continue;
		leader_add(setting, line, column->left + indent + lines[i].width,
			column->left + form.width + indent + CONTENTS_NUMBER / 3);
		number_add(
			setting, line, run, entry->label, column->left + column->width);
	}
	flow_space(flow, 0, false);
}

static void
contents_heading(struct flow *flow, uint32_t tag)
{
	struct setting *setting = flow->setting;
	const struct block_style *style = &setting->style->blocks[STYLE_HEADING_1];
	const struct paragraph_form form = { .width = measure_of(setting),
		.pinned = true };
	struct text word = words_find(setting->document->language, WORD_CONTENTS);
	struct run_list runs = { 0 };

	tag = pages_add_tag(setting->pages, ROLE_H1, tag, (struct place){ 0 });
	run_add(setting, &runs, run_of(setting, style, word, tag));
	flow_paragraph(flow, &runs, &form, 0, style->leading);
	flow_space(flow, style->after, true);
}

void
contents_flow(
	struct flow *flow, const struct entry *entries, size_t count, uint32_t tag)
{
	struct column column = { .width = measure_of(flow->setting) };

	contents_heading(flow, tag);
	column.tag =
		pages_add_tag(flow->setting->pages, ROLE_TOC, tag, (struct place){ 0 });
	for (size_t i = 0; i < count; i++)
		if (entries[i].heading->heading.level <= CONTENTS_LEVELS)
			entry_flow(flow, &entries[i], &column);
}

/* The folios are those that were found the last time. */
void
contents_within(struct flow *flow, const struct node *contents, struct column column)
{
	struct setting *setting = flow->setting;
	struct walk walk = walk_of(setting->document->root);

	column.tag = pages_add_tag(setting->pages, ROLE_TOC, column.tag, contents->at);
	flow_space(flow, column.text->before, false);
	while (walk_next(&walk)) {
		struct landmark *landmark;

		if (walk.node->kind != NODE_HEADING || !walk.entering ||
			walk.node->heading.level > contents->contents.levels)
			continue;
		landmark = landmark_find(setting->landmarks, walk.node->heading.id);
		if (!landmark)
			continue;
		landmark->asked = true;
		entry_flow(
			flow, &(struct entry){ walk.node, landmark->folio }, &column);
	}
	flow_space(flow, column.text->after, false);
}
