#include "countries.h"

#include "base/arena.h"
#include "base/diag.h"
#include "model/codelist.h"
#include "model/document.h"
#include "stage.h"

/* A name that stands in headings. */
struct name {
	struct text words;
	const struct code *country;
};

/* A name as it stands in one heading. */
struct found {
	size_t from, to; /* bytes */
	const struct code *country;
};

enum { FOUND_MOST = 40 }; /* in one heading */

struct gathering {
	struct arena *arena, *scratch;
	struct document *document;
	const struct codelist *countries;
	struct node *index;
	struct node **entries; /* of the country with that place in the list */
	struct name *names;
	size_t name_count, name_room;
	size_t callouts;
};

static struct node *
index_find(struct document *document)
{
	for (struct walk walk = walk_blocks(document->root); walk_next(&walk);)
		if (walk.node->kind == NODE_INDEX)
			return walk.node;
	return NULL;
}

/* Apostrophes are typed in two ways. */
static struct text
apostrophes_fold(struct arena *arena, struct text words)
{
	static const struct text curved = TEXT_CONSTANT("\u2019");
	struct buffer folded = buffer_make(arena);

	for (size_t i = 0; i < words.size; i++) {
		bool is_curved = text_starts(text_slice(words, i, words.size), curved);

		buffer_byte(&folded, is_curved ? '\'' : words.at[i]);
		i += is_curved ? curved.size - 1 : 0;
	}
	return buffer_text(&folded);
}

static void
name_add(struct gathering *gathering, struct text words, const struct code *country)
{
	if (words.size == 0 || !country)
		return;
	gathering->names = arena_room(gathering->scratch, gathering->names,
		gathering->name_count, &gathering->name_room, sizeof *gathering->names);
	gathering->names[gathering->name_count++] =
		(struct name){ apostrophes_fold(gathering->scratch, words), country };
}

/* Niger State is no mention of the Niger: what people call parts of countries, in more
 * than one word, counts for their country. */
static void
parts_add(struct gathering *gathering, const struct codelist *parts)
{
	for (size_t i = 0; i < parts->count; i++) {
		const struct code *part = &parts->codes[i];
		const struct code *country = codelist_find(
			gathering->countries, text_slice(part->value, 0, 2));

		for (size_t j = 0; j < part->word_count; j++)
			if (text_find(part->words[j], ' ', 0) < part->words[j].size)
				name_add(gathering, part->words[j], country);
	}
}

static bool
lists_open(struct job *job, struct gathering *gathering)
{
	const struct codelist *parts;

	if (!codelist_open(job->scratch, job->diags, job->files, job->schemas,
		    TEXT("country"), TEXT(""), &gathering->countries) ||
		!codelist_open(job->scratch, job->diags, job->files, job->schemas,
			TEXT("subnational"), TEXT(""), &parts))
		return false;
	for (size_t i = 0; i < gathering->countries->count; i++)
		name_add(gathering,
			codelist_name(&gathering->countries->codes[i],
				gathering->document->language),
			&gathering->countries->codes[i]);
	parts_add(gathering, parts);
	gathering->entries = arena_array(
		job->scratch, struct node *, gathering->countries->count + 1);
	return true;
}

static void
mention_add(struct gathering *gathering, const struct code *country, struct text from,
	struct text to)
{
	struct node **entry =
		&gathering->entries[country - gathering->countries->codes];
	struct node *mention =
		node_make(gathering->arena, NODE_MENTION, (struct place){ 0 });

	if (!*entry) {
		*entry = node_make(gathering->arena, NODE_ENTRY, (struct place){ 0 });
		(*entry)->entry.name = text_keep(gathering->arena,
			codelist_name(country, gathering->document->language));
		node_append(gathering->index, *entry);
	}
	mention->mention.from = from;
	mention->mention.to = to;
	node_append(*entry, mention);
}

/* An anchor at the end of what is called `id`, which stands before `next`, or last. */
static struct text
anchor_add(struct gathering *gathering, struct text id, struct node *parent,
	struct node *next)
{
	struct node *anchor =
		node_make(gathering->arena, NODE_ANCHOR, (struct place){ 0 });

	anchor->anchor.id = text_format(gathering->arena, "%.*s:end", TEXT_ARG(id));
	if (next)
		node_insert(next, anchor);
	else
		node_append(parent, anchor);
	return anchor->anchor.id;
}

static void
callout_take(struct gathering *gathering, struct node *callout)
{
	const struct code *country =
		codelist_find(gathering->countries, callout->callout.country);

	if (!country)
		return;
	callout->callout.id = text_format(gathering->arena, "country:%.*s:%zu",
		TEXT_ARG(callout->callout.country), ++gathering->callouts);
	mention_add(gathering, country, callout->callout.id,
		anchor_add(gathering, callout->callout.id, callout->parent,
			callout->next));
}

/* Bytes of letters: of ASCII, and all of other scripts. */
static bool
is_letter(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
	       (byte & 0x80);
}

/* Keeps the name unless it is a part of a longer one, and drops those that are parts
 * of it: the Republic of the Congo, not the Congo. */
static size_t
found_add(struct found *found, size_t count, struct found more)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++)
		if (found[i].from <= more.from && found[i].to >= more.to)
			return count;
	for (size_t i = 0; i < count; i++)
		if (found[i].from < more.from || found[i].to > more.to)
			found[kept++] = found[i];
	if (kept < FOUND_MOST)
		found[kept++] = more;
	return kept;
}

static size_t
name_find(const struct name *name, struct text title, struct found *found, size_t count)
{
	size_t size = name->words.size;

	for (size_t at = 0; at + size <= title.size; at++) {
		size_t to;

		at = text_find(title, name->words.at[0], at);
		to = at + size;
		if (to > title.size)
			break;
		if (text_equal(text_slice(title, at, to), name->words) &&
			(at == 0 || !is_letter(title.at[at - 1])) &&
			(to == title.size || !is_letter(title.at[to])))
			count = found_add(
				found, count, (struct found){ at, to, name->country });
	}
	return count;
}

/* The next heading beside this one that does not stand below it, or NULL. */
static struct node *
heading_end(const struct node *heading)
{
	struct node *next = heading->next;

	while (next && (next->kind != NODE_HEADING ||
			       next->heading.level > heading->heading.level))
		next = next->next;
	return next;
}

static void
heading_take(struct gathering *gathering, struct node *heading)
{
	struct text title = apostrophes_fold(
		gathering->scratch, node_plain(gathering->scratch, heading));
	struct text to = { "", 0 };
	struct found found[FOUND_MOST + 1];
	size_t count = 0;

	for (size_t i = 0; i < gathering->name_count; i++)
		count = name_find(&gathering->names[i], title, found, count);
	if (count == 0 || heading->heading.id.size == 0)
		return;
	if (count == 1)
		to = anchor_add(gathering, heading->heading.id, heading->parent,
			heading_end(heading));
	for (size_t i = 0; i < count; i++)
		mention_add(gathering, found[i].country, heading->heading.id, to);
}

bool
countries_index(struct job *job, struct arena *arena, struct document *document)
{
	struct gathering gathering = { .arena = arena,
		.scratch = job->scratch,
		.document = document,
		.index = index_find(document) };

	if (!gathering.index)
		return true;
	if (!lists_open(job, &gathering))
		return false;
	for (struct walk walk = walk_of(document->root); walk_next(&walk);) {
		if (!walk.entering)
			continue;
		if (walk.node->kind == NODE_CALLOUT && walk.node->callout.country.size)
			callout_take(&gathering, walk.node);
		else if (walk.node->kind == NODE_HEADING)
			heading_take(&gathering, walk.node);
	}
	return true;
}
