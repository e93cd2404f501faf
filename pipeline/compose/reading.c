#include "reading.h"

#include "base/arena.h"

struct part *
reading_part(
	struct reading *reading, enum part_kind kind, struct place at, struct text text)
{
	struct part *part = arena_make(reading->shop->arena, struct part);

	*part = (struct part){ .kind = kind, .at = at, .text = text };
	*reading->tail = part;
	reading->tail = &part->next;
	return part;
}

/* Compiles a path that is asked of what `from` tells; *ret_reach may be NULL. */
bool
reading_query_from(struct reading *reading, const struct tag *tag, struct text source,
	const struct reach_from *from, struct query **ret_query,
	const struct reach **ret_reach)
{
	source = text_trim(source);
	*ret_reach = NULL;
	if (source.size == 0) {
		diag_add(reading->shop->diags, DIAG_C104, tag->at,
			"this tag does not say what it is about");
		diag_help(
			reading->shop->diags, "write a field after it, like {{title}}");
		return false;
	}
	return query_compile_from(reading->shop->queries, source,
		tag_inner_place(&reading->tags, tag, source), from, ret_query,
		ret_reach);
}

bool
reading_query(struct reading *reading, const struct tag *tag, struct text source,
	struct query **ret_query)
{
	const struct reach *reach;

	return reading_query_from(
		reading, tag, source, &reading->from, ret_query, &reach);
}

void
reading_name(struct reading *reading, struct text name, const struct reach *reach,
	struct reach_from *from)
{
	struct reach_variable *variable =
		arena_make(reading->shop->arena, struct reach_variable);

	*variable = (struct reach_variable){ name, reach, from->variables };
	from->variables = variable;
}
