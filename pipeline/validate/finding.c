#include "finding.h"

#include <libxml/tree.h>

#include "model/records.h"
#include "model/rulebook.h"
#include "validate/rulecount.h"
#include "validate/rulephrase.h"
#include "validate/ruletext.h"

static bool
acronym_finds(const struct finding *finding, const xmlNode *value)
{
	(void)finding;
	return ruletext_acronym(records_value(value)).size > 0;
}

static bool
begins_finds(const struct finding *finding, const xmlNode *value)
{
	return text_starts(records_value(value), finding->argument);
}

static bool
digit_first_finds(const struct finding *finding, const xmlNode *value)
{
	struct text text = text_trim(records_value(value));

	(void)finding;
	return text.size && text.at[0] >= '0' && text.at[0] <= '9';
}

static bool
foreign_script_finds(const struct finding *finding, const xmlNode *value)
{
	(void)finding;
	return !ruletext_script_fits(
		text_of((const char *)value->name), records_value(value));
}

static bool
holds_finds(const struct finding *finding, const xmlNode *value)
{
	struct text text = records_value(value);

	for (size_t i = 0; i < finding->argument.size; i++)
		if (text_find(text, finding->argument.at[i], 0) < text.size)
			return true;
	return false;
}

static bool
mentions_finds(const struct finding *finding, const xmlNode *value)
{
	return rulephrase_first(finding->phrases, records_value(value)).size > 0;
}

static bool
miscounted_finds(const struct finding *finding, const xmlNode *value)
{
	(void)finding;
	return rulecount_find(records_value(value)).size > 0;
}

static bool
mixed_finds(const struct finding *finding, const xmlNode *value)
{
	(void)finding;
	return ruletext_mixed(records_value(value)).size > 0;
}

static bool
other_than_finds(const struct finding *finding, const xmlNode *value)
{
	return !text_equal(records_value(value), finding->argument);
}

static bool
words_beyond_finds(const struct finding *finding, const xmlNode *value)
{
	int64_t words = (int64_t)ruletext_words(records_value(value));

	return words < finding->least || words > finding->most;
}

static bool
bounds_read(struct finding *finding)
{
	struct text rest = finding->argument, least;

	return text_cut(&rest, ' ', &least) && text_number(least, &finding->least) &&
	       text_number(rest, &finding->most);
}

enum argument { ARGUMENT_NONE, ARGUMENT_TEXT, ARGUMENT_LIST, ARGUMENT_BOUNDS };

static const struct {
	const char *name;
	enum argument argument;
	bool (*finds)(const struct finding *, const xmlNode *);
} kinds[] = {
	{ "acronym", ARGUMENT_NONE, acronym_finds },
	{ "begins", ARGUMENT_TEXT, begins_finds },
	{ "digit-first", ARGUMENT_NONE, digit_first_finds },
	{ "foreign-script", ARGUMENT_NONE, foreign_script_finds },
	{ "holds", ARGUMENT_TEXT, holds_finds },
	{ "mentions", ARGUMENT_LIST, mentions_finds },
	{ "miscounted", ARGUMENT_NONE, miscounted_finds },
	{ "mixed", ARGUMENT_NONE, mixed_finds },
	{ "other-than", ARGUMENT_TEXT, other_than_finds },
	{ "words-beyond", ARGUMENT_BOUNDS, words_beyond_finds },
};

static bool
argument_read(
	const struct rulebook *book, enum argument argument, struct finding *finding)
{
	switch (argument) {
	case ARGUMENT_NONE:
		return finding->argument.size == 0;
	case ARGUMENT_TEXT:
		return finding->argument.size > 0;
	case ARGUMENT_LIST:
		finding->phrases = rulephrase_list(book, finding->argument);
		return finding->phrases != NULL;
	case ARGUMENT_BOUNDS:
		return bounds_read(finding);
	}
	return false;
}

bool
finding_read(
	const struct rulebook *book, struct text source, struct finding *ret_finding)
{
	struct text name = text_slice(source, 0, text_find(source, ' ', 0));

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		struct finding finding = { .finds = kinds[i].finds };

		if (!text_is(name, kinds[i].name))
			continue;
		if (name.size < source.size)
			finding.argument =
				text_slice(source, name.size + 1, source.size);
		if (!argument_read(book, kinds[i].argument, &finding))
			return false;
		*ret_finding = finding;
		return true;
	}
	return false;
}

struct _xmlNode *
finding_value(struct _xmlNode *record, struct text path)
{
	struct text name;

	while (record && text_cut(&path, '/', &name)) {
		xmlNode *child = records_first(record);

		while (child && !text_is(name, (const char *)child->name))
			child = records_next(child);
		record = child;
	}
	return record;
}
