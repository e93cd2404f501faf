/* blank.c - plgs new: a file with one record in it, to be filled in.
 *
 * The schema and the kind of the record go in; YAML comes out in which every key that
 * must be filled in stands empty below its hint, and every other key stands commented
 * out with an example.  What is known beforehand is filled in.
 */
#include <string.h>

#include "base/arena.h"
#include "base/suggest.h"
#include "desk/choices.h"
#include "desk/comment.h"
#include "desk/desk.h"
#include "desk/recordkind.h"
#include "desk/requirement.h"
#include "model/fields.h"
#include "model/sample.h"

/* More choices than this share a line, without what they mean; still more are not told.
 */
enum { CHOICES_TOLD = 8, CHOICES_NAMED = 60, DEEPEST = 6 };

struct blank {
	const struct desk *desk;
	struct arena *arena;
	const struct desk_wish *wish;
	const struct recordkind *kind;
	const struct choice *choice; /* the kind that was wished for, or NULL */
	struct buffer *out;
	size_t indent;       /* of the keys */
	bool dash;           /* the next key begins an item */
	struct text example; /* of the next value; empty for its own */
};

/* Why a key has room in the record though the schema can do without it. */
struct reason {
	struct text instead; /* what may be given in its place */
	struct text because; /* "type is government": the example asks for it */
};

/* The field that --kind is about. */
static const struct field *
kind_field(const struct recordkind *kind)
{
	const struct field *field = fields_within(kind->record, TEXT("kind"));

	return field ? field : fields_within(kind->record, TEXT("type"));
}

static bool
is_country(const struct blank *blank, const struct type *map, const struct field *field)
{
	bool there = map == blank->kind->root->type || map == blank->kind->record->type;

	return there && (text_is(field->refers_to, "country") ||
				text_is(field->identifies, "country"));
}

/* What is known of a field; empty where nothing is. */
static struct text
value_known(
	const struct blank *blank, const struct type *map, const struct field *field)
{
	const struct desk_wish *wish = blank->wish;
	bool in_record = map == blank->kind->record->type;

	if (text_is(field->name, "schema") && map == blank->kind->root->type)
		return field->type->choice_count ? field->type->choices[0].value
						 : field->example;
	if (in_record && field == map->identity && wish->id.size)
		return wish->id;
	if (in_record && blank->choice && field == kind_field(blank->kind))
		return wish->kind;
	return is_country(blank, map, field) ? wish->country : TEXT("");
}

static void
comment_words(const struct blank *blank, size_t hang, struct text words)
{
	size_t indent = blank->indent - (blank->dash ? 2 : 0);

	comment_add(blank->out, indent, "# ", hang, words);
}

static void
choices_told(const struct blank *blank, const struct choices *choices)
{
	size_t widest = 0;

	for (size_t i = 0; i < choices->count; i++)
		if (choices->items[i].value.size > widest)
			widest = choices->items[i].value.size;
	for (size_t i = 0; i < choices->count; i++) {
		const struct choice *choice = &choices->items[i];
		struct buffer line = buffer_make(blank->arena);

		buffer_string(&line, "  ");
		buffer_add(&line, choice->value);
		buffer_fill(&line, ' ', widest + 1 - choice->value.size);
		buffer_string(&line, " ");
		buffer_add(&line, choice->hint);
		comment_words(blank, widest + 4, buffer_text(&line));
	}
}

static void
choices_comment(const struct blank *blank, const struct type *type)
{
	struct choices choices = choices_of(blank->desk, type);
	struct buffer line = buffer_make(blank->arena);

	if (choices.count == 0 || choices.count > CHOICES_NAMED)
		return;
	buffer_string(&line, "One of:");
	for (size_t i = 0; i < choices.count && choices.count > CHOICES_TOLD; i++)
		buffer_format(&line, "%s %.*s", i ? "," : "",
			TEXT_ARG(choices.items[i].value));
	comment_words(blank, 2, buffer_text(&line));
	if (choices.count <= CHOICES_TOLD)
		choices_told(blank, &choices);
}

/* The label and the hint, with a full stop after each. */
static void
hint_comment(const struct blank *blank, const struct field *field)
{
	comment_words(blank, 0,
		text_format(blank->arena, "%.*s%s%.*s", TEXT_ARG(field->label),
			field->hint.size ? ". " : ".", TEXT_ARG(field->hint)));
}

static void
example_comment(struct blank *blank, const struct field *field)
{
	struct text example = blank->example.size ? blank->example : field->example;

	if (example.size)
		comment_words(blank, 2,
			text_format(
				blank->arena, "For example: %.*s", TEXT_ARG(example)));
	blank->example = TEXT("");
}

static void
key_start(struct blank *blank, const char *lead, struct text name)
{
	buffer_fill(blank->out, ' ', blank->indent - (blank->dash ? 2 : 0));
	buffer_string(blank->out, blank->dash ? "- " : "");
	buffer_string(blank->out, lead);
	buffer_add(blank->out, name);
	buffer_byte(blank->out, ':');
	blank->dash = false;
}

static void map_write(struct blank *, const struct type *);

static struct text
choice_needs(const struct blank *blank, const struct choice *choice)
{
	return text_format(blank->arena, "%.*s %.*s %.*s", TEXT_ARG(choice->requires),
		TEXT_ARG(choice->expects), TEXT_ARG(choice->offers));
}

/* A blank record has room for what a map should have, too. */
static struct text
map_needs(const struct blank *blank, const struct type *map)
{
	struct text own = text_format(blank->arena, "%.*s %.*s %.*s",
		TEXT_ARG(map->requires), TEXT_ARG(map->expects), TEXT_ARG(map->offers));

	if (map != blank->kind->record->type || !blank->choice)
		return own;
	return text_format(blank->arena, "%.*s %.*s", TEXT_ARG(own),
		TEXT_ARG(choice_needs(blank, blank->choice)));
}

/* The value that the example of a field shows; NULL where it is filled in. */
static const struct choice *
choice_shown(
	const struct blank *blank, const struct type *map, const struct field *field)
{
	if (!field->required || value_known(blank, map, field).size)
		return NULL;
	for (size_t i = 0; i < field->type->choice_count; i++)
		if (text_equal(field->type->choices[i].value, field->example))
			return &field->type->choices[i];
	return NULL;
}

/* Whoever takes the examples as they stand has room for what they ask for. */
static bool
example_wants(const struct blank *blank, const struct type *map,
	const struct field *field, struct reason *ret_reason)
{
	for (size_t i = 0; i < map->count; i++) {
		const struct field *other = &map->fields[i];
		const struct choice *choice = choice_shown(blank, map, other);
		struct reason reason = { 0 };

		if (!choice ||
			!requirement_names(blank->arena, choice_needs(blank, choice),
				map, field, blank->kind->list, &reason.instead))
			continue;
		reason.because = text_format(blank->arena, "%.*s is %.*s",
			TEXT_ARG(other->name), TEXT_ARG(choice->value));
		*ret_reason = reason;
		return true;
	}
	return false;
}

static bool
is_wanted(const struct blank *blank, const struct type *map, const struct field *field,
	struct reason *ret_reason)
{
	struct reason reason = { .instead = TEXT(""), .because = TEXT("") };

	if (!field->required && value_known(blank, map, field).size == 0 &&
		!requirement_names(blank->arena, map_needs(blank, map), map, field,
			blank->kind->list, &reason.instead) &&
		!example_wants(blank, map, field, &reason))
		return false;
	*ret_reason = reason;
	return true;
}

/* The items that a blank list has: an empty entry, or the keys of a map. */
static void
list_write(struct blank *blank, const struct type *list)
{
	const struct field *item = &list->fields[0];

	blank->indent += 4;
	for (size_t i = 0; i < (item->twice ? 2 : 1); i++) {
		blank->dash = true;
		if (item->type->kind == TYPE_MAP) {
			map_write(blank, item->type);
			continue;
		}
		choices_comment(blank, item->type);
		example_comment(blank, item);
		buffer_fill(blank->out, ' ', blank->indent - 2);
		buffer_string(blank->out, "-\n");
	}
	blank->dash = false;
	blank->indent -= 4;
}

static void
reason_comment(const struct blank *blank, const struct reason *reason)
{
	if (reason->because.size)
		comment_words(blank, 0,
			text_format(blank->arena, "Wanted where %.*s.",
				TEXT_ARG(reason->because)));
	if (reason->instead.size)
		comment_words(blank, 0,
			text_format(blank->arena, "Or leave it out and give %.*s.",
				TEXT_ARG(reason->instead)));
}

/* A key that must be filled in. */
static void
field_write(struct blank *blank, const struct type *map, const struct field *field,
	const struct reason *reason)
{
	struct text known = value_known(blank, map, field);

	hint_comment(blank, field);
	reason_comment(blank, reason);
	if (field->type->kind == TYPE_VALUE && known.size == 0) {
		choices_comment(blank, field->type);
		example_comment(blank, field);
	}
	key_start(blank, "", field->name);
	if (known.size) {
		buffer_byte(blank->out, ' ');
		sample_quote(known, blank->out);
	}
	buffer_byte(blank->out, '\n');
	if (field->type->kind == TYPE_MAP) {
		blank->example = field->example;
		blank->indent += 2;
		map_write(blank, field->type);
		blank->indent -= 2;
	} else if (field->type->kind == TYPE_LIST) {
		list_write(blank, field->type);
	}
}

/* The keys that a map must have, or its first. */
static void
map_write(struct blank *blank, const struct type *map)
{
	struct reason reason = { .instead = TEXT(""), .because = TEXT("") };
	bool any = false;

	if (blank->indent > 4 * DEEPEST)
		return;
	for (size_t i = 0; i < map->count; i++) {
		if (!is_wanted(blank, map, &map->fields[i], &reason))
			continue;
		field_write(blank, map, &map->fields[i], &reason);
		any = true;
	}
	if (!any && map->count)
		field_write(blank, map, &map->fields[0], &reason);
}

/* A key that may be used, commented out. */
static void
option_write(struct blank *blank, const struct field *field)
{
	struct buffer sample = buffer_make(blank->arena);

	buffer_byte(blank->out, '\n');
	hint_comment(blank, field);
	if (field->type->kind == TYPE_VALUE)
		choices_comment(blank, field->type);
	sample_print(field, &sample);
	if (sample.size > SAMPLE_MOST) {
		key_start(blank, "# ", field->name);
		buffer_byte(blank->out, '\n');
		return;
	}
	buffer_fill(blank->out, ' ', blank->indent);
	buffer_format(blank->out, "# %.*s\n", TEXT_ARG(buffer_text(&sample)));
}

/* The keys of the record itself, with room between them: first what must be said,
 * then what may be. */
static void
record_write(struct blank *blank, const struct type *map)
{
	struct reason reason;

	for (size_t i = 0; i < map->count; i++) {
		if (&map->fields[i] == blank->kind->list ||
			!is_wanted(blank, map, &map->fields[i], &reason))
			continue;
		buffer_byte(blank->out, '\n');
		field_write(blank, map, &map->fields[i], &reason);
	}
	if (map != blank->kind->record->type)
		return;
	buffer_byte(blank->out, '\n');
	comment_words(blank, 0,
		TEXT("What follows may be said too: take away the \"# \" before a key "
		     "to use it."));
	for (size_t i = 0; i < map->count; i++)
		if (!is_wanted(blank, map, &map->fields[i], &reason))
			option_write(blank, &map->fields[i]);
}

static void
file_write(struct blank *blank)
{
	const struct recordkind *kind = blank->kind;

	comment_words(blank, 0, kind->record->type->hint);
	comment_words(blank, 0,
		TEXT("Fill in what stands empty, then let plgs check look at the "
		     "file."));
	record_write(blank, kind->root->type);
	if (!kind->list)
		return;
	buffer_format(blank->out, "\n%.*s:\n", TEXT_ARG(kind->list->name));
	blank->indent = 4;
	blank->dash = true;
	record_write(blank, kind->record->type);
}

static bool
choice_find(struct blank *blank, struct text *ret_why)
{
	const struct desk_wish *wish = blank->wish;
	const struct field *field = kind_field(blank->kind);
	struct suggest suggest = suggest_start(wish->kind);

	if (wish->kind.size == 0)
		return true;
	for (size_t i = 0; field && i < field->type->choice_count; i++) {
		suggest_offer(&suggest, field->type->choices[i].value);
		if (text_equal(field->type->choices[i].value, wish->kind))
			blank->choice = &field->type->choices[i];
	}
	if (blank->choice)
		return true;
	if (suggest.nearest.size)
		*ret_why = text_format(blank->arena,
			"there is no kind \"%.*s\" of %.*s; did you mean \"%.*s\"?",
			TEXT_ARG(wish->kind), TEXT_ARG(wish->name),
			TEXT_ARG(suggest.nearest));
	else
		*ret_why = text_format(blank->arena,
			"there is no kind \"%.*s\" of %.*s; plgs explain %.*s shows "
			"its keys",
			TEXT_ARG(wish->kind), TEXT_ARG(wish->name),
			TEXT_ARG(wish->name));
	return false;
}

bool
desk_new(const struct desk *desk, const struct desk_wish *wish, struct buffer *out,
	struct text *ret_why)
{
	struct blank blank = {
		.desk = desk, .arena = desk->arena, .wish = wish, .out = out
	};

	blank.kind = recordkind_find(desk->arena, desk->fields, wish->name);
	if (!blank.kind) {
		*ret_why = recordkind_missing(desk->arena, desk->fields, wish->name);
		return false;
	}
	if (!choice_find(&blank, ret_why))
		return false;
	file_write(&blank);
	return true;
}
