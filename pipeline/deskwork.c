#include "deskwork.h"

#include <stdio.h>

#include "base/diag.h"
#include "base/files.h"
#include "desk/desk.h"
#include "model/fields.h"
#include "model/rulebook.h"
#include "model/xsd.h"

/* False: a diagnostic says why the schemas cannot be used. */
static bool
desk_open(struct run *run, struct desk *ret_desk)
{
	struct job *job = &run->job;
	struct _xmlDoc *tree;

	if (!xsd_open(run->arena, job->diags, job->files, job->schemas, &tree))
		return false;
	*ret_desk = (struct desk){
		.arena = run->arena,
		.fields = fields_make(run->arena, tree),
		.diags = job->diags,
		.files = job->files,
		.schemas = job->schemas,
	};
	return true;
}

static enum status
command_refuse(const struct run *run, struct text why)
{
	fprintf(stderr, "plgs %.*s: %.*s\n", TEXT_ARG(run->command.word),
		TEXT_ARG(why));
	return STATUS_COMMAND;
}

/* The rules across fields, where the schemas have any. */
static bool
rules_open(struct run *run, const struct rulebook **ret_rules)
{
	struct job *job = &run->job;
	struct text path = files_within(run->arena, job->schemas, TEXT("rules.xml"));

	return files_exists(job->files, path) &&
	       rulebook_open(
		       run->arena, job->diags, job->files, job->schemas, ret_rules);
}

static void
codes_list(struct run *run, struct buffer *out)
{
	const struct rulebook *rules;

	for (enum diag_code code = 0; code < DIAG_CODES; code++)
		buffer_format(out, "%s  %s\n", diag_entry(code)->code,
			diag_entry(code)->title);
	if (!rules_open(run, &rules))
		return;
	for (size_t i = 0; i < rules->count; i++)
		buffer_format(out, "%s  %s\n", rules->rules[i].entry.code,
			rules->rules[i].entry.title);
}

/* "V501": the catalogue does not have the codes of rules. */
static bool
rule_explain(struct run *run, struct text word, struct buffer *out)
{
	const struct rulebook *rules;
	const struct rule *rule;
	int64_t number;

	if (word.size != 4 || !text_number(text_slice(word, 1, 4), &number) ||
		!rules_open(run, &rules))
		return false;
	rule = rulebook_find(rules, word);
	if (rule)
		desk_explain_rule(rule, out);
	return rule != NULL;
}

/* Codes are explained without the schemas, which may be what is wrong. */
static enum status
words_explain(struct run *run, struct buffer *out)
{
	const struct command *command = &run->command;
	struct desk desk = { .fields = NULL };
	struct text why;

	if (command->count == 0)
		codes_list(run, out);
	for (size_t i = 0; i < command->count; i++) {
		struct text word = command->names[i];

		buffer_string(out, i ? "\n" : "");
		if (desk_explain_code(word, out) || rule_explain(run, word, out))
			continue;
		if (!desk.fields && !desk_open(run, &desk))
			return STATUS_FINE;
		if (!desk_explain_field(&desk, word, out, &why))
			return command_refuse(run, why);
	}
	return STATUS_FINE;
}

static enum status
schema_write(struct run *run, struct buffer *out)
{
	const struct command *command = &run->command;
	struct text root = command->count ? command->names[0] : TEXT("");
	struct desk desk;
	struct text why;

	if (!desk_open(run, &desk) || desk_schema(&desk, root, out, &why))
		return STATUS_FINE;
	return command_refuse(run, why);
}

static enum status
record_write(struct run *run, struct buffer *out)
{
	const struct command *command = &run->command;
	const struct desk_wish wish = {
		.name = command->count ? command->names[0] : TEXT(""),
		.id = command->id,
		.country = command->country,
		.kind = command->kind,
	};
	struct desk desk;
	struct text why;

	if (!desk_open(run, &desk) || desk_new(&desk, &wish, out, &why))
		return STATUS_FINE;
	return command_refuse(run, why);
}

static void
guide_write(struct run *run, struct buffer *out)
{
	struct desk desk;

	if (desk_open(run, &desk))
		desk_guide(&desk, out);
}

enum status
deskwork_command(struct run *run)
{
	struct text output = run->command.output.size ? run->command.output : TEXT("-");
	struct buffer out = buffer_make(run->arena);
	enum status status = STATUS_FINE;

	if (run->command.name == COMMAND_EXPLAIN)
		status = words_explain(run, &out);
	else if (run->command.name == COMMAND_SCHEMA)
		status = schema_write(run, &out);
	else if (run->command.name == COMMAND_NEW)
		status = record_write(run, &out);
	else
		guide_write(run, &out);
	if (status == STATUS_FINE && run->job.diags->errors == 0)
		run_give(run, output, buffer_text(&out));
	return status;
}
