#include "choices.h"

#include "base/arena.h"
#include "desk/desk.h"
#include "model/codelist.h"
#include "model/fields.h"

/* "11.7" is a number to an editor, so it would not find it in a list of texts. */
static bool
looks_like_number(struct text value)
{
	for (size_t i = 0; i < value.size; i++)
		if (value.at[i] != '.' && (value.at[i] < '0' || value.at[i] > '9'))
			return false;
	return value.size > 0;
}

static struct choices
codes_take(const struct desk *desk, const struct codelist *list)
{
	struct choice *items = arena_array(desk->arena, struct choice, list->count + 1);
	struct choices choices = { items, list->count, list->has_subtags };

	choices.open = choices.open || list->covers.size;
	for (size_t i = 0; i < list->count; i++) {
		items[i].value = list->codes[i].value;
		items[i].hint = list->codes[i].name;
		choices.open = choices.open || looks_like_number(items[i].value);
	}
	return choices;
}

struct choices
choices_of(const struct desk *desk, const struct type *type)
{
	struct choices choices = { type->choices, type->choice_count, false };
	const struct codelist *list;

	/* A union's members each have their own. */
	if (type->member_count)
		return (struct choices){ NULL, 0, false };
	if (type->codelist.size == 0)
		return choices;
	if (!codelist_open(desk->arena, desk->diags, desk->files, desk->schemas,
		    type->codelist, type->code, &list))
		return choices;
	return codes_take(desk, list);
}
