#include "template.h"

#include <string.h>

#include "base/suggest.h"
#include "reading.h"

/* Blocks. */

static const char *
block_word(const struct part *block)
{
	return block->kind == PART_EACH    ? "each"
	       : block->kind == PART_GROUP ? "group"
					   : "if";
}

static void
block_open(struct reading *reading, const struct tag *tag, enum part_kind kind)
{
	struct part *block = reading_part(reading, kind, tag->at, tag->inner);
	size_t word = strlen(block_word(block)) + 1;
	struct text path = text_slice(tag->inner, word, tag->inner.size);
	struct reach_from outer = reading->from;

	if (kind == PART_IF)
		reading_query(reading, tag, path, &block->query);
	else
		roundtag_take(reading, tag, block, path);
	if (reading->depth == READING_DEEPEST) {
		diag_add(reading->shop->diags, DIAG_C103, tag->at,
			"more than %d blocks stand inside each other", READING_DEEPEST);
		return;
	}
	reading->open[reading->depth++] = (struct open){
		.block = block, .branch = block, .tail = reading->tail, .outer = outer
	};
	reading->tail = &block->body;
}

static void
block_close(struct reading *reading, const struct tag *tag, enum part_kind kind)
{
	struct diag_list *diags = reading->shop->diags;
	size_t depth = reading->depth;

	while (depth > 0 && reading->open[depth - 1].block->kind != kind)
		depth--;
	if (reading->depth == 0) {
		diag_add(diags, DIAG_C103, tag->at,
			"{{%.*s}} ends a block, but none is open here",
			TEXT_ARG(tag->inner));
		return;
	}
	if (depth != reading->depth) {
		const struct part *block = reading->open[reading->depth - 1].block;

		diag_add(diags, DIAG_C103, tag->at,
			"{{%.*s}} stands here, but {{/%s}} must come first",
			TEXT_ARG(tag->inner), block_word(block));
		diag_other(diags, block->at, "this block is still open");
	}
	/* Without such a block the tag is passed over, else all inside it end. */
	if (depth == 0)
		return;
	reading->depth = depth - 1;
	reading->tail = reading->open[depth - 1].tail;
	reading->from = reading->open[depth - 1].outer;
}

/* The block that may be parted here; NULL when a diagnostic says that none is. */
static struct open *
branch_find(struct reading *reading, const struct tag *tag, bool is_else)
{
	struct diag_list *diags = reading->shop->diags;
	struct open *open = reading->depth ? &reading->open[reading->depth - 1] : NULL;

	if (open && !open->has_else && (is_else || open->block->kind == PART_IF))
		return open;
	diag_add(diags, DIAG_C103, tag->at, "{{%s}} stands here without an {{#if}}%s",
		is_else ? "else" : "elif",
		is_else ? ", {{#each}} or {{#group}} of its own" : " of its own");
	if (open)
		diag_other(diags, open->block->at,
			open->has_else ? "this block has its {{else}} already"
				       : "it is inside this block");
	return NULL;
}

static void
else_take(struct reading *reading, const struct tag *tag)
{
	struct text rest = text_slice(tag->inner, 4, tag->inner.size);
	struct open *open;

	if (text_trim(rest).size) {
		diag_add(reading->shop->diags, DIAG_C104, tag->at,
			"nothing may stand in a tag after \"else\"");
		diag_help(
			reading->shop->diags, "write {{elif …}} for another condition");
		return;
	}
	open = branch_find(reading, tag, true);
	if (!open)
		return;
	open->has_else = true;
	reading->tail = &open->branch->otherwise;
	reading->from = open->outer;
}

/* A condition in the place of the else of the one before. */
static void
elif_take(struct reading *reading, const struct tag *tag)
{
	struct open *open = branch_find(reading, tag, false);
	struct part *branch;

	if (!open)
		return;
	reading->tail = &open->branch->otherwise;
	branch = reading_part(reading, PART_IF, tag->at, tag->inner);
	reading_query(reading, tag, text_slice(tag->inner, 4, tag->inner.size),
		&branch->query);
	open->branch = branch;
	reading->tail = &branch->body;
}

/* Tags. */

static void
unknown_complain(struct reading *reading, const struct tag *tag)
{
	struct diag_list *diags = reading->shop->diags;
	struct text inner = tag->inner;
	struct text word = text_slice(inner, 0, text_find(inner, ' ', 0));
	struct suggest suggest = suggest_start(word);
	static const char *const words[] = { "#each", "#group", "#if", "/each",
		"/group", "/if" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		suggest_offer(&suggest, text_of(words[i]));
	diag_add(diags, DIAG_C104, tag->at, "there is no {{%.*s}}", TEXT_ARG(word));
	if (suggest.nearest.size)
		diag_help(diags, "did you mean {{%.*s}}?", TEXT_ARG(suggest.nearest));
	else
		diag_help(diags,
			"there are {{#each …}} … {{/each}}, {{#group …}} … {{/group}} "
			"and {{#if …}} … {{elif …}} … {{else}} … {{/if}}");
}

/* Tags of blocks; false where it is none. */
static bool
block_tag_take(struct reading *reading, const struct tag *tag)
{
	static const struct {
		const char *open, *close;
		enum part_kind kind;
	} blocks[] = { { "#each", "/each", PART_EACH },
		{ "#group", "/group", PART_GROUP }, { "#if", "/if", PART_IF } };

	for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
		if (tag_is_word(tag->inner, blocks[i].open)) {
			block_open(reading, tag, blocks[i].kind);
			return true;
		}
		if (text_is(tag->inner, blocks[i].close)) {
			block_close(reading, tag, blocks[i].kind);
			return true;
		}
	}
	if (tag_is_word(tag->inner, "else"))
		else_take(reading, tag);
	else if (tag_is_word(tag->inner, "elif"))
		elif_take(reading, tag);
	else
		return false;
	return true;
}

/* "/foo", which ends no block there is; a path goes on after its first name. */
static bool
is_unknown(struct text inner)
{
	size_t i = 1;

	if (inner.size == 0 || inner.at[0] != '/')
		return inner.size && (inner.at[0] == '#' || inner.at[0] == '{');
	while (i < inner.size && inner.at[i] >= 'a' && inner.at[i] <= 'z')
		i++;
	return i > 1 && i == inner.size;
}

static void
tag_take(struct reading *reading, const struct tag *tag)
{
	struct text inner = tag->inner;
	struct part *part;

	if ((inner.size && inner.at[0] == '!') || block_tag_take(reading, tag))
		return;
	if (is_unknown(inner)) {
		unknown_complain(reading, tag);
	} else if (inner.size && inner.at[0] == '>') {
		inserttag_take(reading, tag);
	} else if (tag_is_word(inner, "check") && inner.size > 5) {
		checktag_take(reading, tag);
	} else if (tag_is_word(inner, "url") && inner.size > 3) {
		part = reading_part(reading, PART_URL, tag->at, inner);
		reading_query(
			reading, tag, text_slice(inner, 3, inner.size), &part->query);
	} else {
		part = reading_part(reading, PART_VALUE, tag->at, inner);
		reading_query(reading, tag, inner, &part->query);
	}
}

static void
text_take(struct reading *reading, struct text text)
{
	if (text.size)
		reading_part(
			reading, PART_TEXT, tags_place(&reading->tags, text.at), text);
}

static void
unclosed_complain(struct reading *reading)
{
	for (size_t i = 0; i < reading->depth; i++) {
		const struct part *block = reading->open[i].block;

		diag_add(reading->shop->diags, DIAG_C103, block->at,
			"{{%.*s}} is never closed", TEXT_ARG(block->text));
		diag_help(reading->shop->diags, "write {{/%s}} where it ends",
			block_word(block));
	}
}

bool
reading_file(struct reading *reading, struct part **ret_parts)
{
	size_t before = reading->shop->diags->errors;
	struct part *parts = NULL;
	struct text text;
	struct tag tag;
	bool more;

	reading->tail = &parts;
	do {
		more = tags_next(&reading->tags, &tag, &text);
		text_take(reading, text);
		if (more)
			tag_take(reading, &tag);
	} while (more);
	unclosed_complain(reading);
	*ret_parts = parts;
	return reading->shop->diags->errors == before;
}

bool
template_parse(struct template_shop *shop, struct text file, struct text bytes,
	struct part **ret_parts)
{
	struct reading reading = { .shop = shop,
		.tags = tags_make(shop->diags, file, bytes),
		.from = { .node = shop->from } };

	return reading_file(&reading, ret_parts);
}
