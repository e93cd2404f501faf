#include "faultlist.h"

#include <libxml/tree.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/diag.h"
#include "escape.h"
#include "model/records.h"
#include "model/registry.h"
#include "model/value.h"
#include "model/wordlist.h"
#include "prose.h"

/* A sentence: with a capital and a full stop. */
static void
sentence_add(struct buffer *buffer, struct text text,
	void (*escape)(struct buffer *, struct text))
{
	size_t from = buffer->size;

	escape(buffer, text);
	if (buffer->size > from && buffer->at[from] >= 'a' && buffer->at[from] <= 'z')
		buffer->at[from] = (char)(buffer->at[from] - 'a' + 'A');
	if (buffer->size > from && buffer->at[buffer->size - 1] != '.' &&
		buffer->at[buffer->size - 1] != '?')
		buffer_byte(buffer, '.');
}

void
faultlist_tell(struct buffer *buffer, const struct issue *issue,
	void (*escape)(struct buffer *, struct text))
{
	const struct diag *diag = issue->diag;
	struct buffer place = buffer_make(buffer->arena);

	sentence_add(buffer, issue->silent ? text_of(diag->entry->title) : diag->says,
		escape);
	if (diag->help.size && !issue->silent) {
		buffer_byte(buffer, ' ');
		sentence_add(buffer, diag->help, escape);
	}
	if (diag->at.file.size == 0)
		return;
	place_print_whole(&place, diag->at);
	buffer_string(buffer, " *");
	escape(buffer, buffer_text(&place));
	buffer_byte(buffer, '*');
}

/* By country, those of none last, then as they stand in the files. */
static int
issue_compare(const void *a, const void *b)
{
	const struct issue *left = a, *right = b;
	struct place one = left->diag->at, other = right->diag->at;

	if ((left->country.size == 0) != (right->country.size == 0))
		return left->country.size == 0 ? 1 : -1;
	if (!text_equal(left->country, right->country))
		return text_compare(left->country, right->country);
	if (!text_equal(one.file, other.file))
		return text_compare(one.file, other.file);
	if (one.line != other.line)
		return one.line < other.line ? -1 : 1;
	return left->index < right->index ? -1 : left->index > right->index;
}

static struct text
word_find(const struct faultlist_setup *setup, const char *key)
{
	struct text word = wordlist_find(setup->words, TEXT(""), text_of(key));

	return word.size ? word : wordlist_find(setup->english, TEXT(""), text_of(key));
}

static struct text
country_name(const struct faultlist_setup *setup, struct text code)
{
	const xmlNode *country = registry_find(setup->registry, TEXT("country"), code);
	const xmlNode *name = country ? records_child(country, "name_short") : NULL;
	struct value value;

	if (code.size == 0)
		return word_find(setup, "no-country");
	if (name && value_of(setup->arena, name, setup->language, &value))
		return value.text;
	return code;
}

static void
block_put(struct prose *prose, const char *before, struct text text, const char *after,
	struct place at)
{
	struct buffer buffer = buffer_make(prose->buffer.arena);

	buffer_string(&buffer, before);
	escape_text(&buffer, text);
	buffer_string(&buffer, after);
	prose_fix(prose, buffer_text(&buffer), at);
	prose_end_block(prose);
}

/* Its record where it has a name, else its file. */
static struct text
subject_of(struct arena *arena, const struct issue *issue)
{
	const struct diag *diag = issue->diag;

	if (issue->silent)
		return diag->at.file;
	if (diag->record.size && diag->title.size)
		return text_format(arena, "%.*s, %.*s", TEXT_ARG(diag->record),
			TEXT_ARG(diag->title));
	return diag->record.size ? diag->record : diag->at.file;
}

static void
issue_put(const struct issue *issue, struct arena *arena, struct prose *prose)
{
	struct buffer line = buffer_make(arena);

	buffer_format(&line, "- **%s** ", issue->diag->entry->code);
	faultlist_tell(&line, issue, escape_text);
	prose_fix(prose, buffer_text(&line), issue->diag->at);
	prose_end_line(prose);
}

static void
issues_put(const struct faultlist_setup *setup, const struct issue *issues,
	size_t count, struct prose *prose)
{
	struct text subject = TEXT("");

	for (size_t i = 0; i < count; i++) {
		const struct diag *diag = issues[i].diag;
		struct text of = subject_of(setup->arena, &issues[i]);

		if (i == 0 || !text_equal(issues[i].country, issues[i - 1].country)) {
			prose_end_block(prose);
			block_put(prose, "## ", country_name(setup, issues[i].country),
				"", diag->at);
			subject = TEXT("");
		}
		if (!text_equal(of, subject)) {
			prose_end_block(prose);
			block_put(prose, "**", of, "**", diag->at);
		}
		subject = of;
		issue_put(&issues[i], setup->arena, prose);
	}
	prose_end_block(prose);
}

void
faultlist_put(const struct faultlist_setup *setup, struct issue *issues, size_t count,
	struct prose *prose)
{
	struct place nowhere = { .line = 0 };

	if (count == 0)
		return;
	qsort(issues, count, sizeof *issues, issue_compare);
	prose_fix(prose, TEXT("<?section open-issues?>"), nowhere);
	prose_end_block(prose);
	block_put(prose, "# ", word_find(setup, "open-issues"), "", nowhere);
	issues_put(setup, issues, count, prose);
}
