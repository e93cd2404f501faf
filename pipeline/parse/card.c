#include "card.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/files.h"
#include "model/document.h"
#include "parse/conversion.h"
#include "parse/fence.h"
#include "parse/keyline.h"
#include "parse/literal.h"

/* Cards that are being read from their fence. */
struct reading {
	struct keyline keyline;
	struct node *cards, *card; /* the card that is open, or NULL */
};

static const char *const names[] = { "alt", "cover", "date", "languages", "link",
	"pages", "summary", "title" };

/* Where the facts of a card are kept; a summary becomes its inlines. */
static const struct fact {
	size_t member; /* offset in struct node; 0: none */
	bool is_file;
} facts[] = {
	{ offsetof(struct node, card.alt), false },
	{ offsetof(struct node, card.cover), true },
	{ offsetof(struct node, card.date), false },
	{ offsetof(struct node, card.languages), false },
	{ offsetof(struct node, card.link), false },
	{ offsetof(struct node, card.pages), false },
	{ 0, false },
	{ offsetof(struct node, card.title), false },
};

static const struct keyline_kind lines = {
	.what = "a publication",
	.names = names,
	.count = sizeof names / sizeof *names,
	.unknown = DIAG_P237,
	.twice = DIAG_P237,
	.help = "begin each line with title:, date:, languages:, pages:, link:, "
		"cover:, alt: "
		"or summary:",
	.twice_help = "leave an empty line between two publications",
};

static void
card_close(struct reading *reading)
{
	struct diag_list *diags = reading->keyline.conversion->diags;
	struct node *card = reading->card;

	reading->card = NULL;
	reading->keyline.seen = 0;
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
	struct node *card = node_make(reading->keyline.conversion->arena, NODE_CARD,
		keyline_place(&reading->keyline, name));

	card->at.end = 0;
	node_append(reading->cards, card);
	reading->card = card;
}

static void
value_read(struct reading *reading, const struct fact *fact, struct text words)
{
	struct conversion *conversion = reading->keyline.conversion;
	struct arena *arena = conversion->arena;
	struct node *card = reading->card;
	struct text value = literal_words(arena, words);

	if (fact->is_file)
		value = text_keep(
			arena, files_beside(conversion->scratch, card->at.file, value));
	if (fact->member)
		*(struct text *)(void *)((char *)card + fact->member) = value;
	else
		keyline_speak(&reading->keyline, card, words);
}

static void
line_read(struct reading *reading)
{
	struct keyline *keyline = &reading->keyline;
	struct text name, words;
	bool colon = keyline_cut(keyline, &name, &words);
	size_t key;

	if (!keyline_find(keyline, name, colon, &key))
		return;
	if (!reading->card)
		card_open(reading, name);
	if (keyline_note(keyline, name, key) && words.size)
		value_read(reading, &facts[key], words);
}

void
card_add(struct conversion *conversion, const struct fence *fence, struct place at)
{
	struct reading reading = { .keyline = keyline_start(conversion, fence, &lines),
		.cards = node_make(conversion->arena, NODE_CARDS, at) };
	struct text rest = fence->lines;

	for (; text_cut(&rest, '\n', &reading.keyline.whole); reading.keyline.line++)
		if (text_trim(reading.keyline.whole).size)
			line_read(&reading);
		else
			card_close(&reading);
	card_close(&reading);
	if (reading.cards->first)
		conversion_add(conversion, reading.cards);
}
