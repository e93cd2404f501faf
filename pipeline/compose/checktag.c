#include <string.h>

#include "reading.h"

enum { LONGEST = 2000 }; /* bytes that are looked through */

/* The first comparison that stands in no brackets and no quotes, or the size. */
static size_t
relation_find(struct text source, enum relation *ret_relation, size_t *ret_size)
{
	static const struct {
		const char *sign;
		enum relation relation;
	} relations[] = { { "!=", RELATION_UNEQUAL }, { "<=", RELATION_AT_MOST },
		{ ">=", RELATION_AT_LEAST }, { "=", RELATION_EQUAL },
		{ "<", RELATION_LESS }, { ">", RELATION_MORE } };
	int depth = 0;

	for (size_t i = 0; i < source.size; i++) {
		char byte = source.at[i];

		if (byte == '\'' || byte == '"')
			i = text_find(source, byte, i + 1);
		depth += (byte == '(' || byte == '[') - (byte == ')' || byte == ']');
		for (size_t j = 0;
			depth == 0 && j < sizeof relations / sizeof *relations; j++)
			if (text_starts(text_slice(source, i, source.size),
				    text_of(relations[j].sign))) {
				*ret_relation = relations[j].relation;
				*ret_size = strlen(relations[j].sign);
				return i;
			}
	}
	return source.size;
}

/* True where "and" or "or" joins several comparisons, which are then one condition. */
static bool
is_joined(struct text source)
{
	for (size_t i = 0; i + 4 < source.size; i++)
		if (text_starts(text_slice(source, i, source.size), TEXT(" and ")) ||
			text_starts(text_slice(source, i, source.size), TEXT(" or ")))
			return true;
	return false;
}

void
checktag_take(struct reading *reading, const struct tag *tag)
{
	struct part *part = reading_part(reading, PART_CHECK, tag->at, tag->inner);
	struct text source = text_slice(tag->inner, 5, tag->inner.size);
	size_t sign = 0, at = source.size;

	if (source.size < LONGEST && !is_joined(source))
		at = relation_find(source, &part->relation, &sign);
	reading_query(reading, tag, text_slice(source, 0, at), &part->query);
	if (at < source.size)
		reading_query(reading, tag, text_slice(source, at + sign, source.size),
			&part->other);
}
