#include "drawing.h"

#include <libxml/tree.h>

#include "base/arena.h"
#include "model/pages.h"
#include "model/xml.h"

static const struct {
	char letter;
	size_t points;
} verbs[] = {
	[PATH_MOVE] = { 'M', 1 },
	[PATH_LINE] = { 'L', 1 },
	[PATH_CURVE] = { 'C', 3 },
	[PATH_CLOSE] = { 'Z', 0 },
};

enum { VERBS = sizeof verbs / sizeof *verbs };

static void
step_print(const struct path_step *step, struct buffer *buffer)
{
	buffer_byte(buffer, verbs[step->verb].letter);
	for (size_t i = 0; i < verbs[step->verb].points; i++) {
		if (i)
			buffer_byte(buffer, ' ');
		length_print(buffer, step->x[i]);
		buffer_byte(buffer, ' ');
		length_print(buffer, step->y[i]);
	}
}

void
drawing_print(const struct item *item, struct buffer *buffer)
{
	if (item->path.turned)
		xml_add(buffer, "turned", TEXT("true"));
	if (item->path.filled)
		xml_add_colour(buffer, "fill", item->path.fill);
	if (item->path.width > 0) {
		xml_add_colour(buffer, "stroke", item->path.stroke);
		xml_add_length(buffer, "width", item->path.width);
	}
	if (item->path.dash > 0)
		xml_add_length(buffer, "dash", item->path.dash);
	buffer_byte(buffer, '>');
	for (size_t i = 0; i < item->path.count; i++) {
		if (i)
			buffer_byte(buffer, ' ');
		step_print(&item->path.steps[i], buffer);
	}
	buffer_string(buffer, "</path>\n");
}

/* Cuts a step off the front of the text. */
static bool
step_parse(struct text *rest, struct path_step *step)
{
	struct text word = { "", 0 };
	size_t verb = 0, points;

	while (verb < VERBS && rest->at[0] != verbs[verb].letter)
		verb++;
	if (verb == VERBS)
		return false;
	*rest = text_slice(*rest, 1, rest->size);
	*step = (struct path_step){ .verb = (enum path_verb)verb };
	points = verbs[verb].points;
	for (size_t i = 0; i < points; i++)
		if (!text_cut(rest, ' ', &word) || !length_parse(word, &step->x[i]) ||
			!text_cut(rest, ' ', &word) || !length_parse(word, &step->y[i]))
			return false;
	return points > 0 || !text_cut(rest, ' ', &word) || word.size == 0;
}

bool
drawing_parse(struct arena *arena, const xmlNode *xml, struct item *item)
{
	struct text rest = text_trim(xml_content(arena, xml));
	struct path_step *steps = NULL;
	size_t room = 0;

	item->path.turned = text_is(xml_attribute(arena, xml, "turned"), "true");
	item->path.filled = xml_attribute(arena, xml, "fill").size > 0;
	item->path.fill = xml_colour(xml, "fill");
	item->path.stroke = xml_colour(xml, "stroke");
	item->path.width = xml_length(xml, "width");
	item->path.dash = xml_length(xml, "dash");
	while (rest.size) {
		steps = arena_room(
			arena, steps, item->path.count, &room, sizeof *steps);
		if (!step_parse(&rest, &steps[item->path.count++]))
			return false;
	}
	item->path.steps = steps;
	return !steps || steps[0].verb == PATH_MOVE;
}
