#include "template.h"

#include <string.h>

#include "base/arena.h"
#include "model/names.h"
#include "model/query.h"

enum { DEEPEST = 32 }; /* blocks inside each other */

/* A block that waits for its end. */
struct open {
	struct part *block;
	struct part **tail; /* where the parts after the block go on */
};

struct reading {
	struct arena *arena;
	struct diag_list *diags;
	struct queries *queries;
	struct text bytes;
	struct place at;    /* of the byte at `seen` */
	size_t seen, start; /* bytes before `start` are a byte order mark */
	struct part **tail; /* where the next part goes */
	struct open open[DEEPEST];
	size_t depth;
};

/* One tag with its braces. */
struct tag {
	size_t start, end;
	struct text inner; /* trimmed */
	struct place at;
};

/* Places are mostly asked for in the order of the text. */
static struct place
place_at(struct reading *reading, size_t offset)
{
	struct text stretch;

	if (offset < reading->seen) {
		reading->at.line = reading->at.column = 1;
		reading->seen = reading->start;
	}
	stretch = text_slice(reading->bytes, reading->seen, offset);
	reading->at = names_place(stretch, reading->at, stretch.size);
	reading->seen = offset;
	return reading->at;
}

static struct place
tag_place(struct reading *reading, size_t start, size_t end)
{
	struct place at = place_at(reading, start);
	struct text tag = text_slice(reading->bytes, start, end);

	if (text_find(tag, '\n', 0) == tag.size)
		at.end = at.column + (uint32_t)text_length(tag);
	return at;
}

/* The place of a piece of the tag's inside. */
static struct place
inner_place(const struct reading *reading, const struct tag *tag, struct text piece)
{
	size_t offset = (size_t)(piece.at - reading->bytes.at);
	struct text before = text_slice(reading->bytes, tag->start, offset);

	return names_place(before, tag->at, before.size);
}

static struct part *
part_add(
	struct reading *reading, enum part_kind kind, struct place at, struct text text)
{
	struct part *part = arena_make(reading->arena, struct part);

	*part = (struct part){ .kind = kind, .at = at, .text = text };
	*reading->tail = part;
	reading->tail = &part->next;
	return part;
}

/* "/each", but not a path like "//item" or "/records/file". */
static bool
is_end_tag(struct text inner)
{
	if (inner.size < 2 || inner.at[0] != '/')
		return false;
	for (size_t i = 1; i < inner.size; i++)
		if (inner.at[i] < 'a' || inner.at[i] > 'z')
			return false;
	return true;
}

static bool
is_block_tag(struct text inner)
{
	return (inner.size && (inner.at[0] == '#' || inner.at[0] == '!')) ||
	       is_end_tag(inner) || text_is(inner, "else");
}

static bool
holds_only(struct text text, const char *bytes)
{
	for (size_t i = 0; i < text.size; i++)
		if (!text.at[i] || !strchr(bytes, text.at[i]))
			return false;
	return true;
}

/* Where the text before a tag ends and the text after it begins: round the tag, or
 * round its whole line where it stands alone. */
static void
tag_bounds(const struct reading *reading, const struct tag *tag, size_t *ret_before,
	size_t *ret_after)
{
	struct text bytes = reading->bytes;
	size_t first = tag->start, last = text_find(bytes, '\n', tag->end);

	while (first > 0 && bytes.at[first - 1] != '\n')
		first--;
	*ret_before = tag->start;
	*ret_after = tag->end;
	if (!is_block_tag(tag->inner) ||
		!holds_only(text_slice(bytes, first, tag->start), " \t>") ||
		!holds_only(text_slice(bytes, tag->end, last), " \t\r"))
		return;
	*ret_before = first;
	*ret_after = last < bytes.size ? last + 1 : last;
}

static bool
query_take(struct reading *reading, const struct tag *tag, struct text source,
	struct query **ret_query)
{
	source = text_trim(source);
	if (source.size == 0) {
		diag_add(reading->diags, DIAG_C104, tag->at,
			"this tag does not say what it is about");
		diag_help(reading->diags, "write a field after it, like {{title}}");
		return false;
	}
	return query_compile(
		reading->queries, source, inner_place(reading, tag, source), ret_query);
}

/* Cuts ` name="value"` off the end of *text. */
static bool
attribute_cut(struct text *text, struct text *ret_name, struct text *ret_value)
{
	struct text rest = text_trim(*text);
	size_t quote, name;

	if (rest.size < 2 || rest.at[rest.size - 1] != '"')
		return false;
	quote = rest.size - 1;
	while (quote > 0 && rest.at[quote - 1] != '"')
		quote--;
	if (quote < 2 || rest.at[quote - 2] != '=')
		return false;
	name = quote - 2;
	while (name > 0 && rest.at[name - 1] >= 'a' && rest.at[name - 1] <= 'z')
		name--;
	if (name == quote - 2 || name == 0 || !strchr(" \t\r\n", rest.at[name - 1]))
		return false;
	*ret_name = text_slice(rest, name, quote - 2);
	*ret_value = text_slice(rest, quote, rest.size - 1);
	*text = text_slice(rest, 0, name);
	return true;
}

/* Takes sort, separator and last; what is left of the tag is its path. */
static void
attributes_take(struct reading *reading, const struct tag *tag, struct part *each,
	struct text *path)
{
	struct text name, value;

	while (attribute_cut(path, &name, &value)) {
		if (text_is(name, "sort")) {
			query_take(reading, tag, value, &each->sort);
		} else if (text_is(name, "separator")) {
			each->separator = value;
		} else if (text_is(name, "last")) {
			each->last = value;
			each->has_last = true;
		} else {
			diag_add(reading->diags, DIAG_C104,
				inner_place(reading, tag, name),
				"{{#each}} has no \"%.*s\"", TEXT_ARG(name));
			diag_help(reading->diags,
				"it has sort=\"…\", separator=\"…\" and last=\"…\"");
		}
	}
}

static void
block_open(struct reading *reading, const struct tag *tag, enum part_kind kind)
{
	struct part *block = part_add(reading, kind, tag->at, tag->inner);
	size_t word = kind == PART_EACH ? sizeof "#each" - 1 : sizeof "#if" - 1;
	struct text path = text_slice(tag->inner, word, tag->inner.size);

	if (kind == PART_EACH)
		attributes_take(reading, tag, block, &path);
	query_take(reading, tag, path, &block->query);
	if (reading->depth == DEEPEST) {
		diag_add(reading->diags, DIAG_C103, tag->at,
			"more than %d blocks stand inside each other", DEEPEST);
		return;
	}
	reading->open[reading->depth++] = (struct open){ block, reading->tail };
	reading->tail = &block->body;
}

static const char *
block_word(const struct part *block)
{
	return block->kind == PART_EACH ? "each" : "if";
}

static void
block_close(struct reading *reading, const struct tag *tag, enum part_kind kind)
{
	size_t depth = reading->depth;

	while (depth > 0 && reading->open[depth - 1].block->kind != kind)
		depth--;
	if (reading->depth == 0) {
		diag_add(reading->diags, DIAG_C103, tag->at,
			"{{%.*s}} ends a block, but none is open here",
			TEXT_ARG(tag->inner));
		return;
	}
	if (depth != reading->depth) {
		const struct part *block = reading->open[reading->depth - 1].block;

		diag_add(reading->diags, DIAG_C103, tag->at,
			"{{%.*s}} stands here, but {{/%s}} must come first",
			TEXT_ARG(tag->inner), block_word(block));
		diag_other(reading->diags, block->at, "this block is still open");
	}
	/* Without such a block the tag is passed over, else all inside it end. */
	if (depth == 0)
		return;
	reading->depth = depth - 1;
	reading->tail = reading->open[depth - 1].tail;
}

static void
else_take(struct reading *reading, const struct tag *tag)
{
	struct part *block =
		reading->depth ? reading->open[reading->depth - 1].block : NULL;

	if (!block || block->kind != PART_IF || block->has_else) {
		diag_add(reading->diags, DIAG_C103, tag->at,
			"{{else}} stands here without an {{#if}} of its own");
		if (block)
			diag_other(
				reading->diags, block->at, "it is inside this block");
		return;
	}
	block->has_else = true;
	reading->tail = &block->otherwise;
}

static bool
is_word(struct text inner, const char *word)
{
	size_t size = strlen(word);

	return text_starts(inner, text_of(word)) &&
	       (inner.size == size || strchr(" \t\r\n", inner.at[size]));
}

static void
unknown_complain(struct reading *reading, const struct tag *tag)
{
	struct text inner = tag->inner;
	struct text word = text_slice(inner, 0, text_find(inner, ' ', 0));

	diag_add(reading->diags, DIAG_C104, tag->at, "there is no {{%.*s}}",
		TEXT_ARG(word));
	diag_help(reading->diags,
		"there are {{#each …}} … {{/each}} and {{#if …}} … {{else}} … {{/if}}");
}

static void
tag_take(struct reading *reading, const struct tag *tag)
{
	struct text inner = tag->inner;
	struct part *part;

	if (inner.size && inner.at[0] == '!')
		return;
	if (is_word(inner, "#each"))
		block_open(reading, tag, PART_EACH);
	else if (is_word(inner, "#if"))
		block_open(reading, tag, PART_IF);
	else if (text_is(inner, "/each"))
		block_close(reading, tag, PART_EACH);
	else if (text_is(inner, "/if"))
		block_close(reading, tag, PART_IF);
	else if (text_is(inner, "else"))
		else_take(reading, tag);
	else if (is_block_tag(inner) || text_starts(inner, TEXT("{")))
		unknown_complain(reading, tag);
	else if (is_word(inner, "url") && inner.size > 3) {
		part = part_add(reading, PART_URL, tag->at, inner);
		query_take(
			reading, tag, text_slice(inner, 3, inner.size), &part->query);
	} else {
		part = part_add(reading, PART_VALUE, tag->at, inner);
		query_take(reading, tag, inner, &part->query);
	}
}

/* The offset of two equal bytes at or after `from`, or the size. */
static size_t
pair_find(struct text bytes, char byte, size_t from)
{
	for (size_t i = from; i + 1 < bytes.size; i++)
		if (bytes.at[i] == byte && bytes.at[i + 1] == byte)
			return i;
	return bytes.size;
}

/* The next tag that is closed.  One that is not is complained of and passed over. */
static bool
tag_next(struct reading *reading, size_t from, struct tag *ret_tag)
{
	struct text bytes = reading->bytes;
	size_t start = pair_find(bytes, '{', from), end, again;

	while (start < bytes.size) {
		bool remark = start + 2 < bytes.size && bytes.at[start + 2] == '!';

		end = pair_find(bytes, '}', start + 2);
		again = pair_find(bytes, '{', start + 2);
		if (end < bytes.size && (remark || end < again))
			break;
		diag_add(reading->diags, DIAG_C102,
			tag_place(reading, start, start + 2),
			"this {{ is never closed");
		diag_help(reading->diags, "write }} after the field");
		start = again;
	}
	if (start >= bytes.size)
		return false;
	*ret_tag = (struct tag){ .start = start,
		.end = end + 2,
		.inner = text_trim(text_slice(bytes, start + 2, end)) };
	return true;
}

static void
text_take(struct reading *reading, size_t from, size_t to)
{
	if (from < to)
		part_add(reading, PART_TEXT, place_at(reading, from),
			text_slice(reading->bytes, from, to));
}

static void
unclosed_complain(struct reading *reading)
{
	for (size_t i = 0; i < reading->depth; i++) {
		const struct part *block = reading->open[i].block;

		diag_add(reading->diags, DIAG_C103, block->at,
			"{{%.*s}} is never closed", TEXT_ARG(block->text));
		diag_help(reading->diags, "write {{/%s}} where it ends",
			block_word(block));
	}
}

bool
template_parse(struct arena *arena, struct diag_list *diags, struct queries *queries,
	struct text file, struct text bytes, struct part **ret_parts)
{
	struct part *parts = NULL;
	struct reading reading = { .arena = arena,
		.diags = diags,
		.queries = queries,
		.bytes = bytes,
		.at = { .file = file, .line = 1, .column = 1 },
		.tail = &parts };
	size_t before = diags->errors, from = 0, text_end;
	struct tag tag;

	if (text_starts(bytes, TEXT("\xef\xbb\xbf")))
		from = reading.start = reading.seen = 3;
	while (tag_next(&reading, from, &tag)) {
		size_t text_start = from;

		tag_bounds(&reading, &tag, &text_end, &from);
		text_take(&reading, text_start, text_end);
		tag.at = tag_place(&reading, tag.start, tag.end);
		tag_take(&reading, &tag);
	}
	text_take(&reading, from, bytes.size);
	unclosed_complain(&reading);
	*ret_parts = parts;
	return diags->errors == before;
}
