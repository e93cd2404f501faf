#include "extract.h"

#include "base/diag.h"
#include "base/suggest.h"
#include "model/records.h"
#include "model/registry.h"
#include "stage.h"

static bool
comes_out(const struct _xmlNode *report, struct text language, struct suggest *suggest)
{
	struct text own = records_value(records_child(report, "language"));
	const struct _xmlNode *edition =
		records_first(records_child(report, "languages"));

	suggest_offer(suggest, own);
	if (text_equal(own, language))
		return true;
	for (; edition; edition = records_next(edition)) {
		suggest_offer(suggest, records_value(edition));
		if (text_equal(records_value(edition), language))
			return true;
	}
	return false;
}

bool
extract_language(
	struct job *job, const struct _xmlNode *report, struct text *ret_language)
{
	struct suggest suggest = suggest_start(job->language);
	const struct _xmlNode *languages = records_child(report, "languages");

	if (job->language.size == 0) {
		*ret_language = records_value(records_child(report, "language"));
		if (ret_language->size == 0)
			*ret_language = TEXT("en");
		return true;
	}
	*ret_language = job->language;
	if (comes_out(report, job->language, &suggest))
		return true;
	diag_add(job->diags, DIAG_C116,
		records_origin(
			languages ? languages : records_child(report, "language"))
			->value,
		"the report does not come out in the language \"%.*s\"",
		TEXT_ARG(job->language));
	diag_help(job->diags,
		"name one of its languages, or add this one under languages:");
	return false;
}

struct text
extract_kind(const struct _xmlNode *report)
{
	return records_value(
		records_child(records_child(report, "for_each"), "record"));
}

/* Says that the job and the report do not agree on whether it is made for one. */
static bool
disagreement_tell(struct job *job, const struct _xmlNode *report, struct text kind)
{
	if (kind.size) {
		diag_add(job->diags, DIAG_C116,
			records_origin(records_child(report, "for_each"))->key,
			"the report is made for each %.*s, and nobody said for which "
			"one",
			TEXT_ARG(kind));
		diag_help(job->diags,
			"plgs build makes all of them; a stage makes one: --for ID");
	} else {
		diag_add(job->diags, DIAG_C116, records_origin(report)->key,
			"the report is made once, not for \"%.*s\"",
			TEXT_ARG(job->subject));
		diag_help(job->diags, "leave --for out, or write for_each: into "
				      "report.yaml");
	}
	return false;
}

static void
nearest_help(struct job *job, const struct registry *registry, struct text kind)
{
	struct suggest suggest = suggest_start(job->subject);
	size_t count;
	struct _xmlNode **records = registry_list(registry, job->scratch, kind, &count);

	for (size_t i = 0; i < count; i++)
		suggest_offer(&suggest, registry_name(registry, records[i]));
	if (suggest.nearest.size)
		diag_help(job->diags, "did you mean \"%.*s\"?",
			TEXT_ARG(suggest.nearest));
}

bool
extract_subject(struct job *job, const struct _xmlNode *report,
	const struct registry *registry, struct _xmlNode **ret_subject)
{
	struct text kind = extract_kind(report);
	struct _xmlNode *subject = NULL;

	if ((kind.size > 0) != (job->subject.size > 0))
		return disagreement_tell(job, report, kind);
	if (kind.size) {
		subject = registry_find(registry, kind, job->subject);
		if (!subject) {
			diag_add(job->diags, DIAG_C116,
				records_origin(records_child(report, "for_each"))->key,
				"there is no %.*s \"%.*s\" among the records",
				TEXT_ARG(kind), TEXT_ARG(job->subject));
			nearest_help(job, registry, kind);
			return false;
		}
	}
	*ret_subject = subject;
	return true;
}

struct _xmlNode *
extract_name(const struct _xmlNode *subject)
{
	static const char *const names[] = { "iso2", "code", "short_title", "name",
		"title" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (records_child(subject, names[i]))
			return records_child(subject, names[i]);
	return NULL;
}

struct text
extract_title(struct arena *arena, struct text title, struct text name)
{
	const struct text mark = TEXT("{subject}");
	size_t at = 0;

	while (at < title.size && !text_starts(text_slice(title, at, title.size), mark))
		at++;
	if (at == title.size)
		return text_format(arena, "%.*s \xe2\x80\x93 %.*s", TEXT_ARG(name),
			TEXT_ARG(title));
	return text_format(arena, "%.*s%.*s%.*s", TEXT_ARG(text_slice(title, 0, at)),
		TEXT_ARG(name),
		TEXT_ARG(text_slice(title, at + mark.size, title.size)));
}
