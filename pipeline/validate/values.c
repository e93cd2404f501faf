#include "values.h"

#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "model/fields.h"
#include "model/records.h"
#include "model/treenode.h"
#include "validate/calendar.h"
#include "validate/judge.h"
#include "validate/schema.h"

enum {
	CHOICES_SHOWN = 12,
	VALUE_BYTES = 80,
	KNOWN = 1024, /* values that are kept as right, at most */
	CALLED = 128, /* types whose elements are kept */
};

/* A value that was found right. */
struct known {
	const struct type *type; /* NULL: none */
	size_t size;
	char bytes[48];
};

/* The element that is declared for a type. */
struct called {
	const struct type *type; /* NULL: none yet */
	const xmlChar *name;     /* in the dictionary of the document */
};

struct values {
	xmlSchemaValidCtxt *context;
	xmlDoc *doc; /* of the one element that libxml2 is asked about */
	struct known known[KNOWN];
	struct called called[CALLED];

	/* The question. */
	const xmlNode *node;
	const struct type *type;
	bool told;
};

void
values_complain(struct judge *judge, enum diag_code code, const struct _xmlNode *node,
	const char *why)
{
	struct text value = judge_cut(records_value(node), VALUE_BYTES);
	struct text name = judge_name(judge, node), record = judge_record(judge, node);

	diag_add(judge->diags, code, records_origin(node)->value,
		"\"%.*s\" %s %.*s%.*s", TEXT_ARG(value), why, TEXT_ARG(name),
		TEXT_ARG(record));
}

/* A value copied from elsewhere may end in a blank that nobody sees. */
static bool
is_invisible(uint32_t rune)
{
	return rune == 0xa0 || rune == 0xad || rune == 0x202f || rune == 0x2060 ||
	       (rune >= 0x2000 && rune <= 0x200f);
}

/* The value without what nobody sees; `hidden` is the last such character. */
static struct text
visible_part(const struct judge *judge, struct text value, uint32_t *ret_hidden)
{
	struct buffer visible = buffer_make(judge->scratch);
	uint32_t rune;

	*ret_hidden = 0;
	for (size_t i = 0; i < value.size;) {
		i += text_rune(value, i, &rune);
		if (is_invisible(rune))
			*ret_hidden = rune;
		else
			buffer_rune(&visible, rune);
	}
	return text_trim(buffer_text(&visible));
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

static void
choice_complain(struct judge *judge, const xmlNode *node, const struct type *type)
{
	uint32_t hidden;
	struct text visible = visible_part(judge, records_value(node), &hidden);
	struct suggest suggest = suggest_start(visible);

	for (size_t i = 0; i < type->choice_count; i++)
		suggest_offer(&suggest, type->choices[i].value);
	values_complain(judge, DIAG_V301, node, "is not one of the values of");
	if (hidden && suggest.mistakes == 0)
		diag_help(judge->diags, "delete the invisible character U+%04X in it",
			(unsigned)hidden);
	else if (suggest.nearest.size)
		diag_help(judge->diags, "did you mean \"%.*s\"?",
			TEXT_ARG(suggest.nearest));
	else
		choices_help(judge, type);
	if (suggest_is_sure(&suggest))
		judge_fix(judge, node, suggest.nearest);
}

static void
date_complain(struct judge *judge, const xmlNode *node, const struct type *type)
{
	struct calendar_words words;

	values_complain(judge, DIAG_V302, node, "is no date for");
	if (!calendar_explain(judge->scratch, records_value(node), &words)) {
		diag_help(judge->diags, "%.*s", TEXT_ARG(type->says));
		return;
	}
	if (words.mend.size)
		judge_fix(judge, node, words.mend);
	if (words.label.size)
		diag_label(judge->diags, "%.*s", TEXT_ARG(words.label));
	if (words.help.size)
		diag_help(judge->diags, "%.*s", TEXT_ARG(words.help));
	else
		diag_help(judge->diags, "%.*s", TEXT_ARG(type->says));
}

/* "1,200,000" as "1200000"; empty where other things than digits and the signs
 * between them stand in the value. */
static struct text
number_digits(const struct judge *judge, struct text value)
{
	struct buffer digits = buffer_make(judge->scratch);
	size_t start = 0;

	for (size_t i = 0; i < value.size; i++)
		if (value.at[i] >= '0' && value.at[i] <= '9')
			buffer_byte(&digits, value.at[i]);
		else if (value.at[i] != ',' && value.at[i] != ' ' &&
			 value.at[i] != '_' && value.at[i] != '\'')
			return TEXT("");
	while (start + 1 < digits.size && digits.at[start] == '0')
		start++;
	return text_slice(buffer_text(&digits), start, digits.size);
}

static void
number_complain(struct judge *judge, const xmlNode *node, const struct type *type)
{
	struct text digits = number_digits(judge, records_value(node));

	values_complain(judge, DIAG_V304, node, "is no number for");
	if (digits.size && !text_equal(digits, records_value(node)))
		diag_help(
			judge->diags, "write the digits alone: %.*s", TEXT_ARG(digits));
	else
		diag_help(judge->diags, "%.*s", TEXT_ARG(type->says));
}

static void
form_complain(struct judge *judge, const xmlNode *node, const struct type *type)
{
	struct text value = records_value(node);

	values_complain(judge, DIAG_V303, node, "does not fit");
	if (!text_equal(text_trim(value), value))
		diag_label(judge->diags, "blanks stand before or after the text");
	if (type->says.size)
		diag_help(judge->diags, "%.*s", TEXT_ARG(type->says));
	else
		diag_help(judge->diags, "compare it with a record that is right");
}

/* Says what is wrong with a value, by what its type is. */
static void
value_explain(struct judge *judge, const xmlNode *node, const struct type *type)
{
	if (type->choice_count)
		choice_complain(judge, node, type);
	else if (type->is_date)
		date_complain(judge, node, type);
	else if (type->is_number)
		number_complain(judge, node, type);
	else
		form_complain(judge, node, type);
}

/* What could not be checked does not count as right. */
static void
unchecked_complain(struct judge *judge, const xmlNode *node)
{
	diag_add(judge->diags, DIAG_V902, records_origin(node)->value,
		"libxml2 gave up on checking this");
	diag_help(judge->diags, "write less here");
}

/* What the look at keys and shapes should have found is never left out. */
static void
unexpected_complain(struct judge *judge, const xmlNode *node, const xmlError *error)
{
	struct text message =
		text_trim(text_of(error->message ? error->message : "unknown"));

	diag_add(judge->diags, DIAG_V901, records_origin(node)->value,
		"the schema refuses this: %.*s (libxml2 code %d)", TEXT_ARG(message),
		error->code);
	diag_help(judge->diags, "compare it with a record that is right");
}

static bool
is_value_code(int code)
{
	return code == XML_SCHEMAV_CVC_ENUMERATION_VALID ||
	       code == XML_SCHEMAV_CVC_PATTERN_VALID ||
	       code == XML_SCHEMAV_CVC_MINLENGTH_VALID ||
	       code == XML_SCHEMAV_CVC_MAXLENGTH_VALID ||
	       code == XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1 ||
	       code == XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_3 ||
	       (code >= XML_SCHEMAV_CVC_LENGTH_VALID &&
		       code <= XML_SCHEMAV_CVC_FRACTIONDIGITS_VALID);
}

static void
complaint_translate(void *context, xmlError *error)
{
	struct judge *judge = context;
	struct values *values = judge->values;

	if (values->told)
		return;
	values->told = true;
	if (is_value_code(error->code))
		value_explain(judge, values->node, values->type);
	else if (error->code == XML_SCHEMAV_INTERNAL)
		unchecked_complain(judge, values->node);
	else
		unexpected_complain(judge, values->node, error);
}

static const xmlChar *
name_find(struct judge *judge, const struct type *type)
{
	struct values *values = judge->values;
	struct called *called = &values->called[((uintptr_t)type >> 6) % CALLED];

	if (called->type == type)
		return called->name;
	called->type = type;
	called->name = xmlDictLookup(values->doc->dict,
		BAD_CAST schema_element(judge->scratch, type->name), -1);
	if (!called->name)
		arena_exhaust(judge->arena);
	return called->name;
}

/* Asks libxml2 with an element of its own, which it has a declaration for. */
static bool
schema_ask(struct judge *judge, const xmlNode *node, const struct type *type)
{
	struct values *values = judge->values;
	xmlNode *element = xmlDocGetRootElement(values->doc);
	int status;

	element->name = name_find(judge, type);
	element->children->content = node->children->content;
	values->node = node;
	values->type = type;
	values->told = false;
	xmlSchemaSetValidStructuredErrors(values->context, complaint_translate, judge);
	status = xmlSchemaValidateOneElement(values->context, element);
	if (status != 0 && !values->told) {
		unchecked_complain(judge, node);
		values->told = true;
	}
	return !values->told;
}

/* The place where a value of the type is kept as right; many values come again and
 * again, so that nearly all questions end here. */
static struct known *
known_find(struct values *values, struct text value, const struct type *type)
{
	uint64_t hash = text_hash(value) ^ (uint64_t)(uintptr_t)type * 31;

	return &values->known[(hash ^ hash >> 32) % KNOWN];
}

static bool
known_is(const struct known *known, struct text value, const struct type *type)
{
	return known->type == type &&
	       text_equal((struct text){ known->bytes, known->size }, value);
}

static void
known_keep(struct known *known, struct text value, const struct type *type)
{
	if (value.size > sizeof known->bytes)
		return;
	memcpy(known->bytes, value.at, value.size);
	known->size = value.size;
	known->type = type;
}

/* True for a type that asks for nothing but a number of runes, which is known to be
 * right, or for a line without blanks around it. */
static bool
is_evident(struct text value, const struct type *type)
{
	bool is_line = text_is(type->pattern, "\\S(.*\\S)?");

	if (!text_is(type->builtin, "xs:string") || type->choice_count ||
		(type->pattern.size && !is_line) || type->least > 1)
		return false;
	return !is_line || (text_plain(value, 0) == value.size && value.at[0] != ' ' &&
				   !text_ends(value, TEXT(" ")));
}

bool
values_check(struct judge *judge, const struct _xmlNode *node, const struct type *type)
{
	struct text value = records_value(node);
	struct known *known = known_find(judge->values, value, type);

	if (known_is(known, value, type) || is_evident(value, type))
		return true;
	if (type->is_date && !calendar_has(value)) {
		date_complain(judge, node, type);
		return false;
	}
	if (!schema_ask(judge, node, type))
		return false;
	known_keep(known, value, type);
	return true;
}

struct values *
values_start(struct arena *arena, struct _xmlSchema *schema)
{
	struct values *values = arena_make(arena, struct values);
	xmlNode *element;

	values->context = xmlSchemaNewValidCtxt(schema);
	if (!values->context)
		arena_exhaust(arena);
	values->doc = treenode_document(arena);
	element = treenode_element(arena, values->doc, TEXT("value"), 0);
	treenode_append((xmlNode *)values->doc, element);
	treenode_append(element, treenode_text(arena, values->doc, TEXT("")));
	return values;
}

void
values_end(struct values *values)
{
	xmlSchemaFreeValidCtxt(values->context);
}
