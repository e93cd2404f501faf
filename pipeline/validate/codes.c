#include "codes.h"

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/diag.h"
#include "model/codelist.h"
#include "model/fields.h"
#include "model/records.h"
#include "stage.h"
#include "validate/disguise.h"
#include "validate/judge.h"
#include "validate/meant.h"
#include "validate/ruleday.h"
#include "validate/valuewords.h"

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
	struct disguise disguise = disguise_of(judge->scratch, records_value(node));
	struct meant meant = { .code = codelist_find(list, disguise.plain),
		.is_sure = true };

	if (!meant.code && judge->codes->searches++ < SEARCHES)
		meant = meant_find(list, disguise.plain);
	valuewords_complain(judge, DIAG_V305, node, "is no code for");
	disguise_label(judge, disguise);
	meant_tell(judge, node, type, meant);
}

/* The time of a record: two dates as typed, the second empty for no end. */
struct span_of_time {
	struct text from, to;
};

/* Of the nearest map that says when; both are empty where none does. */
static struct span_of_time
record_time(const xmlNode *node)
{
	struct span_of_time time = { .from = TEXT(""), .to = TEXT("") };

	for (const xmlNode *map = node->parent; map && time.from.size == 0;
		map = map->parent) {
		struct text date = records_value(records_child(map, "date"));
		struct text year = records_value(records_child(map, "year"));

		time.from = time.to = date.size ? date : year;
		if (time.from.size)
			break;
		time.from = records_value(records_child(map, "start"));
		time.to = records_value(records_child(map, "end"));
	}
	return time;
}

/* What is no date was told, and holds at any time. */
static bool
holds_then(const struct code *code, struct span_of_time time)
{
	int64_t first, last, from, to;

	if (!ruleday_earliest(time.from, &first) ||
		!ruleday_earliest(code->from, &from) || !ruleday_latest(code->to, &to))
		return true;
	return first <= to && (!ruleday_latest(time.to, &last) || last >= from);
}

static void
untimely_complain(struct judge *judge, const xmlNode *node, const struct code *code,
	struct text date)
{
	valuewords_complain(judge, DIAG_V306, node, "does not hold at that time for");
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
