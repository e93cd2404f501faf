#include "sender.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/files.h"
#include "base/suggest.h"
#include "model/codelist.h"
#include "report/excerpt.h"
#include "report/report.h"

/* The head of a file has a dozen lines, and people write comments between them. */
enum { HEAD_LINES = 200 };

static const struct codelist *
list_open(struct arena *arena, const struct report *report, const char *name)
{
	struct diag_list *unheard = diag_list_make(arena);
	const struct codelist *list;

	if (report->schemas.size &&
		codelist_open(arena, unheard, report->files, report->schemas,
			text_of(name), TEXT("code"), &list))
		return list;
	return NULL;
}

struct sender_lists
sender_open(struct arena *arena, const struct report *report)
{
	return (struct sender_lists){
		.countries = list_open(arena, report, "country"),
		.subnationals = list_open(arena, report, "subnational"),
	};
}

static bool
is_key(struct text typed, const char *key)
{
	struct suggest suggest = suggest_start(typed);

	suggest_offer(&suggest, text_of(key));
	return suggest_is_sure(&suggest);
}

/* What stands behind the colon, less quotes and a comment. */
static struct text
value_of(struct text line, size_t colon)
{
	struct text value = text_slice(line, colon + 1, line.size);

	for (size_t i = 1; i < value.size; i++)
		if (value.at[i] == '#' && value.at[i - 1] == ' ')
			value = text_slice(value, 0, i);
	value = text_trim(value);
	if (value.size > 1 && strchr("\"'", value.at[0]) &&
		value.at[value.size - 1] == value.at[0])
		value = text_slice(value, 1, value.size - 1);
	return value;
}

/* What the head says under a key, or an empty text. */
static struct text
head_value(struct source *source, struct text path, const char *key)
{
	struct place at = { .file = path };
	struct text line;

	for (at.line = 1; at.line <= HEAD_LINES; at.line++) {
		size_t colon;

		if (!excerpt_find(source, at, &line))
			break;
		colon = text_find(line, ':', 0);
		if (colon == line.size || strchr(" \t-#", line.at[0]))
			continue;
		if (is_key(text_slice(line, 0, colon), key))
			return value_of(line, colon);
	}
	return TEXT("");
}

static const struct code *
code_meant(const struct codelist *list, struct text value)
{
	const struct code *code = codelist_find(list, value);

	for (size_t i = 0; !code && value.size > 2 && i < list->count; i++)
		for (size_t j = 0; j < list->codes[i].word_count; j++)
			if (text_equal(list->codes[i].words[j], value))
				code = &list->codes[i];
	return code;
}

/* A state with its country, for some share a name with another country. */
static struct sender
state_of(
	const struct sender_lists *lists, struct arena *arena, const struct code *state)
{
	const struct code *country = codelist_find(lists->countries,
		text_slice(state->value, 0, text_find(state->value, '-', 0)));

	return (struct sender){ state->value,
		country ? text_format(arena, "%.*s, %.*s", TEXT_ARG(state->name),
				  TEXT_ARG(country->name))
			: state->name };
}

struct sender
sender_find(const struct sender_lists *lists, struct source *source, struct text path)
{
	const struct code *state, *country;

	if (!lists->countries || !lists->subnationals)
		return (struct sender){ .code = TEXT(""), .name = TEXT("") };
	state = code_meant(
		lists->subnationals, head_value(source, path, "subnational"));
	if (state)
		return state_of(lists, source->arena, state);
	country = code_meant(lists->countries, head_value(source, path, "country"));
	return country ? (struct sender){ country->value, country->name }
		       : (struct sender){ .code = TEXT(""), .name = TEXT("") };
}
