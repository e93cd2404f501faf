#include "kind.h"

#include <libxml/tree.h>

#include "base/diag.h"
#include "model/fields.h"
#include "model/records.h"
#include "model/sample.h"
#include "model/xml.h"
#include "validate/judge.h"

/* A longer value is not repeated in a help. */
enum { SHOWN_BYTES = 60 };

static const char *
shape_words(enum shape shape)
{
	switch (shape) {
	case SHAPE_SCALAR:
		return "a single value";
	case SHAPE_MAP:
		return "a group of keys";
	case SHAPE_LIST:
		return "a list";
	case SHAPE_EMPTY:
	case SHAPE_LOST:
		return "nothing";
	}
	return "";
}

/* "key: " before a value, "- " before an item. */
static struct buffer
line_start(const struct judge *judge, const xmlNode *node)
{
	struct buffer line = buffer_make(judge->scratch);

	if (xml_is(node, "item"))
		buffer_string(&line, "- ");
	else
		buffer_format(&line, "%s: ", (const char *)node->name);
	return line;
}

static void
sample_help(struct judge *judge, const xmlNode *node, const struct field *field)
{
	bool item = xml_is(node, "item");
	struct buffer line = buffer_make(judge->scratch);
	struct text sample;

	sample_print(field, &line);
	sample = buffer_text(&line);
	if (item)
		sample = text_slice(sample, sizeof "item: " - 1, sample.size);
	if (sample.size > SAMPLE_MOST)
		diag_help(
			judge->diags, "write its keys on lines of their own, indented");
	else
		diag_help(judge->diags, "write it like %s%.*s", item ? "- " : "",
			TEXT_ARG(sample));
}

/* "solar, energy" as "[solar, energy]". */
static void
list_help(struct judge *judge, const xmlNode *node, const struct field *field)
{
	struct text value = records_value(node), entry;
	struct buffer line = line_start(judge, node);
	size_t start = line.size;
	bool any = false;

	if (field->type->fields[0].type->kind != TYPE_VALUE || value.size == 0 ||
		value.size > SHOWN_BYTES) {
		diag_help(judge->diags,
			"begin every entry with \"- \" on a line of its own");
		return;
	}
	buffer_byte(&line, '[');
	while (text_cut(&value, ',', &entry)) {
		entry = text_trim(entry);
		if (entry.size == 0)
			continue;
		buffer_string(&line, any ? ", " : "");
		sample_quote(entry, &line);
		any = true;
	}
	buffer_byte(&line, ']');
	diag_help(judge->diags, "write %.*s", TEXT_ARG(buffer_text(&line)));
	/* A comma may stand within one entry. */
	if (text_find(records_value(node), ',', 0) == records_value(node).size)
		judge_fix(
			judge, node, text_slice(buffer_text(&line), start, line.size));
}

static bool
has_required(const struct type *type)
{
	for (size_t i = 0; i < type->count; i++)
		if (type->fields[i].required)
			return true;
	return false;
}

/* "title: Forum" as "title: {en: Forum}", where the first key may stand alone. */
static void
map_help(struct judge *judge, const xmlNode *node, const struct field *field)
{
	struct text value = records_value(node);
	struct buffer line = line_start(judge, node);

	if (has_required(field->type) ||
		field->type->fields[0].type->kind != TYPE_VALUE || value.size == 0 ||
		value.size > SHOWN_BYTES) {
		sample_help(judge, node, field);
		return;
	}
	buffer_format(&line, "{%.*s: ", TEXT_ARG(field->type->fields[0].name));
	sample_quote(value, &line);
	buffer_byte(&line, '}');
	diag_help(judge->diags, "write %.*s", TEXT_ARG(buffer_text(&line)));
}

static void
value_help(struct judge *judge, const xmlNode *node, const struct field *field)
{
	const struct origin *origin = records_origin(node);
	bool on_one_line =
		origin->key.line == origin->value.line && !xml_is(node, "item");

	if (origin->shape == SHAPE_LIST && on_one_line)
		diag_help(judge->diags,
			"write one value; text that begins with [ belongs in quotes");
	else
		sample_help(judge, node, field);
}

static enum shape
shape_wanted(const struct type *type)
{
	switch (type->kind) {
	case TYPE_VALUE:
		return SHAPE_SCALAR;
	case TYPE_MAP:
		return SHAPE_MAP;
	case TYPE_LIST:
		return SHAPE_LIST;
	}
	return SHAPE_EMPTY;
}

static void
shape_complain(struct judge *judge, const xmlNode *node, const struct field *field,
	enum shape shape)
{
	enum shape wanted = shape_wanted(field->type);
	struct text name = judge_name(judge, node), record = judge_record(judge, node);

	diag_add(judge->diags, DIAG_V204, records_origin(node)->value,
		"%.*s%.*s must be %s, and is %s", TEXT_ARG(name), TEXT_ARG(record),
		shape_words(wanted), shape_words(shape));
	if (wanted == SHAPE_LIST)
		list_help(judge, node, field);
	else if (wanted == SHAPE_MAP)
		map_help(judge, node, field);
	else
		value_help(judge, node, field);
}

static void
empty_complain(struct judge *judge, const xmlNode *node, const struct field *field)
{
	struct text name = judge_name(judge, node), record = judge_record(judge, node);
	struct buffer sample = buffer_make(judge->scratch);

	sample_print(field, &sample);
	diag_add(judge->diags, DIAG_V205, records_origin(node)->key,
		"%.*s%.*s has no value", TEXT_ARG(name), TEXT_ARG(record));
	if (!field->required || xml_is(node, "item"))
		diag_help(judge->diags, "fill it in, or delete the line");
	else if (sample.size <= SAMPLE_MOST)
		diag_help(judge->diags, "fill it in, for example %.*s",
			TEXT_ARG(buffer_text(&sample)));
	else
		diag_help(judge->diags, "fill it in");
}

static bool
is_empty(const xmlNode *node, enum shape shape)
{
	switch (shape) {
	case SHAPE_SCALAR:
		return text_trim(records_value(node)).size == 0;
	case SHAPE_MAP:
	case SHAPE_LIST:
		return !records_first(node);
	case SHAPE_EMPTY:
	case SHAPE_LOST:
		return true;
	}
	return true;
}

bool
kind_is_wrong(
	struct judge *judge, const struct _xmlNode *node, const struct field *field)
{
	enum shape shape = records_origin(node)->shape;

	if (is_empty(node, shape)) {
		empty_complain(judge, node, field);
		return true;
	}
	if (shape == shape_wanted(field->type))
		return false;
	shape_complain(judge, node, field, shape);
	return true;
}

void
kind_too_long(struct judge *judge, const struct _xmlNode *node, const struct type *type,
	size_t runes)
{
	struct text name = judge_name(judge, node), record = judge_record(judge, node);

	diag_add(judge->diags, DIAG_V206, records_origin(node)->value,
		"%.*s%.*s is too long: %zu characters, at most %zu", TEXT_ARG(name),
		TEXT_ARG(record), runes, type->most);
	diag_label(judge->diags, "%zu too many", runes - type->most);
	diag_help(judge->diags, "shorten it%s%.*s", type->says.size ? "; " : "",
		TEXT_ARG(type->says));
}
