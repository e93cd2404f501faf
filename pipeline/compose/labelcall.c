#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "base/arena.h"
#include "model/codelist.h"
#include "model/fields.h"
#include "model/records.h"
#include "pattern.h"
#include "speech.h"
#include "taken.h"
#include "words.h"

/* The list that a type's values stand in, or NULL. */
static const struct codelist *
codes_find(struct speaker *speaker, const struct type *type)
{
	struct code_names *codes = speaker->codes;

	if (!type || type->codelist.size == 0 || !speaker->files)
		return NULL;
	while (codes && !text_equal(codes->name, type->name))
		codes = codes->next;
	if (codes)
		return codes->list;
	codes = arena_make(speaker->arena, struct code_names);
	codes->name = type->name;
	codes->next = speaker->codes;
	speaker->codes = codes;
	codelist_open(speaker->arena, speaker->diags, speaker->files, speaker->schemas,
		type->codelist, type->code, &codes->list);
	return codes->list;
}

/* The name that the record of the same code has in the language, or empty. */
static struct text
record_name(struct query_call *call, struct text kind, struct text value)
{
	const xmlNode *record = kind.size ? query_record(call, kind, value) : NULL;
	const xmlNode *names = records_child(record, "name_short");

	if (!names)
		names = records_child(record, "name");
	return records_value(
		records_child(names, text_string(call->arena, call->language)));
}

/* The name that the list itself has in the language, or empty. */
static struct text
listed_name(const struct code *code, struct text language)
{
	struct text stem = text_slice(language, 0, text_find(language, '-', 0));

	for (size_t i = 0; i < code->name_count; i++)
		if (text_equal(code->names[i].language, stem))
			return code->names[i].words;
	return TEXT("");
}

/* The name of a code on a list: in the language as the United Nations write it, as the
 * record of it says, in English. */
static struct text
code_name(struct query_call *call, struct text kind, const struct code *code)
{
	struct text name = listed_name(code, call->language);

	if (name.size == 0)
		name = record_name(call, kind, code->value);
	return name.size ? name : code->name;
}

/* The kind of record that bears the code: what the field points to, or names itself. */
static struct text
code_kind(const struct field *field)
{
	if (!field)
		return TEXT("");
	return field->refers_to.size ? field->refers_to : field->identifies;
}

static struct text
blanks_for_hyphens(struct arena *arena, struct text value)
{
	struct text kept = text_keep(arena, value);
	char *at = text_string(arena, kept);

	for (size_t i = 0; i < kept.size; i++)
		if (at[i] == '-')
			at[i] = ' ';
	return (struct text){ at, kept.size };
}

void
labelcall_label(struct query_call *call)
{
	struct speaker *speaker = call->owner;
	struct buffer answer = buffer_make(call->arena);
	const struct field *field = NULL;
	const struct codelist *codes;
	const struct code *code;
	struct text name = TEXT(""), value;
	xmlNode *node;
	enum taken taken =
		taken_node(call, "label() takes one code of a record", &node);

	if (taken == TAKEN_NOTHING)
		taken_answer_nothing(call);
	if (taken != TAKEN)
		return;
	value = records_value(node);
	if (speaker->fields)
		field = fields_of(speaker->fields, node);
	codes = codes_find(speaker, field ? field->type : NULL);
	code = codes ? codelist_find(codes, value) : NULL;
	if (code)
		name = code_name(call, code_kind(field), code);
	else if (field && field->type->choice_count)
		name = speaker_word(call, field->type->name, value);
	if (name.size == 0)
		name = blanks_for_hyphens(call->arena, value);
	buffer_add(&answer, name);
	query_answer(call, &answer);
}

/* order(CODE): its place among the values that the field may have, from 1 on. */
void
labelcall_order(struct query_call *call)
{
	struct speaker *speaker = call->owner;
	const struct field *field = NULL;
	const struct codelist *codes;
	struct text value;
	int64_t place = 0;
	xmlNode *node;
	enum taken taken =
		taken_node(call, "order() takes one code of a record", &node);

	if (taken == TAKEN_WRONG)
		return;
	value = taken == TAKEN ? records_value(node) : TEXT("");
	if (speaker->fields && taken == TAKEN)
		field = fields_of(speaker->fields, node);
	codes = codes_find(speaker, field ? field->type : NULL);
	for (size_t i = 0; codes && i < codes->count; i++)
		if (text_equal(codes->codes[i].value, value))
			place = (int64_t)i + 1;
	for (size_t i = 0; !codes && field && i < field->type->choice_count; i++)
		if (text_equal(field->type->choices[i].value, value))
			place = (int64_t)i + 1;
	taken_answer(call, exact_of(place));
}

/* What quantity() and money() are asked for beside the number. */
struct manner {
	bool what, basis, figures, full;
};

static bool
manner_take(struct query_call *call, struct manner *manner)
{
	for (int i = call->count; i > 1; i--) {
		struct text word = query_argument(call);

		if (text_is(word, "what")) {
			manner->what = true;
		} else if (text_is(word, "basis")) {
			manner->basis = true;
		} else if (text_is(word, "figures")) {
			manner->figures = true;
		} else if (text_is(word, "full")) {
			manner->full = true;
		} else {
			query_refuse(call,
				"there are 'what', 'basis', 'figures' and 'full'",
				word);
			return false;
		}
	}
	return true;
}

/* "over …", and how it came about behind it. */
static void
qualified_answer(struct query_call *call, const xmlNode *node, struct text number,
	const struct manner *manner)
{
	struct buffer answer = buffer_make(call->arena);
	struct text qualifier = records_value(records_child(node, "qualifier"));
	const xmlNode *basis = records_child(node, "basis");
	const struct speaker *speaker = call->owner;
	const struct field *field =
		speaker->fields && basis ? fields_of(speaker->fields, basis) : NULL;

	if (qualifier.size && !text_is(qualifier, "exactly"))
		pattern_fill(&answer, speaker_word(call, TEXT(""), qualifier), number);
	else
		buffer_add(&answer, number);
	if (manner->what && records_child(node, "what"))
		buffer_format(&answer, " %.*s",
			TEXT_ARG(records_value(records_child(node, "what"))));
	if (manner->basis && basis)
		buffer_format(&answer, " (%.*s)",
			TEXT_ARG(speaker_word(call,
				field ? field->type->name : TEXT("basis"),
				records_value(basis))));
	query_answer(call, &answer);
}

/* quantity(COUNT), quantity(COUNT, 'what', 'basis', 'figures') */
void
labelcall_quantity(struct query_call *call)
{
	struct buffer number = buffer_make(call->arena);
	const char *wanted = "quantity() takes a record with a value";
	struct manner manner = { 0 };
	struct text value;
	xmlNode *node;
	enum taken taken;
	exact size;
	int64_t whole;

	if (!manner_take(call, &manner))
		return;
	taken = taken_node(call, wanted, &node);
	if (taken == TAKEN_NOTHING)
		taken_answer_nothing(call);
	if (taken != TAKEN)
		return;
	value = records_value(records_child(node, "value"));
	if (value.size == 0 && records_child(node, "text")) {
		buffer_add(&number, records_value(records_child(node, "text")));
		query_answer(call, &number);
		return;
	}
	if (!exact_parse(value, &size)) {
		query_refuse_node(call, wanted, node);
		return;
	}
	query_from(call, records_child(node, "value"));
	if (!manner.figures && exact_is_whole(size, &whole))
		words_print(&number, whole, speaker_formats(call));
	else
		words_figures(&number, value, speaker_formats(call));
	qualified_answer(call, node, buffer_text(&number), &manner);
}

/* True where the amount reads better with "million": nothing of it is lost. */
static bool
is_round(exact amount)
{
	const exact million = exact_of(1000000);

	return amount >= million * 1000 ? amount % (million * 10) == 0
	       : amount >= million      ? amount % (million / 100) == 0
					: false;
}

/* money(MONEY), money(MONEY, 'full', 'basis') */
void
labelcall_money(struct query_call *call)
{
	struct buffer number = buffer_make(call->arena);
	struct buffer sum = buffer_make(call->arena);
	const char *wanted = "money() takes a record with an amount and a currency";
	struct manner manner = { 0 };
	struct text amount, currency, pattern;
	xmlNode *node;
	enum taken taken;
	exact size;

	if (!manner_take(call, &manner))
		return;
	taken = taken_node(call, wanted, &node);
	if (taken == TAKEN_NOTHING)
		taken_answer_nothing(call);
	if (taken != TAKEN)
		return;
	amount = records_value(records_child(node, "amount"));
	currency = records_value(records_child(node, "currency"));
	if (!exact_parse(amount, &size) || currency.size == 0) {
		query_refuse_node(call, wanted, node);
		return;
	}
	query_from(call, records_child(node, "amount"));
	if (manner.full || !is_round(size))
		words_figures(&number, amount, speaker_formats(call));
	else
		words_compact(&number, amount, speaker_formats(call));
	pattern = speaker_word(call, TEXT("currency-amount"), currency);
	if (pattern.size == 0)
		pattern =
			text_format(call->arena, "%.*s\xc2\xa0{0}", TEXT_ARG(currency));
	pattern_fill(&sum, pattern, buffer_text(&number));
	qualified_answer(call, node, buffer_text(&sum), &manner);
}
