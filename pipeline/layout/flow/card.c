#include "card.h"

#include "base/arena.h"
#include "layout/flow/change.h"
#include "layout/flow/flow.h"
#include "layout/flow/note.h"
#include "layout/flow/picture.h"
#include "layout/flow/tile.h"
#include "layout/inline/atoms.h"
#include "layout/inline/inline.h"
#include "layout/inline/line.h"
#include "layout/inline/paragraph.h"
#include "layout/setting.h"
#include "layout/words.h"
#include "model/document.h"
#include "model/pages.h"
#include "model/style.h"

enum {
	CARD_GAP = 18 * LENGTH_POINT,
	CARD_LEAST = 150 * LENGTH_POINT, /* wide */
	CARD_PADDING = 8 * LENGTH_POINT,
	CARD_RULE = 2 * LENGTH_POINT,
	CARD_COVER = 58 * LENGTH_POINT, /* wide */
	CARDS_MOST = 2,                 /* in a row */
	CARD_PARTS = 4,
};

/* One paragraph of a card. */
struct part {
	struct run_list runs;
	struct block_style style;
	struct line *lines;
	size_t count;
};

struct card {
	struct item cover;
	bool covered;
	struct part parts[CARD_PARTS]; /* title, facts, summary, address */
	length height;
	struct change change;
};

/* A row of cards that is being set. */
struct dealing {
	struct flow *flow;
	struct column column;
	length width; /* of a card */
	uint32_t list;
};

static void
fact_add(struct buffer *facts, struct text fact)
{
	if (fact.size && facts->size)
		buffer_string(facts, " \u00b7 ");
	buffer_add(facts, fact);
}

/* "2022 \u00b7 English, Spanish \u00b7 64 pages" */
static struct text
facts_say(struct setting *setting, const struct node *node)
{
	struct buffer facts = buffer_make(setting->scratch);
	struct text pages = node->card.pages;
	int64_t number;

	if (text_number(pages, &number))
		pages = text_format(setting->scratch, "%.*s\u00a0%.*s", TEXT_ARG(pages),
			TEXT_ARG(words_find(setting->document->language, WORD_PAGES)));
	fact_add(&facts, node->card.date);
	fact_add(&facts, node->card.languages);
	fact_add(&facts, pages);
	return buffer_text(&facts);
}

static uint32_t
part_tag(struct dealing *dealing, uint32_t card, const struct node *node)
{
	return pages_add_tag(dealing->flow->setting->pages, ROLE_P, card, node->at);
}

static void
words_collect(struct dealing *dealing, struct part *part, const struct node *node,
	struct text words, uint32_t card)
{
	struct setting *setting = dealing->flow->setting;
	struct run run;

	if (words.size == 0)
		return;
	run = run_of(setting, &part->style, words, part_tag(dealing, card, node));
	run.at = node->at;
	run_add(setting, &part->runs, run);
}

/* The address as it is typed, less what every address begins with. */
static void
link_collect(struct dealing *dealing, struct part *part, const struct node *node,
	uint32_t card)
{
	struct setting *setting = dealing->flow->setting;
	struct target *target = arena_make(setting->scratch, struct target);
	struct text words = node->card.link;
	struct run run;

	if (words.size == 0)
		return;
	if (text_starts(words, TEXT("https://")))
		words = text_slice(words, 8, words.size);
	target->url = node->card.link;
	target->says = node->card.title;
	run = run_of(setting, &part->style, words,
		pages_add_tag(setting->pages, ROLE_LINK, part_tag(dealing, card, node),
			node->at));
	run.target = target;
	run.at = node->at;
	run_add(setting, &part->runs, run);
}

static void
parts_collect(
	struct dealing *dealing, struct node *node, struct card *card, uint32_t tag)
{
	const struct style *style = dealing->flow->setting->style;
	struct part *parts = card->parts;

	for (size_t i = 0; i < CARD_PARTS; i++)
		parts[i].style = style->blocks[i ? STYLE_CARD : STYLE_CARD_TITLE];
	parts[1].style.colour = style->muted;
	parts[3].style.colour = style->link;
	words_collect(dealing, &parts[0], node, node->card.title, tag);
	words_collect(
		dealing, &parts[1], node, facts_say(dealing->flow->setting, node), tag);
	if (node->first)
		inline_collect(dealing->flow->setting, node, &parts[2].style,
			part_tag(dealing, tag, node), &parts[2].runs);
	link_collect(dealing, &parts[3], node, tag);
}

static length
parts_height(const struct card *card)
{
	length height = 0;

	for (size_t i = 0; i < CARD_PARTS; i++)
		if (card->parts[i].count)
			height += (length)card->parts[i].count *
					  card->parts[i].style.leading +
				  CARD_PADDING / 2;
	return height;
}

static void
cover_set(struct dealing *dealing, const struct node *node, struct card *card,
	uint32_t body)
{
	struct pages *pages = dealing->flow->setting->pages;

	if (node->card.cover.size == 0 ||
		!picture_item(dealing->flow->setting, node->card.cover, node->at,
			CARD_COVER, &card->cover))
		return;
	card->covered = true;
	card->cover.tag = pages_add_tag(pages, ROLE_FIGURE, body, node->at);
	pages_texts(pages, card->cover.tag)->alt = text_keep(
		pages->arena, node->card.alt.size ? node->card.alt : node->card.title);
}

/* The tags of a card in the order in which they are read. */
static struct card
card_set(struct dealing *dealing, struct node *node)
{
	struct setting *setting = dealing->flow->setting;
	uint32_t item = pages_add_tag(setting->pages, ROLE_LI, dealing->list, node->at);
	uint32_t body = pages_add_tag(setting->pages, ROLE_LBODY, item, node->at);
	struct paragraph_form form = { .width = dealing->width, .pinned = true };
	struct card card = { .change = change_of(setting, node, ROLE_SPAN, body) };

	cover_set(dealing, node, &card, body);
	if (card.covered)
		form.width -= CARD_COVER + CARD_PADDING * 3 / 2;
	parts_collect(dealing, node, &card, body);
	for (size_t i = 0; i < CARD_PARTS; i++)
		if (card.parts[i].runs.count)
			card.parts[i].lines = paragraph_set(setting,
				&card.parts[i].runs, &form, &card.parts[i].count);
	card.height = parts_height(&card);
	if (card.covered && card.height < card.cover.image.height)
		card.height = card.cover.image.height;
	card.height += CARD_RULE + CARD_PADDING;
	return card;
}

static void
card_put(struct dealing *dealing, struct flow_item *line, const struct card *card,
	length x)
{
	struct flow *flow = dealing->flow;
	const struct style *style = flow->setting->style;
	struct item rule = { .kind = ITEM_RULE,
		.rule = { dealing->width, CARD_RULE, style->accent } };
	length y = CARD_RULE + CARD_PADDING;

	tile_item(flow, line, rule, x, 0);
	tile_change(flow, line, card->change, x);
	if (card->covered) {
		tile_item(flow, line, card->cover, x, y);
		x += CARD_COVER + CARD_PADDING * 3 / 2;
	}
	for (size_t i = 0; i < CARD_PARTS; i++)
		if (card->parts[i].count)
			y = tile_lines(flow, line, card->parts[i].lines,
				    card->parts[i].count, &card->parts[i].style, x, y) +
			    CARD_PADDING / 2;
}

/* A card that is higher than most of a page goes on to the next as any text does. */
static void
card_spread(struct dealing *dealing, const struct card *card)
{
	struct flow *flow = dealing->flow;
	const struct change change = flow->change;
	struct flow_item *cover;

	flow->change = card->change;
	if (card->covered) {
		cover = flow_add(flow, FLOW_LINE);
		cover->height = card->cover.image.height;
		tile_item(flow, cover, card->cover, dealing->column.left, 0);
		flow_space(flow, CARD_PADDING / 2, true);
	}
	for (size_t i = 0; i < CARD_PARTS; i++) {
		const struct part *part = &card->parts[i];

		for (size_t j = 0; j < part->count; j++) {
			flow_line(flow, &part->lines[j], dealing->column.left,
				part->style.leading);
			notes_hang(flow);
		}
		flow_space(flow, CARD_PADDING / 2, i == 0);
	}
	flow->change = change;
}

/* A row of cards, as one line of the flow; returns the card after it. */
static struct node *
row_flow(struct dealing *dealing, struct node *node, size_t most)
{
	const struct style *style = dealing->flow->setting->style;
	length room = (style->height - style->top - style->bottom) / 3 * 2;
	struct card cards[CARDS_MOST];
	struct flow_item *line;
	length height = 0;
	size_t count = 0;

	for (; node && count < most; node = node->next, count++) {
		cards[count] = card_set(dealing, node);
		if (cards[count].height > height)
			height = cards[count].height;
	}
	if (height > room) {
		for (size_t i = 0; i < count; i++)
			card_spread(dealing, &cards[i]);
		return node;
	}
	line = flow_add(dealing->flow, FLOW_LINE);
	line->height = height;
	for (size_t i = 0; i < count; i++)
		card_put(dealing, line, &cards[i],
			dealing->column.left + (length)i * (dealing->width + CARD_GAP));
	notes_hang(dealing->flow);
	return node;
}

void
cards_flow(struct flow *flow, struct node *node, struct column column)
{
	struct setting *setting = flow->setting;
	struct dealing dealing = { .flow = flow, .column = column };
	struct node *child = node->first;
	size_t most = child && child->next ? CARDS_MOST : 1;

	dealing.width = (column.width - (length)(most - 1) * CARD_GAP) / (length)most;
	if (dealing.width < CARD_LEAST) {
		most = 1;
		dealing.width = column.width;
	}
	dealing.list = pages_add_tag(setting->pages, ROLE_L, column.tag, node->at);
	flow_space(flow, setting->style->blocks[STYLE_CARD_TITLE].before, false);
	while (child) {
		child = row_flow(&dealing, child, most);
		flow_space(flow,
			child ? CARD_GAP : setting->style->blocks[STYLE_CARD].after,
			false);
	}
}
