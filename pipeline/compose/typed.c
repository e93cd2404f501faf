#include "typed.h"

#include <libxml/tree.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/lines.h"
#include "carried.h"
#include "mention.h"
#include "model/records.h"
#include "model/weighing.h"

/* A remark that excuses what stands on a line. */
struct excuse {
	struct excuse *next;
	struct place at;
	size_t line; /* that it is about */
	bool is_used, has_reason;
};

struct typing {
	const struct typed_setup *setup;
	struct text file;
	struct lines lines;
	struct excuse *excuses;
	char fence;  /* of the open fence: '`', '~' or 0 */
	bool spoken; /* its words are part of the text */
	bool in_tag;
};

static const struct text sign = TEXT_CONSTANT("plgs: allow C201");

/* Does away with a stretch of the line, which keeps its length: a tag stands for a
 * word, all else for nothing. */
static void
mask(char *line, size_t from, size_t to, char byte)
{
	memset(line + from, byte, to - from);
}

static size_t
string_find(struct text text, const char *string, size_t from)
{
	struct text wanted = text_of(string);

	while (from < text.size &&
		!text_starts(text_slice(text, from, text.size), wanted))
		from++;
	return from;
}

/* Tags, which may begin on a line before. */
static void
tags_mask(struct typing *typing, struct text text, char *line)
{
	size_t at = 0;

	while (at < text.size) {
		size_t from = typing->in_tag ? at : string_find(text, "{{", at);
		size_t to = string_find(text, "}}", from);

		typing->in_tag = from < text.size && to == text.size;
		at = to + 2 < text.size ? to + 2 : text.size;
		if (from < text.size)
			mask(line, from, at, 'x');
	}
}

/* From each `open` up to the next `close`. */
static void
pairs_mask(struct text text, char *line, const char *open, const char *close)
{
	for (size_t at = string_find(text, open, 0); at < text.size;
		at = string_find(text, open, at)) {
		size_t to = string_find(text, close, at + strlen(open));

		if (to == text.size)
			return;
		mask(line, at, to + strlen(close), ' ');
		at = to + strlen(close);
	}
}

/* "3. " at the front of a line. */
static void
marker_mask(struct text text, char *line)
{
	size_t from = 0, to;

	while (from < text.size && strchr(" \t>", text.at[from]))
		from++;
	for (to = from; to < text.size && text.at[to] >= '0' && text.at[to] <= '9';)
		to++;
	if (to > from && to + 1 < text.size && strchr(".)", text.at[to]) &&
		text.at[to + 1] == ' ')
		mask(line, from, to, ' ');
}

static bool
is_fence(struct text trimmed)
{
	return text_starts(trimmed, TEXT("```")) || text_starts(trimmed, TEXT("~~~"));
}

/* "width: 80%": how a fence is to look, not what it says. */
static bool
is_option(struct text trimmed)
{
	static const char *const spoken[] = { "caption", "alt", "source", "title",
		"summary", "note" };
	size_t colon = text_find(trimmed, ':', 0);

	for (size_t i = 0; i < colon; i++)
		if (trimmed.at[i] != '-' &&
			(trimmed.at[i] < 'a' || trimmed.at[i] > 'z'))
			return false;
	if (colon == 0 || colon == trimmed.size)
		return false;
	for (size_t i = 0; i < sizeof spoken / sizeof *spoken; i++)
		if (text_is(text_slice(trimmed, 0, colon), spoken[i]))
			return false;
	return true;
}

/* A fence of a name that has no meaning here holds code. */
static bool
is_spoken(struct text fence)
{
	static const char *const names[] = { "note", "chart", "figure", "csv",
		"keynumbers", "publication" };
	size_t from = 0;

	while (from < fence.size && fence.at[from] == fence.at[0])
		from++;
	fence = text_trim(text_slice(fence, from, fence.size));
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (text_starts(fence, text_of(names[i])))
			return true;
	return false;
}

/* False for a line that says nothing. */
static bool
line_says(struct typing *typing, struct text trimmed)
{
	if (is_fence(trimmed) && (!typing->fence || trimmed.at[0] == typing->fence)) {
		typing->fence = typing->fence ? '\0' : trimmed.at[0];
		typing->spoken = is_spoken(trimmed);
		return false;
	}
	return !typing->fence || (typing->spoken && !is_option(trimmed));
}

static bool
is_excused(struct typing *typing, size_t line)
{
	bool excused = false;

	for (struct excuse *excuse = typing->excuses; excuse; excuse = excuse->next)
		if (excuse->line == line) {
			excuse->is_used = true;
			excused = true;
		}
	return excused;
}

static struct place
place_of(const struct typing *typing, size_t line, size_t from, size_t to)
{
	struct text text = lines_at(&typing->lines, line);

	return (struct place){ .file = typing->file,
		.line = (uint32_t)line,
		.column = lines_column(text, from),
		.end = lines_column(text, to) };
}

/* The nearest record round a value that has a name. */
static struct text
record_named(const xmlNode *node)
{
	static const char *const names[] = { "id", "iso2", "code" };

	for (; node; node = node->parent)
		for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
			struct text name = records_value(records_child(node, names[i]));

			if (name.size)
				return name;
		}
	return TEXT("");
}

static void
mention_complain(struct typing *typing, struct place at, const struct mention *mention,
	struct text words)
{
	const struct typed_setup *setup = typing->setup;
	const xmlNode *nearest = carried_nearest(setup->carried, mention);
	struct text record = record_named(nearest);

	diag_add(setup->diags, DIAG_C201, at, "no record has %s %.*s",
		mention->is_date ? "the date" : "the number", TEXT_ARG(words));
	if (nearest)
		diag_other(setup->diags, records_origin(nearest)->value,
			"the nearest stands here%s%.*s", record.size ? ", in " : "",
			TEXT_ARG(record));
	diag_help(setup->diags,
		"let a record say it and fetch it with {{…}}, or give the reason for "
		"it: {{! plgs: allow C201 -- reason }}");
}

static void
line_check(struct typing *typing, size_t number, struct text line)
{
	const struct typed_setup *setup = typing->setup;
	struct mention mention = { .to = 0 };

	while (mention_next(setup->months, line, mention.to, &mention))
		if (!carried_has(setup->carried, &mention) &&
			!is_excused(typing, number))
			mention_complain(typing,
				place_of(typing, number, mention.from, mention.to),
				&mention,
				text_slice(lines_at(&typing->lines, number),
					mention.from, mention.to));
}

static void
line_look(struct typing *typing, size_t number)
{
	struct text text = lines_at(&typing->lines, number);
	struct buffer line = buffer_make(typing->setup->arena);

	buffer_add(&line, text);
	if (!text.size)
		return;
	tags_mask(typing, text, line.at);
	if (!line_says(typing, text_trim(text)))
		return;
	pairs_mask(text, line.at, "`", "`");
	pairs_mask(text, line.at, "](", ")");
	pairs_mask(text, line.at, "{#", "}");
	pairs_mask(text, line.at, "<", ">");
	marker_mask(text, line.at);
	line_check(typing, number, buffer_text(&line));
}

/* "{{! plgs: allow C201 -- the plan of the Section }}" */
static void
excuse_take(struct typing *typing, size_t number, size_t from, size_t to)
{
	struct text line = lines_at(&typing->lines, number);
	struct text words = text_trim(text_slice(line, from + 3, to));
	struct excuse *excuse;

	if (!text_starts(words, sign))
		return;
	excuse = arena_make(typing->setup->arena, struct excuse);
	words = text_trim(text_slice(words, sign.size, words.size));
	excuse->has_reason = text_starts(words, TEXT("--")) &&
			     text_trim(text_slice(words, 2, words.size)).size;
	excuse->at = place_of(typing, number, from, to + 2);
	excuse->line = text_trim(line).size == to + 2 - from ? number + 1 : number;
	excuse->next = typing->excuses;
	typing->excuses = excuse;
}

static void
excuses_gather(struct typing *typing)
{
	for (size_t number = typing->lines.count; number > 0; number--) {
		struct text line = lines_at(&typing->lines, number);
		size_t from = string_find(line, "{{!", 0);

		while (from < line.size) {
			size_t to = string_find(line, "}}", from);

			if (to < line.size)
				excuse_take(typing, number, from, to);
			from = string_find(line, "{{!", to);
		}
	}
}

static void
excuses_check(const struct typing *typing)
{
	struct diag_list *diags = typing->setup->diags;

	for (const struct excuse *excuse = typing->excuses; excuse;
		excuse = excuse->next) {
		if (!excuse->has_reason) {
			diag_add(diags, DIAG_C202, excuse->at,
				"this allowance gives no reason");
			diag_help(diags,
				"write {{! plgs: allow C201 -- and the reason }}");
		} else if (!excuse->is_used) {
			diag_add(diags, DIAG_C203, excuse->at,
				"there is nothing here that needs this allowance");
			diag_help(diags,
				"delete it, or move it to the line above the number");
		}
	}
}

/* A report may turn C201 off, or make an error of it. */
static const struct diag_entry *
mention_weigh(void *owner, const struct diag *diag)
{
	const struct typing *typing = owner;

	if (diag->code != DIAG_C201)
		return diag->entry;
	return weighing_entry(
		typing->setup->diags->arena, typing->setup->settings, diag->entry);
}

void
typed_check(const struct typed_setup *setup, struct text file, struct text bytes)
{
	struct typing typing = { .setup = setup, .file = file };
	size_t before = setup->diags->count;

	typing.lines = lines_make(setup->arena, bytes);
	excuses_gather(&typing);
	for (size_t number = 1; number <= typing.lines.count; number++)
		line_look(&typing, number);
	excuses_check(&typing);
	diag_sift(setup->diags, before, mention_weigh, &typing);
}
