#include "base/arena.h"
#include "base/files.h"
#include "reading.h"

enum {
	FILES_DEEPEST = 8, /* files put into each other */
	MOST_FILES = 1000, /* put in altogether */
	LARGEST = 1 << 20, /* bytes */
};

static bool
is_space(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

/* Cuts `NAME=EXPRESSION` off the front; the expression goes on to the next blank that
 * stands in no brackets and no quotes. */
static bool
argument_cut(struct text *rest, struct text *ret_name, struct text *ret_source)
{
	size_t equals = text_find(*rest, '=', 0), end = equals + 1;
	int depth = 0;

	if (equals >= rest->size)
		return false;
	for (; end < rest->size; end++) {
		char byte = rest->at[end];

		if (byte == '\'' || byte == '"')
			end = text_find(*rest, byte, end + 1);
		depth += (byte == '(' || byte == '[') - (byte == ')' || byte == ']');
		if (depth <= 0 && is_space(byte))
			break;
	}
	end = end < rest->size ? end : rest->size;
	*ret_name = text_slice(*rest, 0, equals);
	*ret_source = text_slice(*rest, equals + 1, end);
	*rest = text_trim(text_slice(*rest, end, rest->size));
	return ret_name->size > 0 && ret_source->size > 0;
}

static void
arguments_take(struct reading *reading, const struct tag *tag, struct text rest,
	struct part *part, struct reach_from *inner)
{
	struct argument **tail = &part->arguments;
	struct text name, source;

	while (rest.size) {
		const struct reach *reach;
		struct text whole = rest;

		if (!argument_cut(&rest, &name, &source)) {
			diag_add(reading->shop->diags, DIAG_C104,
				tag_inner_place(&reading->tags, tag, whole),
				"this does not say what it is called in the file");
			diag_help(reading->shop->diags,
				"write NAME=PATH, like country=. or heading='…'");
			return;
		}
		*tail = arena_make(reading->shop->arena, struct argument);
		(*tail)->name = name;
		reading_query_from(
			reading, tag, source, &reading->from, &(*tail)->query, &reach);
		reading_name(reading, name, reach, inner);
		tail = &(*tail)->next;
	}
}

/* Says why a file cannot be put in here; false if it can. */
static bool
insert_refuse(struct reading *reading, const struct tag *tag, struct text path)
{
	const struct reading *outer = reading;
	const char *why = NULL;

	while (outer && !text_equal(outer->tags.at.file, path))
		outer = outer->outer;
	if (outer)
		why = "this file is being put into itself";
	else if (reading->files == FILES_DEEPEST)
		why = "files are put into each other too deeply";
	else if (reading->shop->inserted++ >= MOST_FILES)
		why = "too many files are put in";
	if (why)
		diag_add(reading->shop->diags, DIAG_C112, tag->at, "%s", why);
	return why != NULL;
}

/* Without its last line end where it goes into a line. */
static struct text
bytes_fit(struct text bytes, const struct tag *tag)
{
	while (!tag->alone && bytes.size && is_space(bytes.at[bytes.size - 1]))
		bytes.size--;
	return bytes;
}

/* A file that the shop's `look` was told of. */
struct looked {
	struct text path;
	struct looked *next;
};

static void
file_look(struct template_shop *shop, struct text path, struct text bytes)
{
	struct looked *looked = shop->looked;

	while (looked && !text_equal(looked->path, path))
		looked = looked->next;
	if (looked || !shop->look)
		return;
	looked = arena_make(shop->arena, struct looked);
	*looked = (struct looked){ path, shop->looked };
	shop->looked = looked;
	shop->look(shop->owner, path, bytes);
}

void
inserttag_take(struct reading *reading, const struct tag *tag)
{
	struct template_shop *shop = reading->shop;
	struct part *part = reading_part(reading, PART_INSERT, tag->at, tag->inner);
	struct text rest = text_trim(text_slice(tag->inner, 1, tag->inner.size));
	struct text name = rest, path, bytes;
	struct reading inner = { .shop = shop,
		.from = { .node = reading->from.node },
		.outer = reading,
		.files = reading->files + 1 };
	size_t before;

	for (name.size = 0; name.size < rest.size && !is_space(rest.at[name.size]);)
		name.size++;
	if (name.size == 0 || !shop->files) {
		diag_add(shop->diags, DIAG_C104, tag->at,
			"this tag names no file that can be put in");
		diag_help(shop->diags, "write its name, like {{> call-out.md}}");
		return;
	}
	path = files_beside(shop->arena, reading->tags.at.file, name);
	arguments_take(reading, tag, text_trim(text_slice(rest, name.size, rest.size)),
		part, &inner.from);
	if (insert_refuse(reading, tag, path) ||
		!files_read(shop->files, shop->diags, path,
			tag_inner_place(&reading->tags, tag, name), LARGEST, &bytes))
		return;
	file_look(shop, path, bytes);
	before = shop->diags->count;
	inner.tags = tags_make(shop->diags, path, bytes_fit(bytes, tag));
	inner.tags.runs_on = !tag->alone;
	reading_file(&inner, &part->body);
	diag_other_since(shop->diags, before, tag->at, "it is put in here");
}
