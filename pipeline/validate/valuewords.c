#include "valuewords.h"

#include <libxml/tree.h>

#include "base/diag.h"
#include "base/suggest.h"
#include "model/fields.h"
#include "model/records.h"
#include "validate/dateguess.h"
#include "validate/disguise.h"
#include "validate/judge.h"
#include "validate/numeral.h"
#include "validate/values.h"

enum { CHOICES_SHOWN = 12, VALUE_BYTES = 80 };

void
valuewords_complain(struct judge *judge, enum diag_code code,
	const struct _xmlNode *node, const char *why)
{
	struct text value = judge_cut(records_value(node), VALUE_BYTES);
	struct text name = judge_name(judge, node), record = judge_record(judge, node);

	diag_add(judge->diags, code, records_origin(node)->value,
		"\"%.*s\" %s %.*s%.*s", TEXT_ARG(value), why, TEXT_ARG(name),
		TEXT_ARG(record));
}

static void
choices_help(struct judge *judge, const struct type *type)
{
	struct buffer choices = buffer_make(judge->scratch);

	for (size_t i = 0; i < type->choice_count && i < CHOICES_SHOWN; i++) {
		buffer_string(&choices, i ? ", " : "");
		buffer_add(&choices, type->choices[i].value);
	}
	buffer_string(&choices, type->choice_count > CHOICES_SHOWN ? " …" : "");
	diag_help(judge->diags, "write one of %.*s", TEXT_ARG(buffer_text(&choices)));
}

static bool
is_known_as(const struct choice *choice, struct text value)
{
	struct text words = choice->known_as, word;

	while (text_cut(&words, '|', &word)) {
		struct suggest suggest = suggest_start(value);

		suggest_offer(&suggest, word);
		if (suggest.nearest.size && suggest.mistakes == 0)
			return true;
	}
	return false;
}

/* The value that another word stands for, or an empty text. */
static struct text
choice_known(const struct type *type, struct text value)
{
	for (size_t i = 0; i < type->choice_count; i++)
		if (is_known_as(&type->choices[i], value))
			return type->choices[i].value;
	return TEXT("");
}

static void
choice_help(struct judge *judge, const xmlNode *node, const struct type *type,
	struct text plain)
{
	struct suggest suggest = suggest_start(plain);
	struct text known = choice_known(type, plain);

	for (size_t i = 0; i < type->choice_count; i++)
		suggest_offer(&suggest, type->choices[i].value);
	if (known.size) {
		diag_help(judge->diags, "write %.*s", TEXT_ARG(known));
		judge_fix(judge, node, known);
		return;
	}
	if (suggest.nearest.size)
		diag_help(judge->diags, "did you mean \"%.*s\"?",
			TEXT_ARG(suggest.nearest));
	else
		choices_help(judge, type);
	if (suggest_is_sure(&suggest))
		judge_fix(judge, node, suggest.nearest);
}

static void
date_help(struct judge *judge, const xmlNode *node, const struct type *type,
	struct text plain)
{
	struct dateguess guess = { .help = TEXT("") };

	dateguess_make(judge->scratch, plain, &guess);
	if (guess.label.size)
		diag_label(judge->diags, "%.*s", TEXT_ARG(guess.label));
	if (guess.help.size)
		diag_help(judge->diags, "%.*s", TEXT_ARG(guess.help));
	else
		diag_help(judge->diags, "%.*s", TEXT_ARG(type->says));
	if (values_fit(judge, type, guess.mend))
		judge_fix(judge, node, guess.mend);
}

static void
number_help(struct judge *judge, const xmlNode *node, const struct type *type,
	struct text plain)
{
	struct numeral numeral = numeral_read(judge->scratch, plain);

	if (!values_fit(judge, type, numeral.digits)) {
		diag_help(judge->diags, "%.*s", TEXT_ARG(type->says));
		return;
	}
	if (numeral.rest.size)
		diag_label(judge->diags, "\"%.*s\" is no part of the number",
			TEXT_ARG(judge_cut(numeral.rest, VALUE_BYTES)));
	diag_help(
		judge->diags, "write the digits alone: %.*s", TEXT_ARG(numeral.digits));
	if (numeral.is_sure)
		judge_fix(judge, node, numeral.digits);
}

/* "AZ 2023 Forum" as az-2023-forum. */
static struct text
name_guess(struct judge *judge, struct text plain)
{
	struct buffer name = buffer_make(judge->scratch);

	for (size_t i = 0; i < plain.size; i++) {
		char byte = plain.at[i];

		if (byte >= 'A' && byte <= 'Z')
			byte = (char)(byte - 'A' + 'a');
		buffer_byte(&name, byte == ' ' || byte == '_' ? '-' : byte);
	}
	return buffer_text(&name);
}

/* What the value may have been meant to be, by its form alone; empty for nothing.  The
 * name of a record that is there already is no guess. */
static struct text
form_guess(struct judge *judge, const xmlNode *node, const struct type *type,
	struct text plain)
{
	const struct field *field = fields_of(judge->fields, node);
	struct text address =
		text_format(judge->scratch, "https://%.*s", TEXT_ARG(plain));
	struct text name = name_guess(judge, plain);

	if (text_starts(plain, TEXT("www.")) && values_fit(judge, type, address))
		return address;
	if (field && field->refers_to.size == 0 && values_fit(judge, type, name))
		return name;
	return TEXT("");
}

static void
form_help(struct judge *judge, const xmlNode *node, const struct type *type,
	struct text plain)
{
	struct text guess = form_guess(judge, node, type, plain);
	struct numeral numeral = numeral_read(judge->scratch, plain);

	if (numeral.rest.size == 0 && values_fit(judge, type, numeral.digits))
		number_help(judge, node, type, plain);
	else if (guess.size)
		diag_help(judge->diags, "write %.*s", TEXT_ARG(guess));
	else if (type->says.size)
		diag_help(judge->diags, "%.*s", TEXT_ARG(type->says));
	else
		diag_help(judge->diags, "compare it with a record that is right");
}

/* What is said of a wrong value. */
struct manner {
	enum diag_code code;
	const char *why;
	void (*help)(struct judge *, const xmlNode *, const struct type *,
		struct text plain);
};

static struct manner
manner_of(const struct type *type)
{
	if (type->choice_count)
		return (struct manner){ DIAG_V301, "is not one of the values of",
			choice_help };
	if (type->is_date)
		return (struct manner){ DIAG_V302, "is no date for", date_help };
	if (type->is_number)
		return (struct manner){ DIAG_V304, "is no number for", number_help };
	return (struct manner){ DIAG_V303, "does not fit", form_help };
}

void
valuewords_explain(
	struct judge *judge, const struct _xmlNode *node, const struct type *type)
{
	struct disguise disguise = disguise_of(judge->scratch, records_value(node));
	struct manner manner = manner_of(type);

	valuewords_complain(judge, manner.code, node, manner.why);
	if (disguise_tell(judge, node, type))
		return;
	manner.help(judge, node, type, disguise.plain);
	disguise_label(judge, disguise);
}
