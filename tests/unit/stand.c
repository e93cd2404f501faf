#include "stand.h"

#include <stdlib.h>

/* A test that has no memory left cannot go on. */
static void
stand_exhausted(void *context)
{
	(void)context;
	fail_msg("the budget of the test is used up");
}

int
stand_open(void **state)
{
	struct stand *stand = calloc(1, sizeof *stand);

	if (!stand)
		return -1;
	stand->budget = (struct budget){ (size_t)1 << 30, stand_exhausted, NULL };
	stand->arena = arena_open(&stand->budget);
	stand->diags = diag_list_make(stand->arena);
	*state = stand;
	return 0;
}

int
stand_close(void **state)
{
	struct stand *stand = *state;

	arena_close(stand->arena);
	free(stand);
	return 0;
}

/* The line around an offset. */
static struct text
line_at(struct text text, size_t offset)
{
	size_t start = offset < text.size ? offset : text.size;

	while (start && text.at[start - 1] != '\n')
		start--;
	return text_slice(text, start, text_find(text, '\n', start));
}

void
stand_compare(struct text text, const char *string, const char *file, int line)
{
	struct text expected = text_of(string);
	size_t same = 0;

	if (text_equal(text, expected))
		return;
	while (same < text.size && same < expected.size &&
		text.at[same] == expected.at[same])
		same++;
	print_error("expected: %.*s\n", TEXT_ARG(line_at(expected, same)));
	print_error("found:    %.*s\n", TEXT_ARG(line_at(text, same)));
	_fail(file, line);
}

void
stand_expect(const struct stand *stand, enum diag_code code, const char *file, int line)
{
	const struct diag_list *diags = stand->diags;

	if (diags->count == 1 && diags->items[0].code == code)
		return;
	print_error("expected: %s alone\n", diag_entry(code)->code);
	for (size_t i = 0; i < diags->count; i++)
		print_error("found:    %s %.*s\n",
			diag_entry(diags->items[i].code)->code,
			TEXT_ARG(diags->items[i].says));
	_fail(file, line);
}
