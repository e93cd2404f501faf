#include "values.h"

#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "model/fields.h"
#include "model/records.h"
#include "model/treenode.h"
#include "validate/calendar.h"
#include "validate/judge.h"
#include "validate/schema.h"
#include "validate/valuewords.h"
#include "validate/visible.h"

enum {
	KNOWN = 1024,    /* values that are kept as right, at most */
	CALLED = 128,    /* types whose elements are kept */
	FIT_BYTES = 200, /* a longer value is no help */
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

	/* The answer: 0, or libxml2's code and, where we have no words, its own. */
	int error;
	struct text message;
};

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
unexpected_complain(struct judge *judge, const xmlNode *node)
{
	const struct values *values = judge->values;

	diag_add(judge->diags, DIAG_V901, records_origin(node)->value,
		"the schema refuses this: %.*s (libxml2 code %d)",
		TEXT_ARG(values->message), values->error);
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

/* The first complaint counts. */
static void
complaint_take(void *context, xmlError *error)
{
	struct judge *judge = context;
	struct values *values = judge->values;

	if (values->error)
		return;
	values->error = error->code;
	if (!is_value_code(error->code))
		values->message = text_keep(judge->scratch,
			text_trim(
				text_of(error->message ? error->message : "unknown")));
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

/* Asks libxml2 with an element of its own, which it has a declaration for.  False: its
 * complaint is kept. */
static bool
schema_ask(struct judge *judge, const struct type *type, xmlChar *content)
{
	struct values *values = judge->values;
	xmlNode *element = xmlDocGetRootElement(values->doc);

	element->name = name_find(judge, type);
	element->children->content = content;
	values->error = 0;
	xmlSchemaSetValidStructuredErrors(values->context, complaint_take, judge);
	if (xmlSchemaValidateOneElement(values->context, element) != 0 &&
		!values->error)
		values->error = XML_SCHEMAV_INTERNAL;
	return values->error == 0;
}

/* Says why the schema refused a value. */
static void
refusal_tell(struct judge *judge, const xmlNode *node, const struct type *type)
{
	if (is_value_code(judge->values->error))
		valuewords_explain(judge, node, type);
	else if (judge->values->error == XML_SCHEMAV_INTERNAL)
		unchecked_complain(judge, node);
	else
		unexpected_complain(judge, node);
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

/* One line without blanks around it: \S(.*\S)? */
static bool
is_plain_line(struct text value)
{
	return text_plain(value, 0) == value.size && value.at[0] != ' ' &&
	       !text_ends(value, TEXT(" "));
}

/* Words of small letters and digits, joined by hyphens: [a-z0-9]+(-[a-z0-9]+)* */
static bool
is_plain_name(struct text value)
{
	bool in_word = false;

	for (size_t i = 0; i < value.size; i++) {
		char byte = value.at[i];

		if (byte == '-' && !in_word)
			return false;
		in_word = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
		if (byte != '-' && !in_word)
			return false;
	}
	return in_word;
}

/* An address in ASCII, without any of the signs that no address holds as they are. */
static bool
is_plain_address(struct text value)
{
	size_t scheme = text_starts(value, TEXT("https://"))  ? 8
			: text_starts(value, TEXT("http://")) ? 7
							      : value.size;

	for (size_t i = scheme; i < value.size; i++)
		if (value.at[i] <= ' ' || value.at[i] > '~' ||
			strchr("\"<>\\^`{|}", value.at[i]))
			return false;
	return scheme < value.size;
}

/* Patterns whose plainest values can be told at a glance; what does not look right is
 * left to libxml2. */
static bool
fits_pattern(struct text value, struct text pattern)
{
	static const struct {
		struct text pattern;
		bool (*is_plain)(struct text);
	} plain[] = {
		{ TEXT_CONSTANT("\\S(.*\\S)?"), is_plain_line },
		{ TEXT_CONSTANT("[a-z0-9]+(-[a-z0-9]+)*"), is_plain_name },
		{ TEXT_CONSTANT("https?://[^\\s\u00a0\u00ad\u2000-\u200f\u202f\u205f-"
				"\u2064\u3000<>\"\\\\`{}|^]+"),
			is_plain_address },
	};

	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		if (text_equal(pattern, plain[i].pattern))
			return plain[i].is_plain(value);
	return pattern.size == 0;
}

/* True for a value that is evidently right: of a text that asks for nothing but a
 * number of runes, which was looked at, and such a pattern. */
static bool
is_evident(struct text value, const struct type *type)
{
	return text_is(type->builtin, "xs:string") && !type->choice_count &&
	       type->least <= 1 && fits_pattern(value, type->pattern);
}

bool
values_check(struct judge *judge, const struct _xmlNode *node, const struct type *type)
{
	struct text value = records_value(node);
	struct known *known = known_find(judge->values, value, type);

	if (!visible_check(judge, node))
		return false;
	if (known_is(known, value, type) || is_evident(value, type))
		return true;
	if (type->is_date && !calendar_has(value)) {
		valuewords_explain(judge, node, type);
		return false;
	}
	if (!schema_ask(judge, type, node->children->content)) {
		refusal_tell(judge, node, type);
		return false;
	}
	known_keep(known, value, type);
	return true;
}

bool
values_fit(struct judge *judge, const struct type *type, struct text value)
{
	if (value.size == 0 || value.size > FIT_BYTES ||
		text_length(value) > type->most ||
		(type->is_date && !calendar_has(value)))
		return false;
	return schema_ask(judge, type, BAD_CAST text_string(judge->scratch, value));
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
