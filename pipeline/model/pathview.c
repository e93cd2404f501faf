#include "pathview.h"

#include <string.h>

#include "base/arena.h"
#include "base/suggest.h"
#include "model/names.h"
#include "model/terrain.h"

struct place
pathview_place(const struct pathview *view, struct text piece)
{
	struct place at = names_place(
		view->expression, view->at, (size_t)(piece.at - view->expression.at));

	at.end = at.column + (uint32_t)text_length(piece);
	return at;
}

void
pathview_complain(struct pathview *view, struct text name, const char *what,
	const char *where, struct text nearest)
{
	diag_add(view->world->diags, view->world->unknown, pathview_place(view, name),
		"there is no %s \"%.*s\"%s", what, TEXT_ARG(name), where);
	if (nearest.size)
		diag_help(view->world->diags, "did you mean \"%.*s\"?",
			TEXT_ARG(nearest));
}

static void
choices_list(struct pathview *view, const struct reach *choices)
{
	struct buffer list = buffer_make(view->world->terrain.arena);

	for (size_t i = 0; i < choices->count && i < 8; i++) {
		buffer_string(&list, i ? ", " : "");
		buffer_add(&list, terrain_name(choices->spots[i]));
	}
	buffer_string(&list, choices->count > 8 ? " …" : "");
	if (choices->count)
		diag_help(view->world->diags, "it has %.*s",
			TEXT_ARG(buffer_text(&list)));
}

void
pathview_complain_step(struct pathview *view, const struct reach *from,
	struct text name, const struct reach *choices)
{
	struct suggest suggest = suggest_start(name);
	struct text title = from->count ? terrain_title(from->spots[0]) : TEXT("");

	for (size_t i = 0; i < choices->count; i++)
		suggest_offer(&suggest, terrain_name(choices->spots[i]));
	pathview_complain(view, name, "field",
		title.size ? text_string(view->world->terrain.arena,
				     text_format(view->world->terrain.arena,
					     " in \"%.*s\"", TEXT_ARG(title)))
			   : "",
		suggest.nearest);
	if (suggest.nearest.size == 0)
		choices_list(view, choices);
}

static bool
at_end(const struct pathview *view)
{
	return view->offset >= view->expression.size;
}

char
pathview_next(struct pathview *view)
{
	while (!at_end(view) && strchr(" \t\r\n", view->expression.at[view->offset]))
		view->offset++;
	return at_end(view) ? '\0' : view->expression.at[view->offset];
}

bool
pathview_is_next(struct pathview *view, const char *token)
{
	pathview_next(view);
	return text_starts(
		text_slice(view->expression, view->offset, view->expression.size),
		text_of(token));
}

bool
pathview_take(struct pathview *view, const char *token)
{
	if (!pathview_is_next(view, token))
		return false;
	view->offset += strlen(token);
	return true;
}

bool
pathview_begins_name(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
	       byte == '_' || (unsigned char)byte >= 0x80;
}

static bool
is_name(char byte)
{
	return pathview_begins_name(byte) || (byte >= '0' && byte <= '9') ||
	       byte == '-' || byte == '.';
}

struct text
pathview_name(struct pathview *view)
{
	size_t start;

	pathview_next(view);
	start = view->offset;
	while (!at_end(view) && is_name(view->expression.at[view->offset]))
		view->offset++;
	return text_slice(view->expression, start, view->offset);
}

/* "and" where an operator may stand, and no longer name. */
bool
pathview_take_word(struct pathview *view, const char *word)
{
	size_t before;

	pathview_next(view);
	before = view->offset;
	if (pathview_begins_name(pathview_next(view)) &&
		text_is(pathview_name(view), word))
		return true;
	view->offset = before;
	return false;
}

/* clang-format off */
static const struct reach_function own[] = {
	/* XPath 1.0, section 4 */
	{ .name = TEXT_CONSTANT("last") }, { .name = TEXT_CONSTANT("position") },
	{ TEXT_CONSTANT("count"), 1, 1, REACH_VALUE, NULL, NULL },
	{ TEXT_CONSTANT("string"), 0, 1, REACH_VALUE, NULL, NULL },
	{ TEXT_CONSTANT("concat"), 2, 99, REACH_VALUE, NULL, NULL },
	{ TEXT_CONSTANT("starts-with"), 2, 2, REACH_VALUE, NULL, NULL },
	{ TEXT_CONSTANT("contains"), 2, 2, REACH_VALUE, NULL, NULL },
	{ TEXT_CONSTANT("substring-before"), 2, 2, REACH_VALUE, NULL, NULL },
	{ TEXT_CONSTANT("substring-after"), 2, 2, REACH_VALUE, NULL, NULL },
	{ TEXT_CONSTANT("substring"), 2, 3, REACH_VALUE, NULL, NULL },
	{ TEXT_CONSTANT("string-length"), 0, 1, REACH_VALUE, NULL, NULL },
	{ TEXT_CONSTANT("normalize-space"), 0, 1, REACH_VALUE, NULL, NULL },
	{ TEXT_CONSTANT("translate"), 3, 3, REACH_VALUE, NULL, NULL },
	{ TEXT_CONSTANT("boolean"), 1, 1, REACH_VALUE, NULL, NULL },
	{ TEXT_CONSTANT("not"), 1, 1, REACH_VALUE, NULL, NULL },
	{ .name = TEXT_CONSTANT("true") }, { .name = TEXT_CONSTANT("false") },
	{ TEXT_CONSTANT("number"), 0, 1, REACH_VALUE, NULL, NULL },
	{ TEXT_CONSTANT("sum"), 1, 1, REACH_VALUE, NULL, NULL },
	{ TEXT_CONSTANT("floor"), 1, 1, REACH_VALUE, NULL, NULL },
	{ TEXT_CONSTANT("ceiling"), 1, 1, REACH_VALUE, NULL, NULL },
	{ TEXT_CONSTANT("round"), 1, 1, REACH_VALUE, NULL, NULL },
	{ TEXT_CONSTANT("name"), 0, 1, REACH_VALUE, NULL, NULL },
	{ TEXT_CONSTANT("local-name"), 0, 1, REACH_VALUE, NULL, NULL },
	{ TEXT_CONSTANT("lang"), 1, 1, REACH_VALUE, NULL, NULL },
	{ TEXT_CONSTANT("id"), 1, 1, REACH_VALUE, NULL, NULL },
	{ TEXT_CONSTANT("namespace-uri"), 0, 1, REACH_VALUE, NULL, NULL },
};
/* clang-format on */

enum { OWN = sizeof own / sizeof *own };

static const struct reach_function *
function_find(const struct reach_world *world, struct text name)
{
	for (size_t i = 0; i < world->function_count; i++)
		if (text_equal(world->functions[i].name, name))
			return &world->functions[i];
	for (size_t i = 0; i < OWN; i++)
		if (text_equal(own[i].name, name))
			return &own[i];
	return NULL;
}

static void
function_complain(struct pathview *view, struct text name)
{
	const struct reach_world *world = view->world;
	struct suggest suggest = suggest_start(name);

	for (size_t i = 0; i < world->function_count; i++)
		suggest_offer(&suggest, world->functions[i].name);
	for (size_t i = 0; i < OWN; i++)
		suggest_offer(&suggest, own[i].name);
	pathview_complain(view, name, "function", "", suggest.nearest);
}

void
pathview_complain_count(struct pathview *view, const struct reach_function *function,
	struct text name, int count)
{
	diag_add(view->world->diags, view->world->unknown, pathview_place(view, name),
		"%.*s() stands here with %d %s in its brackets", TEXT_ARG(name), count,
		count == 1 ? "value" : "values");
	if (function->least == function->most)
		diag_help(view->world->diags, "it takes %d", function->least);
	else
		diag_help(view->world->diags, "it takes %d to %d", function->least,
			function->most);
}

const struct reach_function *
pathview_function(struct pathview *view, struct text name)
{
	const struct reach_function *function = function_find(view->world, name);

	if (!function)
		function_complain(view, name);
	return function;
}
