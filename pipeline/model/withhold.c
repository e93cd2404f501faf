#include "model/withhold.h"

#include <libxml/tree.h>
#include <string.h>

#include "base/text.h"
#include "model/fields.h"
#include "model/records.h"
#include "model/treenode.h"

/* For whom the report is, and when. */
struct readers {
	struct text date, audience;
};

/* "2024", "2024-03" or "2024-03-31" in a form that compares: what is not said is the
 * first day, or for an embargo the last. */
struct day {
	char at[sizeof "2024-03-31"];
};

static struct day
day_of(struct text date, const char *rest)
{
	struct day day;
	size_t size = date.size < sizeof day.at - 1 ? date.size : sizeof day.at - 1;

	memcpy(day.at, rest, sizeof day.at);
	memcpy(day.at, date.at, size);
	return day;
}

/* A value that is not known is for the fewest. */
static size_t
rank_of(const struct type *type, struct text value)
{
	for (size_t i = 0; i < type->choice_count; i++)
		if (text_equal(type->choices[i].value, value))
			return i;
	return type->choice_count;
}

static bool
is_for_office(const struct readers *readers)
{
	return text_is(readers->audience, "internal");
}

/* True where a field of the record keeps all of it from the readers. */
static bool
keeps_out(const struct readers *readers, const struct field *field, const xmlNode *node)
{
	struct text value = records_value(node);
	struct day until, date;

	switch (field->withholding) {
	case WITHHOLDING_NONE:
		break;
	case WITHHOLDING_UNTIL:
		until = day_of(value, "9999-99-99");
		date = day_of(readers->date, "0000-01-01");
		return !is_for_office(readers) &&
		       memcmp(until.at, date.at, sizeof date.at) > 0;
	case WITHHOLDING_AUDIENCE:
		return rank_of(field->type, value) >
		       rank_of(field->type, readers->audience);
	}
	return false;
}

static bool
is_withheld(
	const struct readers *readers, const struct field *map, const xmlNode *record)
{
	for (const xmlNode *node = records_first(record); node;
		node = records_next(node)) {
		const struct field *field =
			fields_within(map, text_of((const char *)node->name));

		if (field && keeps_out(readers, field, node))
			return true;
	}
	return false;
}

/* Depth first; read bounds the depth. */
static void
node_sift(const struct readers *readers, const struct field *field, xmlNode *node)
{
	for (xmlNode *child = records_first(node), *next; child; child = next) {
		const struct field *within =
			fields_within(field, text_of((const char *)child->name));

		next = records_next(child);
		if (!within)
			continue;
		if ((within->internal && !is_for_office(readers)) ||
			is_withheld(readers, within, child))
			treenode_remove(child);
		else
			node_sift(readers, within, child);
	}
}

void
withhold(const struct records *records, const struct fields *fields,
	const struct _xmlNode *report)
{
	struct readers readers = { .date = records_value(records_child(report, "date")),
		.audience = records_value(records_child(report, "audience")) };

	if (readers.audience.size == 0)
		readers.audience = TEXT("public");
	for (xmlNode *file = records_file(records); file; file = records_next(file))
		for (xmlNode *root = records_first(file); root;
			root = records_next(root))
			node_sift(&readers,
				fields_root(fields, text_of((const char *)root->name)),
				root);
}
