#include "diag.h"

#include <ctype.h>
#include <stdlib.h>

#include "base/arena.h"

static const struct diag_entry entries[DIAG_CODES] = {
#define DIAG(code, severity, title, meaning, mend)                                     \
	{ #code, SEVERITY_##severity, title, meaning, mend },
#include "base/diag.list"
#undef DIAG
};

void
place_print(struct buffer *buffer, struct place at)
{
	if (!at.line)
		return;
	buffer_number(buffer, at.line);
	if (!at.column)
		return;
	buffer_byte(buffer, ':');
	buffer_number(buffer, at.column);
	if (at.end <= at.column)
		return;
	buffer_byte(buffer, '-');
	buffer_number(buffer, at.end);
}

void
place_print_whole(struct buffer *buffer, struct place at)
{
	buffer_add(buffer, at.file);
	if (!at.line)
		return;
	buffer_byte(buffer, ':');
	place_print(buffer, at);
}

/* Cuts ":digits" off the end of *text. */
static bool
number_cut(struct text *text, char before, uint32_t *ret_number)
{
	size_t start = text->size;
	int64_t number;

	while (start > 0 && isdigit((unsigned char)text->at[start - 1]))
		start--;
	if (!text_number(text_slice(*text, start, text->size), &number) ||
		number > UINT32_MAX || (start > 0 && text->at[start - 1] != before))
		return false;
	*text = text_slice(*text, 0, start ? start - 1 : 0);
	*ret_number = (uint32_t)number;
	return true;
}

bool
place_parse(struct text text, struct text file, struct place *ret_place)
{
	uint32_t numbers[3] = { 0 };
	struct text head = text;
	bool ranged = number_cut(&head, '-', &numbers[0]) && head.size;
	size_t count = ranged;

	if (ranged)
		text = head;
	while (count - ranged < 2 && number_cut(&text, ':', &numbers[count]))
		count++;
	if (count == ranged)
		return false;
	*ret_place = (struct place){ .file = text.size ? text : file,
		.end = ranged ? numbers[0] : 0 };
	if (count - ranged == 2) {
		ret_place->column = numbers[ranged];
		ret_place->line = numbers[ranged + 1];
	} else {
		ret_place->line = numbers[ranged];
	}
	return true;
}

const struct diag_entry *
diag_entry(enum diag_code code)
{
	return &entries[code];
}

const struct diag_entry *
diag_entry_find(struct text name)
{
	for (size_t i = 0; i < DIAG_CODES; i++) {
		struct text code = text_of(entries[i].code);

		if (name.size == code.size && name.size &&
			toupper((unsigned char)name.at[0]) == code.at[0] &&
			text_equal(text_slice(name, 1, name.size),
				text_slice(code, 1, code.size)))
			return &entries[i];
	}
	return NULL;
}

struct diag_list *
diag_list_make(struct arena *arena)
{
	struct diag_list *list = arena_make(arena, struct diag_list);

	list->arena = arena;
	return list;
}

static struct text
says_format(struct diag_list *list, const char *format, va_list arguments)
{
	struct buffer buffer = buffer_make(list->arena);

	buffer_vformat(&buffer, format, arguments);
	return buffer_text(&buffer);
}

static struct place
place_keep(struct diag_list *list, struct place at)
{
	at.file = text_keep(list->arena, at.file);
	return at;
}

/* One more or, with -1, one less of a severity. */
static void
diag_count(struct diag_list *list, enum severity severity, int by)
{
	list->warnings += (size_t)(severity == SEVERITY_WARNING ? by : 0);
	list->errors += (size_t)(severity != SEVERITY_WARNING ? by : 0);
	list->failures += (size_t)(severity == SEVERITY_FAILURE ? by : 0);
}

struct diag *
diag_add(struct diag_list *list, enum diag_code code, struct place at,
	const char *format, ...)
{
	struct diag *diag;
	va_list arguments;

	list->items = arena_room(list->arena, list->items, list->count, &list->room,
		sizeof *list->items);
	diag = &list->items[list->count++];
	*diag = (struct diag){ .code = code,
		.entry = &entries[code],
		.severity = entries[code].severity,
		.at = place_keep(list, at) };
	va_start(arguments, format);
	diag->says = says_format(list, format, arguments);
	va_end(arguments);
	diag_count(list, diag->severity, 1);
	return diag;
}

void
diag_rule(struct diag_list *list, const struct diag_entry *entry)
{
	struct diag *diag = &list->items[list->count - 1];

	diag_count(list, diag->severity, -1);
	diag->entry = entry;
	diag->severity = entry->severity;
	diag_count(list, diag->severity, 1);
}

void
diag_sift(struct diag_list *list, size_t from,
	const struct diag_entry *(*sieve)(void *owner, const struct diag *),
	void *owner)
{
	size_t kept = from;

	for (size_t i = from; i < list->count; i++) {
		struct diag diag = list->items[i];

		diag.entry = sieve(owner, &diag);
		diag_count(list, diag.severity, -1);
		if (!diag.entry)
			continue;
		diag.severity = diag.entry->severity;
		diag_count(list, diag.severity, 1);
		list->items[kept++] = diag;
	}
	list->count = kept;
}

void
diag_label(struct diag_list *list, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	list->items[list->count - 1].label = says_format(list, format, arguments);
	va_end(arguments);
}

void
diag_help(struct diag_list *list, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	list->items[list->count - 1].help = says_format(list, format, arguments);
	va_end(arguments);
}

void
diag_sample(struct diag_list *list, struct text sample)
{
	list->items[list->count - 1].sample = text_keep(list->arena, sample);
}

void
diag_other(struct diag_list *list, struct place at, const char *format, ...)
{
	struct diag_label *label = arena_make(list->arena, struct diag_label);
	struct diag_label **end = &list->items[list->count - 1].labels;
	va_list arguments;

	va_start(arguments, format);
	label->at = place_keep(list, at);
	label->says = says_format(list, format, arguments);
	va_end(arguments);
	while (*end)
		end = &(*end)->next;
	*end = label;
}

void
diag_other_since(struct diag_list *list, size_t from, struct place at, const char *says)
{
	for (size_t i = from; i < list->count; i++) {
		struct diag_label *label = arena_make(list->arena, struct diag_label);
		struct diag_label **end = &list->items[i].labels;

		label->at = place_keep(list, at);
		label->says = text_keep(list->arena, text_of(says));
		while (*end)
			end = &(*end)->next;
		*end = label;
	}
}

void
diag_fix(struct diag_list *list, struct place at, const char *format, ...)
{
	struct diag_fix *fix = arena_make(list->arena, struct diag_fix);
	va_list arguments;

	fix->at = place_keep(list, at);
	va_start(arguments, format);
	fix->text = says_format(list, format, arguments);
	va_end(arguments);
	list->items[list->count - 1].fix = fix;
}

static struct diag_label *
labels_keep(struct diag_list *list, const struct diag_label *labels)
{
	struct diag_label *first = NULL, **end = &first;

	for (; labels; labels = labels->next) {
		*end = arena_keep(list->arena, labels, sizeof *labels);
		(*end)->at = place_keep(list, labels->at);
		(*end)->says = text_keep(list->arena, labels->says);
		end = &(*end)->next;
	}
	return first;
}

static const struct diag_fix *
fix_keep(struct diag_list *list, const struct diag_fix *from)
{
	struct diag_fix *fix;

	if (!from)
		return NULL;
	fix = arena_make(list->arena, struct diag_fix);
	fix->at = place_keep(list, from->at);
	fix->text = text_keep(list->arena, from->text);
	return fix;
}

static struct diag
diag_keep(struct diag_list *list, struct diag diag)
{
	diag.at = place_keep(list, diag.at);
	diag.record = text_keep(list->arena, diag.record);
	diag.title = text_keep(list->arena, diag.title);
	diag.says = text_keep(list->arena, diag.says);
	diag.label = text_keep(list->arena, diag.label);
	diag.help = text_keep(list->arena, diag.help);
	diag.sample = text_keep(list->arena, diag.sample);
	diag.labels = labels_keep(list, diag.labels);
	diag.fix = fix_keep(list, diag.fix);
	return diag;
}

void
diag_append(struct diag_list *list, const struct diag_list *from)
{
	for (size_t i = 0; i < from->count; i++) {
		list->items = arena_room(list->arena, list->items, list->count,
			&list->room, sizeof *list->items);
		list->items[list->count++] = diag_keep(list, from->items[i]);
		diag_count(list, from->items[i].severity, 1);
	}
}

static int
place_compare(const struct place *a, const struct place *b)
{
	int order = text_compare(a->file, b->file);

	if (order)
		return order;
	if (a->line != b->line)
		return a->line < b->line ? -1 : 1;
	return a->column < b->column ? -1 : a->column > b->column;
}

/* A stable merge sort: qsort is not stable. */
static void
diag_merge(struct diag *items, struct diag *spare, size_t count)
{
	size_t half = count / 2, left = 0, right = half, out = 0;

	if (count < 2)
		return;
	diag_merge(items, spare, half);
	diag_merge(items + half, spare, count - half);
	while (left < half && right < count)
		spare[out++] = place_compare(&items[right].at, &items[left].at) < 0
				       ? items[right++]
				       : items[left++];
	while (left < half)
		spare[out++] = items[left++];
	while (right < count)
		spare[out++] = items[right++];
	for (size_t i = 0; i < count; i++)
		items[i] = spare[i];
}

void
diag_sort(struct diag_list *list, size_t from)
{
	size_t count = list->count - from;

	if (count > 1)
		diag_merge(list->items + from,
			arena_array(list->arena, struct diag, count), count);
}

void
diag_return(struct diag_list *list, const struct diag_list *before)
{
	list->count = before->count;
	list->errors = before->errors;
	list->warnings = before->warnings;
	list->failures = before->failures;
}
