#include "editions.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "model/fields.h"
#include "model/query.h"
#include "model/records.h"
#include "model/registry.h"
#include "model/withhold.h"
#include "model/xsd.h"
#include "run.h"

/* A report on its way to its editions. */
struct choosing {
	struct run *run;
	struct arena *arena;
	struct diag_list *diags;
	struct _xmlNode *report, *for_each;
	const struct fields *fields;
	struct registry *registry;
	struct text kind;
	struct text *subjects;
	const struct _xmlNode **languages; /* as they stand in the report */
	size_t subject_count, language_count;
};

static bool
tools_make(struct choosing *choosing, const struct records *records)
{
	struct job *job = &choosing->run->job;
	struct _xmlDoc *schema;

	if (!xsd_open(choosing->arena, job->diags, job->files, job->schemas, &schema))
		return false;
	choosing->fields = fields_make(choosing->arena, schema);
	withhold(records, choosing->fields, choosing->report);
	records_order(records);
	choosing->registry = registry_make(choosing->arena, records, choosing->fields);
	return true;
}

/* For whom. */

static struct _xmlNode *
record_find(void *registry, struct text kind, struct text id)
{
	return registry_find(registry, kind, id);
}

static struct queries *
queries_open(struct choosing *choosing)
{
	static const struct query_function none[] = { { .name = { "", 0 } } };

	return queries_make(choosing->arena, choosing->diags,
		&(struct query_setup){ .fields = choosing->fields,
			.find = record_find,
			.finder = choosing->registry,
			.report = choosing->report,
			.language = TEXT("en"),
			.functions = none,
			.unreadable = DIAG_G106,
			.unknown = DIAG_G106,
			.unanswered = DIAG_G106,
			.never = DIAG_G106,
			.inexact = DIAG_G106 });
}

/* The condition, read in the light of the schemas. */
static bool
condition_read(
	struct choosing *choosing, struct queries *queries, struct query **ret_query)
{
	const struct _xmlNode *where = records_child(choosing->for_each, "where");
	struct place at = records_origin(where)->value;
	struct text source = records_value(where);
	const struct reach_from from = { .node = reach_kind(choosing->arena,
						 choosing->fields, choosing->kind) };
	const struct reach *reach;

	/* What stands in quotes begins behind the first of them. */
	if (at.end - at.column == text_length(source) + 2)
		at.column++;
	return query_compile_from(queries, source, at, &from, ret_query, &reach);
}

static bool
subjects_find(struct choosing *choosing)
{
	const struct _xmlNode *where = records_child(choosing->for_each, "where");
	struct queries *queries = queries_open(choosing);
	struct query *query = NULL;
	size_t count;
	struct _xmlNode **records = registry_list(
		choosing->registry, choosing->arena, choosing->kind, &count);

	if (where && !condition_read(choosing, queries, &query))
		return false;
	choosing->subjects = arena_array(choosing->arena, struct text, count + 1);
	for (size_t i = 0; i < count; i++) {
		bool chosen = true;

		if (query && !query_truth(queries, query, records[i], &chosen))
			return false;
		if (chosen)
			choosing->subjects[choosing->subject_count++] =
				registry_name(choosing->registry, records[i]);
	}
	if (choosing->subject_count)
		return true;
	diag_add(choosing->diags, DIAG_G106,
		records_origin(where ? where : choosing->for_each)->value,
		"no %.*s meets this condition", TEXT_ARG(choosing->kind));
	return false;
}

/* Leaves the one that is asked for. */
static bool
subject_keep(struct choosing *choosing, struct text id)
{
	struct suggest suggest = suggest_start(id);

	for (size_t i = 0; i < choosing->subject_count; i++) {
		suggest_offer(&suggest, choosing->subjects[i]);
		if (!text_equal(choosing->subjects[i], id))
			continue;
		choosing->subjects[0] = id;
		choosing->subject_count = 1;
		return true;
	}
	diag_add(choosing->diags, DIAG_G107, records_origin(choosing->for_each)->key,
		"the report is not made for a %.*s \"%.*s\"", TEXT_ARG(choosing->kind),
		TEXT_ARG(id));
	if (suggest.nearest.size)
		diag_help(choosing->diags, "did you mean \"%.*s\"?",
			TEXT_ARG(suggest.nearest));
	else
		diag_help(choosing->diags, "it is made for those that meet the "
					   "condition under for_each:");
	return false;
}

static bool
subjects_choose(struct choosing *choosing)
{
	struct text asked = choosing->run->command.subject;

	choosing->for_each = records_child(choosing->report, "for_each");
	choosing->kind = records_value(records_child(choosing->for_each, "record"));
	if (choosing->for_each)
		return subjects_find(choosing) &&
		       (asked.size == 0 || subject_keep(choosing, asked));
	choosing->subjects = arena_make(choosing->arena, struct text);
	choosing->subject_count = 1;
	if (asked.size == 0)
		return true;
	diag_add(choosing->diags, DIAG_G107, records_origin(choosing->report)->key,
		"the report is made once, not for \"%.*s\"", TEXT_ARG(asked));
	diag_help(choosing->diags, "it has no for_each:");
	return false;
}

/* In which languages. */

static bool
languages_choose(struct choosing *choosing)
{
	const struct _xmlNode *list = records_child(choosing->report, "languages");
	const struct _xmlNode *own = records_child(choosing->report, "language");
	struct text asked = choosing->run->command.language;
	size_t count = 0, room = 0;

	for (const struct _xmlNode *item = list ? records_first(list) : own; item;
		item = list ? records_next(item) : NULL) {
		if (asked.size && !text_equal(records_value(item), asked))
			continue;
		choosing->languages = arena_room(choosing->arena, choosing->languages,
			count, &room, sizeof *choosing->languages);
		choosing->languages[count++] = item;
	}
	choosing->language_count = count;
	if (count)
		return true;
	diag_add(choosing->diags, DIAG_G107, records_origin(list ? list : own)->value,
		"the report does not come out in the language \"%.*s\"",
		TEXT_ARG(asked));
	diag_help(choosing->diags, "add it under languages: in report.yaml");
	return false;
}

/* Names of files. */

/* The pattern with the names for {id} and {language}. */
static struct text
pattern_fill(struct arena *arena, struct text pattern, const struct edition *edition)
{
	struct buffer out = buffer_make(arena);

	while (pattern.size) {
		size_t brace = text_find(pattern, '{', 0);
		size_t close = text_find(pattern, '}', brace);
		struct text name = text_slice(pattern, brace, close);

		buffer_add(&out, text_slice(pattern, 0, brace));
		if (text_is(name, "{id"))
			buffer_add(&out, edition->subject);
		else if (text_is(name, "{language"))
			buffer_add(&out, edition->language);
		pattern = text_slice(pattern, close < pattern.size ? close + 1 : close,
			pattern.size);
	}
	return buffer_text(&out);
}

static bool
file_names(struct choosing *choosing, struct text name, struct editions *editions)
{
	const struct _xmlNode *file = records_child(choosing->for_each, "file");
	struct text pattern = file ? records_value(file)
				   : text_format(choosing->arena, "%.*s-{language}.pdf",
					     TEXT_ARG(name));

	for (size_t i = 0; i < editions->count; i++) {
		struct edition *edition = &editions->items[i];

		edition->file = pattern_fill(choosing->arena, pattern, edition);
		for (size_t j = 0; j < i; j++) {
			if (!text_equal(edition->file, editions->items[j].file))
				continue;
			diag_add(choosing->diags, DIAG_G108,
				records_origin(file ? file : choosing->report)->value,
				"two outputs would be called %.*s",
				TEXT_ARG(edition->file));
			diag_help(choosing->diags, "write {id}-{language}.pdf");
			return false;
		}
	}
	return true;
}

bool
editions_find(struct run *run, const struct records *all, struct text name,
	struct editions *ret_editions)
{
	const struct records *records = records_copy(run->arena, all);
	struct choosing choosing = { .run = run,
		.arena = run->arena,
		.diags = run->job.diags,
		.report = records_root(records, "report") };
	struct editions editions = { 0 };

	if (!choosing.report || !tools_make(&choosing, records))
		return false;
	if (!subjects_choose(&choosing) || !languages_choose(&choosing))
		return false;
	editions.is_many =
		choosing.for_each || records_child(choosing.report, "languages");
	editions.items = arena_array(run->arena, struct edition,
		choosing.subject_count * choosing.language_count);
	for (size_t i = 0; i < choosing.language_count; i++)
		for (size_t j = 0; j < choosing.subject_count; j++)
			editions.items[editions.count++] = (struct edition){
				.subject = choosing.subjects[j],
				.language = records_value(choosing.languages[i]),
				.asked = records_origin(choosing.languages[i])->value
			};
	*ret_editions = editions;
	return !editions.is_many || file_names(&choosing, name, ret_editions);
}
