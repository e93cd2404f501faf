/* explain.c - plgs explain: the page of a diagnostic, of a field or of a value.
 *
 * A field is named by its way from a kind of record ("milestone.money.currency"), or
 * by its name alone: then every place counts where a field of that name stands.
 */
#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "desk/choices.h"
#include "desk/comment.h"
#include "desk/desk.h"
#include "desk/example.h"
#include "desk/recordkind.h"
#include "desk/requirement.h"
#include "model/fields.h"
#include "model/rulebook.h"
#include "model/sample.h"

enum { DEEPEST = 4, CHOICES_TOLD = 400 };

/* Fields that say the same stand on one page. */
struct page {
	const struct field *field;
	struct buffer ways; /* "milestone.date, event.date" */
};

struct explaining {
	struct arena *arena;
	struct text name; /* that is looked for */
	struct page *pages;
	size_t count, room;
};

static const char *
level_of(const struct diag_entry *entry)
{
	static const char *const severities[] = { "warning", "error", "failure" };

	return severities[entry->severity];
}

static void
entry_print(const struct diag_entry *entry, const char *level, struct text example,
	struct buffer *out)
{
	struct text line;

	buffer_format(out, "%s: %s (%s)\n\n%s\n\nWhat to do: %s\n", entry->code,
		entry->title, level, entry->meaning, entry->mend);
	buffer_string(out, example.size ? "\nFor example:\n\n" : "");
	while (text_cut(&example, '\n', &line))
		if (line.size)
			buffer_format(out, "    %.*s\n", TEXT_ARG(line));
}

bool
desk_explain_code(struct text word, struct buffer *out)
{
	const struct diag_entry *entry = diag_entry_find(word);
	const char *example = entry ? example_find(entry->code) : NULL;

	if (entry)
		entry_print(
			entry, level_of(entry), text_of(example ? example : ""), out);
	return entry != NULL;
}

void
desk_explain_rule(const struct rule *rule, struct buffer *out)
{
	entry_print(&rule->entry,
		rule->asleep ? "off, if the report does not turn it on"
			     : level_of(&rule->entry),
		rule->example, out);
}

static void
choice_add(struct arena *arena, struct buffer *out, const struct choice *choice,
	size_t widest)
{
	struct text needs =
		requirement_sentence(arena, choice->requires, choice->expects);
	struct buffer line = buffer_make(arena);

	buffer_string(&line, "  ");
	buffer_add(&line, choice->value);
	buffer_fill(&line, ' ', widest + 2 - choice->value.size);
	buffer_add(&line, choice->hint);
	if (needs.size)
		buffer_format(&line, " %.*s", TEXT_ARG(needs));
	comment_add(out, 0, "", widest + 4, buffer_text(&line));
}

static void
choices_add(const struct desk *desk, struct buffer *out, const struct type *type)
{
	struct choices choices = choices_of(desk, type);
	size_t widest = 0;

	if (choices.count == 0)
		return;
	if (choices.count > CHOICES_TOLD) {
		buffer_format(out, "\nIt is one of %zu codes of the list %.*s.\n",
			choices.count, TEXT_ARG(type->codelist));
		return;
	}
	buffer_string(out, "\nAllowed values:\n");
	for (size_t i = 0; i < choices.count; i++)
		if (choices.items[i].value.size > widest)
			widest = choices.items[i].value.size;
	for (size_t i = 0; i < choices.count; i++)
		choice_add(desk->arena, out, &choices.items[i], widest);
}

static void
keys_add(struct arena *arena, struct buffer *out, const struct type *map)
{
	struct text needs = requirement_sentence(arena, map->requires, map->expects);
	size_t widest = 0;

	buffer_string(out, "\nKeys (those with * must be given):\n");
	for (size_t i = 0; i < map->count; i++)
		if (map->fields[i].name.size > widest)
			widest = map->fields[i].name.size;
	for (size_t i = 0; i < map->count; i++) {
		const struct field *field = &map->fields[i];
		struct buffer line = buffer_make(arena);

		buffer_string(&line, field->required ? "* " : "  ");
		buffer_add(&line, field->name);
		buffer_fill(&line, ' ', widest + 2 - field->name.size);
		buffer_add(&line, field->hint.size ? field->hint : field->label);
		comment_add(out, 0, "", widest + 4, buffer_text(&line));
	}
	if (needs.size)
		comment_add(out, 0, "", 0, needs);
}

/* An item is shown as it stands in its list. */
static void
sample_add(struct buffer *out, const struct field *field)
{
	struct buffer sample = buffer_make(out->arena);
	struct text line;
	bool item = text_is(field->name, "item");

	sample_print(field, &sample);
	line = buffer_text(&sample);
	if (item)
		line = text_slice(line, sizeof "item: " - 1, line.size);
	if (line.size <= SAMPLE_MOST)
		buffer_format(out, "\nFor example:\n\n    %s%.*s\n", item ? "- " : "",
			TEXT_ARG(line));
}

/* Of an item its type tells more than the list. */
static struct text
hint_best(const struct field *field)
{
	bool item = text_is(field->name, "item");

	return item && field->type->hint.size ? field->type->hint
	       : field->hint.size             ? field->hint
					      : field->type->hint;
}

static void
page_print(const struct desk *desk, const struct page *page, struct buffer *out)
{
	const struct field *field = page->field;
	const struct type *type = field->type;

	comment_add(out, 0, "", 2,
		text_format(desk->arena, "%.*s: %.*s%s",
			TEXT_ARG(buffer_text(&page->ways)), TEXT_ARG(field->label),
			field->required ? "" : " (may be left out)"));
	buffer_byte(out, '\n');
	comment_add(out, 0, "", 0, hint_best(field));
	if (type->says.size)
		comment_add(out, 0, "", 0, comment_sentence(desk->arena, type->says));
	if (field->refers_to.size)
		buffer_format(out, "It is the id of a record of the kind %.*s.\n",
			TEXT_ARG(field->refers_to));
	sample_add(out, field);
	choices_add(desk, out, type);
	if (type->kind == TYPE_LIST && type->count)
		type = type->fields[0].type;
	if (type->kind == TYPE_MAP)
		keys_add(desk->arena, out, type);
	else if (type != field->type)
		choices_add(desk, out, type);
}

static bool
says_same(const struct field *a, const struct field *b)
{
	return a->type == b->type && a->required == b->required &&
	       text_equal(a->label, b->label) && text_equal(a->hint, b->hint);
}

static void
page_add(struct explaining *explaining, const struct field *field, struct text way)
{
	struct page *page;

	for (size_t i = 0; i < explaining->count; i++) {
		if (!says_same(explaining->pages[i].field, field))
			continue;
		buffer_format(&explaining->pages[i].ways, ", %.*s", TEXT_ARG(way));
		return;
	}
	explaining->pages = arena_room(explaining->arena, explaining->pages,
		explaining->count, &explaining->room, sizeof *explaining->pages);
	page = &explaining->pages[explaining->count++];
	page->field = field;
	page->ways = buffer_make(explaining->arena);
	buffer_add(&page->ways, way);
}

/* All fields of the name below a map; a list counts as its item. */
static void
pages_gather(struct explaining *explaining, const struct type *type, struct text way,
	size_t depth)
{
	if (type->kind == TYPE_LIST && type->count)
		type = type->fields[0].type;
	if (type->kind != TYPE_MAP || depth == DEEPEST)
		return;
	for (size_t i = 0; i < type->count; i++) {
		const struct field *field = &type->fields[i];
		struct text here = text_format(explaining->arena, "%.*s.%.*s",
			TEXT_ARG(way), TEXT_ARG(field->name));

		if (text_equal(field->name, explaining->name))
			page_add(explaining, field, here);
		/* What records are made of stands below their own kind. */
		if (field->type->kind != TYPE_LIST || field->type->count == 0 ||
			!field->type->fields[0].type->identity)
			pages_gather(explaining, field->type, here, depth + 1);
	}
}

static void
pages_find(struct explaining *explaining, const struct fields *fields)
{
	size_t count;
	struct recordkind *kinds = recordkind_list(explaining->arena, fields, &count);

	for (size_t i = 0; i < count; i++)
		pages_gather(explaining, kinds[i].record->type, kinds[i].name, 0);
}

static const struct choice *
choice_find(const struct field *field, struct text value)
{
	for (size_t i = 0; i < field->type->choice_count; i++)
		if (text_equal(field->type->choices[i].value, value))
			return &field->type->choices[i];
	return NULL;
}

/* The field at the end of the way; *ret_choice where the way ends in a value. */
static const struct field *
way_follow(
	const struct field *field, struct text rest, const struct choice **ret_choice)
{
	struct text name;

	*ret_choice = NULL;
	while (field && text_cut(&rest, '.', &name)) {
		const struct field *next;

		if (field->type->kind == TYPE_LIST && field->type->count)
			field = &field->type->fields[0];
		next = fields_within(field, name);
		if (!next && rest.size == 0)
			*ret_choice = choice_find(field, name);
		if (*ret_choice)
			return field;
		field = next;
	}
	return field;
}

/* Of a way only the last name is taken for a slip. */
static struct text
why_unknown(struct arena *arena, const struct fields *fields, struct text word)
{
	size_t last = word.size;
	struct text nearest;

	while (last && word.at[last - 1] != '.')
		last--;
	nearest = fields_nearest(fields, text_slice(word, last, word.size));
	if (nearest.size)
		return text_format(arena,
			"there is no field or record \"%.*s\"; did you mean "
			"\"%.*s%.*s\"?",
			TEXT_ARG(word), TEXT_ARG(text_slice(word, 0, last)),
			TEXT_ARG(nearest));
	return text_format(arena,
		"there is no code, field or record \"%.*s\"; plgs explain lists the "
		"codes",
		TEXT_ARG(word));
}

static void
choice_print(struct arena *arena, struct text word, const struct choice *choice,
	struct buffer *out)
{
	struct text needs =
		requirement_sentence(arena, choice->requires, choice->expects);

	buffer_format(out, "%.*s\n\n%.*s\n", TEXT_ARG(word), TEXT_ARG(choice->hint));
	if (needs.size)
		buffer_format(out, "%.*s\n", TEXT_ARG(needs));
}

/* A way that begins with a kind of record leads to one page. */
static bool
way_explain(const struct desk *desk, struct text word, struct buffer *out)
{
	struct arena *arena = desk->arena;
	size_t dot = text_find(word, '.', 0);
	const struct recordkind *kind =
		recordkind_find(arena, desk->fields, text_slice(word, 0, dot));
	const struct choice *choice = NULL;
	struct page page = { .ways = buffer_make(arena) };

	if (!kind || dot + 1 == word.size)
		return false;
	page.field = kind->record;
	if (dot < word.size)
		page.field = way_follow(
			kind->record, text_slice(word, dot + 1, word.size), &choice);
	if (!page.field)
		return false;
	buffer_add(&page.ways, word);
	if (choice)
		choice_print(arena, word, choice, out);
	else
		page_print(desk, &page, out);
	return true;
}

bool
desk_explain_field(const struct desk *desk, struct text word, struct buffer *out,
	struct text *ret_why)
{
	struct explaining explaining = { .arena = desk->arena, .name = word };

	if (way_explain(desk, word, out))
		return true;
	pages_find(&explaining, desk->fields);
	if (explaining.count == 0) {
		*ret_why = why_unknown(desk->arena, desk->fields, word);
		return false;
	}
	for (size_t i = 0; i < explaining.count; i++) {
		buffer_string(out, i ? "\n\n" : "");
		page_print(desk, &explaining.pages[i], out);
	}
	return true;
}
