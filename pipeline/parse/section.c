#include "section.h"

#include "base/arena.h"
#include "base/diag.h"
#include "model/document.h"
#include "parse/anchor.h"

/* The ids in use: an open-addressed table, at most half full. */
struct claim {
	struct text id;
	size_t count; /* the suffix that was given last */
};

struct claims {
	struct arena *arena;
	struct claim *slots;
	size_t room; /* a power of two */
};

static struct claim *
claim_find(const struct claims *claims, struct text id)
{
	size_t slot = text_hash(id) & (claims->room - 1);

	while (claims->slots[slot].id.size && !text_equal(claims->slots[slot].id, id))
		slot = (slot + 1) & (claims->room - 1);
	return &claims->slots[slot];
}

/* Claims `id`, or the first of id-2, id-3 … that is free. */
static struct text
claim_make(struct claims *claims, struct text id)
{
	struct claim *base = claim_find(claims, id), *claim = base;

	while (claim->id.size) {
		base->count++;
		id = text_format(
			claims->arena, "%.*s-%zu", TEXT_ARG(base->id), base->count + 1);
		claim = claim_find(claims, id);
	}
	claim->id = id;
	return id;
}

/* Signs that are no letters: Latin-1's, general punctuation to geometric shapes,
 * CJK punctuation, full-width forms of ASCII signs. */
static bool
is_sign(uint32_t rune)
{
	static const struct {
		uint32_t first, last;
	} signs[] = { { 0x80, 0xa9 }, { 0xab, 0xb4 }, { 0xb6, 0xb9 }, { 0xbb, 0xbf },
		{ 0xd7, 0xd7 }, { 0xf7, 0xf7 }, { 0x60c, 0x60d }, { 0x61b, 0x61f },
		{ 0x2000, 0x2bff }, { 0x3000, 0x3004 }, { 0x3008, 0x3020 },
		{ 0xfe30, 0xfe4f }, { 0xfeff, 0xfeff }, { 0xff01, 0xff0f },
		{ 0xff1a, 0xff20 }, { 0xfffd, 0xfffd } };

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (rune >= signs[i].first && rune <= signs[i].last)
			return true;
	return false;
}

static bool
stays(uint32_t rune)
{
	if (rune < 0x80)
		return (rune >= 'a' && rune <= 'z') || (rune >= '0' && rune <= '9');
	return !is_sign(rune);
}

struct text
section_slug(struct arena *arena, struct text title)
{
	struct buffer slug = buffer_make(arena);
	size_t size;

	for (size_t i = 0; i < title.size; i += size) {
		uint32_t rune;

		size = text_rune(title, i, &rune);
		/* An apostrophe joins: "year's" is one word. */
		if (rune == '\'' || rune == 0x2019)
			continue;
		if (rune >= 'A' && rune <= 'Z')
			rune += 'a' - 'A';
		if (stays(rune))
			buffer_rune(&slug, rune);
		else if (slug.size && slug.at[slug.size - 1] != '-')
			buffer_byte(&slug, '-');
	}
	if (slug.size && slug.at[slug.size - 1] == '-')
		slug.size--;
	return slug.size ? buffer_text(&slug) : TEXT("section");
}

static struct claims
claims_make(struct arena *arena, struct document *document)
{
	struct claims claims = { .arena = arena, .room = 16 };
	size_t count = 0;

	for (struct walk walk = walk_blocks(document->root); walk_next(&walk);)
		count += walk.node->kind == NODE_SECTION ||
			 walk.node->kind == NODE_HEADING ||
			 walk.node->kind == NODE_TABLE ||
			 walk.node->kind == NODE_FIGURE;
	while (claims.room < 2 * count)
		claims.room *= 2;
	claims.slots = arena_array(arena, struct claim, claims.room);
	return claims;
}

/* What is known while the headings are met in their order. */
struct numbering {
	struct text number; /* of the section, until a heading bears it */
	bool counts;        /* the section has a number */
	int64_t second;     /* headings of level 2 so far */
	int64_t tables;     /* with a caption, in the whole document */
	int64_t figures;
};

static struct text
number_next(struct arena *arena, struct numbering *numbering, int level)
{
	struct text number = numbering->number;
	struct buffer buffer = buffer_make(arena);

	if (level == 1) {
		numbering->number = TEXT("");
		return number;
	}
	if (level != 2 || !numbering->counts)
		return TEXT("");
	buffer_number(&buffer, ++numbering->second);
	return buffer_text(&buffer);
}

/* What authors name themselves comes first: others make way. */
static void
authors_name(struct claims *claims, struct diag_list *diags, struct document *document)
{
	for (struct walk walk = walk_blocks(document->root); walk_next(&walk);) {
		struct node *node = walk.node;
		struct text id, claimed;

		if (!walk.entering ||
			(node->kind != NODE_HEADING && node->kind != NODE_CAPTION))
			continue;
		id = anchor_cut(node);
		if (id.size == 0)
			continue;
		claimed = claim_make(claims, id);
		if (!text_equal(claimed, id)) {
			diag_add(diags, DIAG_P221, node->at,
				"two places are called #%.*s", TEXT_ARG(id));
			diag_help(diags, "give this one another name");
		}
		if (node->kind == NODE_HEADING)
			node->heading.id = claimed;
		else
			node->parent->table.id = claimed;
	}
}

static void
heading_name(struct claims *claims, struct numbering *numbering, struct node *heading)
{
	struct arena *arena = claims->arena;

	heading->heading.number = number_next(arena, numbering, heading->heading.level);
	if (heading->heading.id.size == 0)
		heading->heading.id = claim_make(
			claims, section_slug(arena, node_plain(arena, heading)));
}

/* Tables and figures that are called something are counted through the document. */
static void
captioned_name(
	struct claims *claims, int64_t *count, const char *kind, struct node *table)
{
	struct arena *arena = claims->arena;
	struct buffer number = buffer_make(arena);

	if (!table->first || table->first->kind != NODE_CAPTION)
		return;
	buffer_number(&number, ++*count);
	table->table.number = buffer_text(&number);
	if (table->table.id.size == 0)
		table->table.id =
			claim_make(claims, text_format(arena, "%s-%.*s", kind,
						   TEXT_ARG(table->table.number)));
}

/* A section without a number that begins with a heading of the second level is a
 * further chapter of the part before it. */
static void
section_enter(struct numbering *numbering, const struct node *section)
{
	const struct node *heading = section->first;

	while (heading && heading->kind != NODE_HEADING)
		heading = heading->next;
	if (section->section.number.size == 0 && heading && heading->heading.level > 1)
		return;
	numbering->number = section->section.number;
	numbering->counts = section->section.number.size > 0;
	numbering->second = 0;
}

void
section_name(struct arena *arena, struct diag_list *diags, struct document *document)
{
	struct claims claims = claims_make(arena, document);
	struct numbering numbering = { 0 };

	for (struct node *node = document->root->first; node; node = node->next)
		if (node->section.id.size)
			node->section.id = claim_make(&claims, node->section.id);
	authors_name(&claims, diags, document);
	for (struct walk walk = walk_blocks(document->root); walk_next(&walk);) {
		struct node *node = walk.node;

		if (!walk.entering)
			continue;
		if (node->kind == NODE_SECTION) {
			section_enter(&numbering, node);
		} else if (node->kind == NODE_TABLE) {
			captioned_name(&claims, &numbering.tables, "table", node);
		} else if (node->kind == NODE_FIGURE) {
			captioned_name(&claims, &numbering.figures, "figure", node);
		} else if (node->kind == NODE_HEADING) {
			heading_name(&claims, &numbering, node);
			if (node->heading.level == 1 && document->title.size == 0)
				document->title = node_plain(arena, node);
		}
	}
	if (document->language.size == 0)
		document->language = TEXT("en");
}
