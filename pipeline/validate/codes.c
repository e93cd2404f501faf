#include "codes.h"

#include <libxml/tree.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "model/codelist.h"
#include "model/fields.h"
#include "model/records.h"
#include "stage.h"
#include "validate/judge.h"
#include "validate/meant.h"
#include "validate/values.h"

/* A search looks at all names of a list; a name is cut so that it stays on a line. */
enum { SEARCHES = 200, NAME_BYTES = 60 };

struct opened {
	struct opened *next;
	struct text name, attribute;
	const struct codelist *list; /* NULL where it cannot be had */
};

struct codes {
	struct arena *arena;
	struct diag_list *diags;
	struct files *files;
	struct text schemas;
	struct opened *opened;
	size_t searches;
};

struct codes *
codes_start(struct job *job, struct arena *arena, struct diag_list *diags)
{
	struct codes *codes = arena_make(arena, struct codes);

	*codes = (struct codes){
		.arena = arena,
		.diags = diags,
		.files = job->files,
		.schemas = job->schemas,
	};
	return codes;
}

static const struct codelist *
list_open(struct codes *codes, const struct type *type)
{
	struct opened *opened;

	for (opened = codes->opened; opened; opened = opened->next)
		if (text_equal(opened->name, type->codelist) &&
			text_equal(opened->attribute, type->code))
			return opened->list;
	opened = arena_make(codes->arena, struct opened);
	opened->name = type->codelist;
	opened->attribute = type->code;
	opened->next = codes->opened;
	codes->opened = opened;
	if (!codelist_open(codes->arena, codes->diags, codes->files, codes->schemas,
		    type->codelist, type->code, &opened->list))
		opened->list = NULL;
	return opened->list;
}

/* A letter of the Greek or Cyrillic script, or 0: some look like Latin ones. */
static uint32_t
foreign_letter(struct text value)
{
	uint32_t rune;

	for (size_t i = 0; i < value.size;) {
		i += text_rune(value, i, &rune);
		if (rune >= 0x370 && rune < 0x530)
			return rune;
	}
	return 0;
}

/* "FR (France)". */
static struct text
code_words(const struct judge *judge, const struct code *code)
{
	struct text name = judge_cut(code->name, NAME_BYTES);

	return text_format(judge->scratch, "%.*s (%.*s%s)", TEXT_ARG(code->value),
		TEXT_ARG(name), name.size < code->name.size ? "…" : "");
}

static void
meant_tell(struct judge *judge, const xmlNode *node, const struct type *type,
	struct meant meant)
{
	if (!meant.code) {
		diag_help(judge->diags, "%.*s", TEXT_ARG(type->says));
		return;
	}
	diag_help(judge->diags, meant.is_sure ? "write %.*s" : "did you mean %.*s?",
		TEXT_ARG(code_words(judge, meant.code)));
	if (meant.is_sure)
		judge_fix(judge, node, meant.code->value);
}

static void
unknown_complain(struct judge *judge, const struct codelist *list, const xmlNode *node,
	const struct type *type)
{
	struct text value = text_trim(records_value(node));
	uint32_t letter = foreign_letter(value);
	struct meant meant = { .code = NULL };

	if (judge->codes->searches++ < SEARCHES)
		meant = meant_find(list, value);
	values_complain(judge, DIAG_V305, node, "is no code for");
	if (letter && !meant.is_sure)
		diag_label(judge->diags, "it holds a letter that is not Latin: U+%04X",
			(unsigned)letter);
	meant_tell(judge, node, type, meant);
}

/* The time of a record: two dates as typed, the second empty for no end. */
struct span_of_time {
	struct text from, to;
};

/* Without ~ and ?, which count for nothing here. */
static struct text
date_plain(struct text date)
{
	while (text_ends(date, TEXT("~")) || text_ends(date, TEXT("?")))
		date.size--;
	return date;
}

/* Of the nearest map that says when; both are empty where none does. */
static struct span_of_time
record_time(const xmlNode *node)
{
	struct span_of_time time = { .from = TEXT(""), .to = TEXT("") };

	for (const xmlNode *map = node->parent; map && time.from.size == 0;
		map = map->parent) {
		struct text date = records_value(records_child(map, "date"));
		struct text year = records_value(records_child(map, "year"));
		size_t slash = text_find(date, '/', 0);

		time.from = date.size ? text_slice(date, 0, slash) : year;
		time.to = slash < date.size ? text_slice(date, slash + 1, date.size)
					    : time.from;
		if (time.from.size)
			break;
		time.from = records_value(records_child(map, "start"));
		time.to = records_value(records_child(map, "end"));
	}
	return (struct span_of_time){ date_plain(time.from), date_plain(time.to) };
}

/* Dates compare as far as the less exact of the two goes. */
static int
date_compare(struct text a, struct text b)
{
	return memcmp(a.at, b.at, a.size < b.size ? a.size : b.size);
}

static bool
holds_then(const struct code *code, struct span_of_time time)
{
	if (time.from.size == 0)
		return true;
	return date_compare(time.from, code->to) <= 0 &&
	       date_compare(time.to, code->from) >= 0;
}

static void
untimely_complain(struct judge *judge, const xmlNode *node, const struct code *code,
	struct text date)
{
	values_complain(judge, DIAG_V306, node, "does not hold at that time for");
	diag_label(judge->diags, "the record is of %.*s", TEXT_ARG(date));
	diag_help(judge->diags, "%.*s holds from %.*s to %.*s; write what held then",
		TEXT_ARG(code_words(judge, code)), TEXT_ARG(code->from),
		TEXT_ARG(code->to));
}

bool
codes_check(struct judge *judge, const struct _xmlNode *node, const struct type *type)
{
	const struct codelist *list = NULL;
	const struct code *code;
	struct span_of_time time;

	if (type->codelist.size)
		list = list_open(judge->codes, type);
	if (!list)
		return true;
	if (!codelist_has(list, records_value(node))) {
		unknown_complain(judge, list, node, type);
		return false;
	}
	code = codelist_find(list, records_value(node));
	if (!code || code->from.size == 0)
		return true;
	time = record_time(node);
	if (holds_then(code, time))
		return true;
	untimely_complain(judge, node, code, time.from);
	return false;
}

static char
folded(char byte)
{
	if (byte == '-' || byte == '_')
		return ' ';
	return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

static bool
is_name(const struct code *code, struct text word)
{
	for (size_t i = 0; i < code->word_count; i++) {
		struct text name = code->words[i];
		size_t same = 0;

		if (name.size != word.size)
			continue;
		while (same < word.size &&
			folded(name.at[same]) == folded(word.at[same]))
			same++;
		if (same == word.size)
			return true;
	}
	return false;
}

struct text
codes_named(struct codes *codes, struct text list, struct text word)
{
	const struct codelist *opened =
		list_open(codes, &(struct type){ .codelist = list });

	for (size_t i = 0; opened && word.size && i < opened->count; i++)
		if (is_name(&opened->codes[i], word))
			return opened->codes[i].value;
	return TEXT("");
}
