#include "card.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/files.h"
#include "base/suggest.h"
#include "model/document.h"
#include "parse/conversion.h"
#include "parse/fence.h"
#include "parse/fragment.h"
#include "parse/literal.h"
#include "positions.h"

/* Cards that are being read from their fence. */
struct reading {
	struct conversion *conversion;
	const struct fence *fence;
	struct node *cards, *card; /* the card that is open, or NULL */
	unsigned keys;             /* of it that have come, a bit each */
	struct text whole;         /* the line that is read */
	int line;
};

/* The facts of a card, and where they are kept; a summary becomes its inlines. */
static const struct key {
	const char *name;
	size_t member; /* offset in struct node; 0: none */
	bool is_file;
} keys[] = {
	{ "alt", offsetof(struct node, card.alt), false },
	{ "cover", offsetof(struct node, card.cover), true },
	{ "date", offsetof(struct node, card.date), false },
	{ "languages", offsetof(struct node, card.languages), false },
	{ "link", offsetof(struct node, card.link), false },
	{ "pages", offsetof(struct node, card.pages), false },
	{ "summary", 0, false },
	{ "title", offsetof(struct node, card.title), false },
};

enum { KEYS = sizeof keys / sizeof *keys };

static struct place
place_within(const struct reading *reading, struct text words)
{
	struct place at = positions_place(reading->conversion->positions, reading->line,
		(int)(reading->fence->offset + (size_t)(words.at - reading->whole.at)) +
			1,
		NULL);

	at.end = at.column + (uint32_t)text_length(words);
	return at;
}

static void
key_complain(const struct reading *reading, struct text name, bool colon)
{
	struct diag_list *diags = reading->conversion->diags;
	struct suggest suggest = suggest_start(name);

	for (size_t i = 0; colon && i < KEYS; i++)
		suggest_offer(&suggest, text_of(keys[i].name));
	if (colon)
		diag_add(diags, DIAG_P237, place_within(reading, name),
			"a publication has no \"%.*s\"", TEXT_ARG(name));
	else
		diag_add(diags, DIAG_P237, place_within(reading, name),
			"this line does not say what it is");
	if (suggest.nearest.size)
		diag_help(diags, "did you mean %.*s:?", TEXT_ARG(suggest.nearest));
	else
		diag_help(diags, "begin each line with title:, date:, languages:, "
				 "pages:, link:, cover:, alt: or summary:");
}

static void
card_close(struct reading *reading)
{
	struct diag_list *diags = reading->conversion->diags;
	struct node *card = reading->card;

	reading->card = NULL;
	reading->keys = 0;
	if (!card)
		return;
	if (card->card.title.size == 0) {
		diag_add(diags, DIAG_P238, card->at, "this publication has no title");
		diag_help(diags, "write it like title: The New Urban Agenda");
	}
	if (card->card.cover.size && card->card.alt.size == 0) {
		diag_add(diags, DIAG_P241, card->at,
			"nothing tells those who do not see the cover what it shows");
		diag_help(diags, "add a line like alt: The cover: towers in the sun");
	}
}

static void
card_open(struct reading *reading, struct text name)
{
	struct node *card = node_make(
		reading->conversion->arena, NODE_CARD, place_within(reading, name));

	card->at.end = 0;
	node_append(reading->cards, card);
	reading->card = card;
}

static void
value_read(struct reading *reading, const struct key *key, struct text words)
{
	struct conversion *conversion = reading->conversion;
	struct arena *arena = conversion->arena;
	struct node *card = reading->card;
	struct text value = literal_keep(arena, words);

	if (key->is_file)
		value = text_keep(
			arena, files_beside(conversion->scratch, card->at.file, value));
	if (key->member) {
		*(struct text *)(void *)((char *)card + key->member) = value;
		return;
	}
	fragment_open(conversion->fragments,
		(struct fragment){ card, true, conversion->depth + 2 });
	fragment_line(conversion->fragments, conversion->positions, words,
		reading->line,
		reading->fence->offset + (size_t)(words.at - reading->whole.at));
}

static void
line_read(struct reading *reading)
{
	struct text words = reading->whole, name = { "", 0 };
	bool colon = text_find(words, ':', 0) < words.size;
	size_t key = 0;

	text_cut(&words, ':', &name);
	name = text_trim(name);
	words = text_trim(words);
	while (key < KEYS && !text_is(name, keys[key].name))
		key++;
	if (!colon || key == KEYS) {
		key_complain(reading, colon ? name : text_trim(reading->whole), colon);
		return;
	}
	if (!reading->card)
		card_open(reading, name);
	if (reading->keys & 1u << key) {
		diag_add(reading->conversion->diags, DIAG_P237,
			place_within(reading, name), "%s stands twice", keys[key].name);
		diag_help(reading->conversion->diags,
			"leave an empty line between two publications");
		return;
	}
	reading->keys |= 1u << key;
	if (words.size)
		value_read(reading, &keys[key], words);
}

void
card_add(struct conversion *conversion, const struct fence *fence, struct place at)
{
	struct reading reading = { .conversion = conversion,
		.fence = fence,
		.cards = node_make(conversion->arena, NODE_CARDS, at),
		.line = fence->line };
	struct text rest = fence->lines;

	for (; text_cut(&rest, '\n', &reading.whole); reading.line++)
		if (text_trim(reading.whole).size)
			line_read(&reading);
		else
			card_close(&reading);
	card_close(&reading);
	if (reading.cards->first)
		conversion_add(conversion, reading.cards);
}
