#include "difference.h"

#include "base/lines.h"
#include "report/report.h"

enum { CONTEXT = 3 };

struct difference {
	struct buffer *out;
	struct lines before, after;
};

static struct difference
difference_make(struct buffer *out, struct text before, struct text after)
{
	return (struct difference){ .out = out,
		.before = lines_make(out->arena, before),
		.after = lines_make(out->arena, after) };
}

/* Lines; what follows the last line end counts only where there is something. */
static size_t
lines_count(const struct difference *difference)
{
	size_t count = difference->before.count;

	return lines_whole(&difference->before, count).size ? count : count - 1;
}

static bool
line_changed(const struct difference *difference, size_t line)
{
	return !text_equal(lines_whole(&difference->before, line),
		lines_whole(&difference->after, line));
}

/* The first changed line at or after one, or one beyond the last. */
static size_t
change_find(const struct difference *difference, size_t line)
{
	while (line <= lines_count(difference) && !line_changed(difference, line))
		line++;
	return line;
}

static void
line_print(struct buffer *out, char sign, struct text whole)
{
	buffer_byte(out, sign);
	buffer_add(out, whole);
	if (!text_ends(whole, TEXT("\n")))
		buffer_string(out, "\n\\ No newline at end of file\n");
}

/* Lines that changed one after the other: first as they were, then as they are. */
static size_t
run_print(const struct difference *difference, size_t line, size_t last)
{
	size_t end = line;

	while (end <= last && line_changed(difference, end))
		end++;
	for (size_t i = line; i < end; i++)
		line_print(difference->out, '-', lines_whole(&difference->before, i));
	for (size_t i = line; i < end; i++)
		line_print(difference->out, '+', lines_whole(&difference->after, i));
	return end;
}

static void
hunk_print(const struct difference *difference, size_t first, size_t last)
{
	size_t size = last - first + 1;

	buffer_format(
		difference->out, "@@ -%zu,%zu +%zu,%zu @@\n", first, size, first, size);
	for (size_t line = first; line <= last;) {
		if (line_changed(difference, line)) {
			line = run_print(difference, line, last);
			continue;
		}
		line_print(
			difference->out, ' ', lines_whole(&difference->before, line));
		line++;
	}
}

static void
name_print(struct buffer *out, const char *sign, const char *side, struct text path)
{
	buffer_string(out, sign);
	if (!text_starts(path, TEXT("/")))
		buffer_string(out, side);
	buffer_add(out, path);
	buffer_byte(out, '\n');
}

void
difference_print(
	struct buffer *out, struct text path, struct text before, struct text after)
{
	struct difference difference = difference_make(out, before, after);
	size_t count = lines_count(&difference);

	name_print(out, "--- ", "a/", path);
	name_print(out, "+++ ", "b/", path);
	for (size_t line = change_find(&difference, 1); line <= count;) {
		size_t first = line > CONTEXT ? line - CONTEXT : 1, last = line;
		size_t next = change_find(&difference, line + 1);

		while (next <= count && next - last <= 2 * CONTEXT) {
			last = next;
			next = change_find(&difference, next + 1);
		}
		hunk_print(&difference, first,
			last + CONTEXT < count ? last + CONTEXT : count);
		line = next;
	}
}

size_t
difference_tell(
	struct buffer *out, struct text path, struct text before, struct text after)
{
	struct difference difference = difference_make(out, before, after);
	size_t changed = 0;

	for (size_t line = change_find(&difference, 1);
		line <= lines_count(&difference);
		line = change_find(&difference, line + 1)) {
		buffer_add(out, path);
		buffer_format(out, ":%zu: ", line);
		report_plain(out, text_trim(lines_at(&difference.before, line)));
		buffer_string(out, " -> ");
		report_plain(out, text_trim(lines_at(&difference.after, line)));
		buffer_byte(out, '\n');
		changed++;
	}
	return changed;
}
