/* compose.c - records and the templates that the report names come in, Markdown goes
 * out, with a map of where each of its words was typed.  It refuses templates that
 * cannot be read and values that are asked for and missing. */
#include <libxml/tree.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/files.h"
#include "carried.h"
#include "date.h"
#include "escape.h"
#include "expand.h"
#include "extract.h"
#include "fault.h"
#include "faultlist.h"
#include "formats.h"
#include "mention.h"
#include "model/fields.h"
#include "model/gaps.h"
#include "model/query.h"
#include "model/records.h"
#include "model/registry.h"
#include "model/value.h"
#include "model/withhold.h"
#include "model/xsd.h"
#include "prose.h"
#include "speech.h"
#include "stage.h"
#include "template.h"
#include "typed.h"

enum {
	LARGEST_TEMPLATE = 4 << 20, /* bytes */
	MOST_STEPS = 1000000000,    /* of all paths: some minutes */
};

/* One edition of a report in the making. */
struct edition {
	struct job *job;
	struct arena *arena; /* of the Markdown */
	const struct records *records;
	const xmlNode *report;
	xmlNode *subject; /* that it is made for, or NULL */
	struct gaps *gaps;
	struct text path, language; /* of report.yaml */
	const struct fields *fields;
	struct registry *registry;
	struct queries *queries;
	struct typed_setup typed;
	struct speaker speaker;
	struct template_shop shop;
	struct faults *faults; /* of a draft; else NULL */
};

struct chapter {
	const xmlNode *section;
	struct text id, number, path;
	struct part *parts;
	size_t from, to; /* diagnostics of its template */
};

static bool
report_find(struct edition *edition)
{
	struct diag_list *diags = edition->job->diags;

	edition->report = records_root(edition->records, "report");
	if (!edition->report) {
		diag_add(diags, DIAG_C101, (struct place){ 0 },
			"no report is among these records");
		diag_help(diags, "name the folder of the report: "
				 "plgs read reports/annual-2023");
		return false;
	}
	edition->path = records_path(edition->report);
	return extract_language(edition->job, edition->report, &edition->language);
}

static xmlNode *
record_find(void *registry, struct text kind, struct text id)
{
	return registry_find(registry, kind, id);
}

/* What is typed in a file that is put in is held against the records too. */
static void
file_look(void *typed, struct text path, struct text bytes)
{
	typed_check(typed, path, bytes);
}

static bool
tools_make(struct edition *edition)
{
	struct arena *scratch = edition->job->scratch;
	xmlDoc *schema;

	if (!xsd_open(scratch, edition->job->diags, edition->job->files,
		    edition->job->schemas, &schema))
		return false;
	edition->fields = fields_make(scratch, schema);
	if (edition->job->draft)
		edition->faults =
			faults_make(scratch, edition->job->diags, edition->records);
	withhold(edition->records, edition->fields, edition->report);
	records_order(edition->records);
	edition->registry = registry_make(scratch, edition->records, edition->fields);
	if (!extract_subject(edition->job, edition->report, edition->registry,
		    &edition->subject))
		return false;
	edition->gaps = edition->job->gaps ? edition->job->gaps
					   : gaps_make(scratch, edition->language);
	edition->speaker = (struct speaker){ .arena = scratch,
		.diags = edition->job->diags,
		.files = edition->job->files,
		.schemas = edition->job->schemas,
		.language = edition->language,
		.fields = edition->fields,
		.report = edition->report,
		.subject = edition->subject,
		.gaps = edition->gaps,
		.faults = edition->faults,
		.formats = formats_make(scratch, edition->language) };
	edition->queries = queries_make(scratch, edition->job->diags,
		&(struct query_setup){ .fields = edition->fields,
			.find = record_find,
			.finder = edition->registry,
			.report = records_root(edition->records, "report"),
			.language = edition->language,
			.extract = extract_kind(edition->report),
			.functions = speech_functions,
			.hints = speech_hints,
			.owner = &edition->speaker,
			.bound = speaker_bound,
			.unreadable = DIAG_C105,
			.unknown = DIAG_C106,
			.unanswered = DIAG_C109,
			.never = DIAG_C111,
			.inexact = DIAG_C113,
			.is_template = true,
			.most_steps = MOST_STEPS });
	edition->shop = (struct template_shop){ .look = file_look,
		.owner = &edition->typed,
		.arena = scratch,
		.diags = edition->job->diags,
		.queries = edition->queries,
		.files = edition->job->files,
		.from = reach_records(scratch) };
	return speaker_open(&edition->speaker);
}

static void
typed_prepare(struct edition *edition)
{
	struct arena *scratch = edition->job->scratch;
	const struct months *months = months_make(scratch, edition->language);

	edition->typed = (struct typed_setup){ .arena = scratch,
		.diags = edition->job->diags,
		.months = months,
		.settings = records_child(edition->report, "rules"),
		.carried = carried_make(scratch, edition->records, months) };
}

/* What the section's key says; without it the report is not whole. */
static bool
section_value(struct edition *edition, const xmlNode *section, const char *key,
	struct text *ret_value)
{
	*ret_value = records_value(records_child(section, key));
	if (ret_value->size)
		return true;
	diag_add(edition->job->diags, DIAG_C110, records_origin(section)->key,
		"this section has no %s", key);
	return false;
}

static bool
chapter_read(struct edition *edition, const xmlNode *section, struct chapter *chapter)
{
	struct job *job = edition->job;
	const xmlNode *template = records_child(section, "template");
	size_t errors = job->diags->errors;
	struct text path, bytes;

	chapter->number = records_value(records_child(section, "number"));
	if (!section_value(edition, section, "id", &chapter->id) ||
		!section_value(edition, section, "template", &path))
		return false;
	chapter->path = files_beside(job->scratch, edition->path, path);
	if (!files_read(job->files, job->diags, chapter->path,
		    records_origin(template)->value, LARGEST_TEMPLATE, &bytes))
		return false;
	typed_check(&edition->typed, chapter->path, bytes);
	return template_parse(&edition->shop, chapter->path, bytes, &chapter->parts) &&
	       job->diags->errors == errors;
}

/* Reads every template, so that all their faults are told in one run. */
static bool
chapters_read(struct edition *edition, struct chapter **ret_chapters, size_t *ret_count)
{
	const xmlNode *sections = records_child(edition->report, "sections");
	struct chapter *chapters = NULL;
	size_t count = 0, room = 0;
	bool done = true;

	typed_prepare(edition);
	for (const xmlNode *section = records_first(sections); section;
		section = records_next(section)) {
		chapters = arena_room(edition->job->scratch, chapters, count, &room,
			sizeof *chapters);
		chapters[count] = (struct chapter){ .section = section,
			.from = edition->job->diags->count };
		done = chapter_read(edition, section, &chapters[count]) && done;
		chapters[count].to = edition->job->diags->count;
		count++;
	}
	if (count == 0)
		diag_add(edition->job->diags, DIAG_C110,
			records_origin(edition->report)->key,
			"the report names no sections");
	*ret_chapters = chapters;
	*ret_count = count;
	return (done || edition->job->draft) && count > 0;
}

static void
fact_add(struct prose *prose, const char *name, struct text value, struct place from)
{
	struct buffer buffer = buffer_make(prose->buffer.arena);

	buffer_format(&buffer, "<?%s ", name);
	escape_fact(&buffer, value);
	buffer_string(&buffer, "?>");
	prose_fix(prose, buffer_text(&buffer), from);
	prose_end_line(prose);
}

/* A fact that report.yaml may state, in the language of the edition. */
static void
stated_add(struct edition *edition, struct prose *prose, const char *name)
{
	const xmlNode *field = records_child(edition->report, name);
	struct value value;

	if (field &&
		value_of(edition->job->scratch, field, edition->language, &value) &&
		value.text.size)
		fact_add(prose, name, value.text, value.from);
}

/* What people call the subject in the language of the edition: the name of its code,
 * else the name that it has. */
static struct text
subject_name(struct edition *edition)
{
	xmlNode *field = extract_name(edition->subject);
	struct place at = records_origin(edition->subject)->value;
	struct query *query;
	struct value value = { .text = TEXT("") };

	if (field && records_first(field))
		value_of(edition->job->scratch, field, edition->language, &value);
	else if (field && query_compile(edition->queries, TEXT("label(.)"), at, &query))
		query_value(edition->queries, query, field, &value);
	return value.text;
}

/* The title, and for whom the report is where it is made for each of many. */
static void
title_add(struct edition *edition, struct prose *prose)
{
	const xmlNode *field = records_child(edition->report, "title");
	struct value value;

	if (!field ||
		!value_of(edition->job->scratch, field, edition->language, &value) ||
		value.text.size == 0)
		return;
	if (edition->subject)
		value.text = extract_title(
			edition->job->scratch, value.text, subject_name(edition));
	fact_add(prose, "title", value.text, value.from);
}

/* report.yaml has the publisher's id, readers want the name. */
static void
publisher_add(struct edition *edition, struct prose *prose)
{
	const xmlNode *field = records_child(edition->report, "publisher");
	struct text id = records_value(field);
	const xmlNode *organization =
		registry_find(edition->registry, TEXT("organization"), id);
	const xmlNode *name = records_child(organization, "name");
	struct value value = { .text = id, .from = records_origin(field)->value };

	if (name)
		value_of(edition->job->scratch, name, edition->language, &value);
	if (value.text.size)
		fact_add(prose, "publisher", value.text, value.from);
}

/* The date in words, where they are no other date of themselves. */
static void
dated_add(struct edition *edition, struct prose *prose)
{
	const xmlNode *field = records_child(edition->report, "date");
	struct buffer words = buffer_make(edition->job->scratch);

	if (field &&
		date_print(&words, records_value(field), edition->speaker.formats,
			TEXT("")) &&
		!text_equal(buffer_text(&words), records_value(field)))
		fact_add(prose, "dated", buffer_text(&words),
			records_origin(field)->value);
}

/* The picture on the cover, seen from where the report is made, and what it shows. */
static void
cover_add(struct edition *edition, struct prose *prose)
{
	const xmlNode *field = records_child(
		records_child(edition->report, "imprint"), "cover_figure");
	const xmlNode *figure =
		registry_find(edition->registry, TEXT("figure"), records_value(field));
	const xmlNode *file = records_child(figure, "file");
	const xmlNode *alt = records_child(figure, "alt");
	struct value value;

	if (!file)
		return;
	fact_add(prose, "cover",
		files_beside(edition->job->scratch, records_path(figure),
			records_value(file)),
		records_origin(file)->value);
	if (alt && value_of(edition->job->scratch, alt, edition->language, &value))
		fact_add(prose, "cover-alt", value.text, value.from);
}

static void
facts_add(struct edition *edition, struct prose *prose)
{
	const xmlNode *style = records_child(edition->report, "style");

	if (edition->records->report.size)
		fact_add(
			prose, "report", edition->records->report, (struct place){ 0 });
	title_add(edition, prose);
	stated_add(edition, prose, "subtitle");
	if (records_child(edition->report, "language"))
		fact_add(prose, "language", edition->language,
			records_origin(records_child(edition->report, "language"))
				->value);
	publisher_add(edition, prose);
	stated_add(edition, prose, "date");
	dated_add(edition, prose);
	cover_add(edition, prose);
	if (style)
		fact_add(prose, "style",
			files_beside(edition->job->scratch, edition->path,
				records_value(style)),
			records_origin(style)->value);
	if (edition->job->draft) {
		prose_fix(
			prose, TEXT("<?draft?>"), records_origin(edition->report)->key);
		prose_end_line(prose);
	}
	if (!text_is(records_value(records_child(edition->report, "front")), "no"))
		prose_fix(prose, TEXT("<?front?>"),
			records_origin(edition->report)->value);
	prose_end_block(prose);
}

static bool
chapter_expand(
	struct edition *edition, const struct chapter *chapter, struct prose *prose)
{
	struct job *job = edition->job;
	struct text id = chapter->id.size ? chapter->id : TEXT("unnamed");
	struct text line = chapter->number.size
				   ? text_format(job->scratch, "%.*s %.*s",
					     TEXT_ARG(id), TEXT_ARG(chapter->number))
				   : id;
	struct text place = records_value(records_child(chapter->section, "place"));
	bool done;

	fact_add(prose,
		place.size && !text_is(place, "body") ? text_string(job->scratch, place)
						      : "section",
		line, records_origin(chapter->section)->value);
	prose_end_block(prose);
	if (edition->faults) {
		faults_show(edition->faults, chapter->from, chapter->to);
		prose_end_block(prose);
	}
	done = expand_parts(&edition->speaker, edition->queries, chapter->parts,
		xmlDocGetRootElement(edition->records->xml), prose);
	prose_end_block(prose);
	return done;
}

/* Where the report says that it comes out in this language. */
static struct place
edition_place(const struct edition *edition)
{
	const xmlNode *languages = records_child(edition->report, "languages");

	for (const xmlNode *item = records_first(languages); item;
		item = records_next(item))
		if (text_equal(records_value(item), edition->language))
			return records_origin(item)->value;
	return records_origin(records_child(edition->report, "language"))->value;
}

/* A draft shows what is wrong. */
static void
faults_close(struct edition *edition, struct prose *prose)
{
	faults_list(edition->faults,
		&(struct faultlist_setup){ .arena = edition->job->scratch,
			.registry = edition->registry,
			.language = edition->language,
			.words = edition->speaker.words,
			.english = edition->speaker.english },
		prose);
}

static bool
compose_run(struct job *job, const struct piece *in, struct arena *arena,
	struct piece *ret_out)
{
	struct edition edition = { .job = job, .arena = arena, .records = in->records };
	struct prose prose = prose_make(arena);
	struct chapter *chapters;
	size_t count;
	bool done = true;

	if (!report_find(&edition) || !tools_make(&edition) ||
		!chapters_read(&edition, &chapters, &count))
		return false;
	facts_add(&edition, &prose);
	if (edition.faults)
		faults_attend(edition.faults, &prose);
	for (size_t i = 0; i < count; i++)
		done = chapter_expand(&edition, &chapters[i], &prose) && done;
	if (!job->gaps)
		gaps_tell(edition.gaps, job->diags, edition_place(&edition));
	if (edition.faults)
		faults_close(&edition, &prose);
	else if (!done)
		return false;
	*ret_out = (struct piece){
		.form = FORM_MARKDOWN, .arena = arena, .text = prose_finish(&prose)
	};
	return true;
}

const struct stage compose_stage = {
	.name = "compose",
	.summary = "records and templates to Markdown",
	.takes = FORM_RECORDS,
	.gives = FORM_MARKDOWN,
	.run = compose_run,
};
