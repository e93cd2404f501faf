/* main.c - argv to a command and a command to an exit status.  Only the files of this
 * folder print.
 */
#include <stdio.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "build.h"
#include "check.h"
#include "command.h"
#include "deskwork.h"
#include "diff.h"
#include "form.h"
#include "manual.h"
#include "run.h"
#include "span.h"

static const int64_t MEMORY_LIMIT = (int64_t)4 << 30;

/* The one end of a run that has no memory left.  Nothing is half-written: files
 * are renamed into place when they are whole. */
static _Noreturn void
run_exhausted(void *context)
{
	static const char message[] = "plgs: out of memory: the input is too large for "
				      "the limit (--memory) or "
				      "for this machine\n";
	ssize_t put = write(STDERR_FILENO, message, sizeof message - 1);

	(void)context;
	(void)put;
	_exit(STATUS_MACHINE);
}

static void
span_command(struct run *run)
{
	static const struct text standard_input = TEXT_CONSTANT("-");
	struct command *command = &run->command;
	struct text output = command->output.size ? command->output : standard_input;
	struct buffer buffer = buffer_make(run->arena);
	struct piece in, out;
	struct span span;

	span_parse(command->word, &span);
	if (span_stages[span.first]->takes == FORM_YAML)
		in = run_name(run, command->count ? command->names : &standard_input,
			command->count ? command->count : 1);
	else if (!run_take(run, span_stages[span.first]->takes, &in))
		return;
	if (!span_run(&run->job, span, run->budget, &in, &out))
		return;
	form_act(out.form)->print(&out, &buffer);
	run_give(run, output, buffer_text(&buffer));
	arena_close(out.arena);
}

static void
reprint_command(struct run *run)
{
	struct text name = run->command.count ? run->command.names[0] : TEXT("");
	enum form form = form_find(name);
	struct buffer buffer = buffer_make(run->arena);
	struct piece piece;

	run->command.count = 0;
	if (form == FORMS || !form_act(form)->parse || !run_take(run, form, &piece))
		return;
	form_act(form)->print(&piece, &buffer);
	run_give(run, TEXT("-"), buffer_text(&buffer));
	arena_close(piece.arena);
}

/* Returns the status of a command that is wrong, else what the run comes to. */
static enum status
run_command(struct run *run)
{
	enum status status = STATUS_FINE;

	switch (run->command.name) {
	case COMMAND_BUILD:
		status = build_command(run);
		break;
	case COMMAND_CHECK:
		status = check_command(run);
		break;
	case COMMAND_DIFF:
		status = diff_command(run);
		break;
	case COMMAND_SPAN:
		span_command(run);
		break;
	case COMMAND_EXPLAIN:
	case COMMAND_GUIDE:
	case COMMAND_NEW:
	case COMMAND_SCHEMA:
		status = deskwork_command(run);
		break;
	case COMMAND_REPRINT:
		reprint_command(run);
		break;
	case COMMAND_HELP:
	case COMMAND_VERSION:
	case COMMANDS:
		break;
	}
	return status;
}

static enum status
help_show(struct arena *arena, const struct command *command)
{
	struct buffer buffer = buffer_make(arena);
	struct text form = command->count ? command->names[0] : TEXT("");

	if (text_is(form, "man"))
		manual_page(&buffer);
	else if (text_is(form, "bash"))
		manual_completion(&buffer);
	else
		command_help(&buffer);
	fwrite(buffer.at, 1, buffer.size, stdout);
	return STATUS_FINE;
}

static enum status
version_show(void)
{
	printf("plgs %s\n", PLGS_VERSION);
	return STATUS_FINE;
}

/* A command that is wrong has said so itself; the others say what they came to. */
static enum status
command_run(struct arena *arena, struct budget *budget, const struct command *command)
{
	struct run run = run_open(arena, budget, command);
	enum status status = run_command(&run);

	if (status == STATUS_FINE)
		return run_close(&run);
	arena_close(run.job.scratch);
	return status;
}

/* What standard output could not take is a failure of the machine. */
static enum status
output_close(enum status status)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	perror("plgs: standard output");
	return STATUS_MACHINE;
}

int
main(int count, char **words)
{
	struct budget budget = { (size_t)MEMORY_LIMIT, run_exhausted, NULL };
	struct arena *arena = arena_open(&budget);
	enum status status = STATUS_COMMAND;
	struct command command;
	struct text why;

	if (!command_parse(arena, count, words, &command, &why))
		fprintf(stderr, "plgs: %.*s; plgs help shows what there is\n",
			TEXT_ARG(why));
	else if (command.name == COMMAND_HELP)
		status = help_show(arena, &command);
	else if (command.name == COMMAND_VERSION)
		status = version_show();
	else
		status = command_run(arena, &budget, &command);
	arena_close(arena);
	return output_close(status);
}
