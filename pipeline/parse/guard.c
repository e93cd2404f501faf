#include "guard.h"

#include "base/diag.h"
#include "positions.h"

enum {
	LARGEST = 128 << 20,  /* bytes: cmark counts in 32 bits */
	MOST_PICTURES = 2000, /* begun in one paragraph */
	MOST_WORK = 20 << 20, /* empty lines times their depth */
};

/* What stands before the text of a line. */
struct prefix {
	size_t depth;   /* lists and quotes that it opens */
	size_t carried; /* at most so many stay open through it */
	bool bare;      /* nothing follows */
};

static bool
is_blank_at(struct text line, size_t offset)
{
	return offset >= line.size || line.at[offset] == ' ' ||
	       line.at[offset] == '\t' || line.at[offset] == '\n' ||
	       line.at[offset] == '\r';
}

/* The size of the list marker at `offset`, or 0. */
static size_t
marker_size(struct text line, size_t offset)
{
	size_t digits = 0;
	char byte = line.at[offset];

	if (byte == '-' || byte == '+' || byte == '*')
		return is_blank_at(line, offset + 1) ? 1 : 0;
	while (digits < 10 && offset + digits < line.size &&
		line.at[offset + digits] >= '0' && line.at[offset + digits] <= '9')
		digits++;
	if (digits == 0 || offset + digits >= line.size)
		return 0;
	byte = line.at[offset + digits];
	if ((byte != '.' && byte != ')') || !is_blank_at(line, offset + digits + 1))
		return 0;
	return digits + 1;
}

/* Two columns of indentation before a marker may be a list that goes on. */
static struct prefix
prefix_of(struct text line)
{
	struct prefix prefix = { 0 };
	size_t columns = 0, i = 0;

	while (i < line.size) {
		size_t size = line.at[i] == '>' ? 1 : 0;

		if (is_blank_at(line, i)) {
			columns += line.at[i] == '\t' ? 4 : 1;
			i++;
			continue;
		}
		if (!size)
			size = marker_size(line, i);
		if (!size)
			break;
		prefix.depth += 1 + columns / 2;
		columns = 0;
		i += size;
	}
	prefix.bare = i >= line.size;
	prefix.carried = prefix.depth + columns / 2;
	return prefix;
}

static size_t
pictures_begun(struct text line)
{
	size_t count = 0;

	for (size_t i = text_find(line, '!', 0); i + 1 < line.size;
		i = text_find(line, '!', i + 1))
		count += line.at[i + 1] == '[';
	return count;
}

static bool
refuse(struct diag_list *diags, struct positions *positions, size_t index,
	const char *what)
{
	diag_add(diags, DIAG_P102, positions_place(positions, (int)index + 1, 1, NULL),
		"%s", what);
	return false;
}

/* The depth that is open after a line.  Only after an empty line does less
 * indentation close anything: before it, text may continue lazily. */
static size_t
depth_after(struct prefix prefix, size_t depth, bool after_bare)
{
	if (prefix.bare)
		return prefix.depth > depth ? prefix.depth : depth;
	if (after_bare && prefix.carried < depth)
		depth = prefix.carried;
	return prefix.depth > depth ? prefix.depth : depth;
}

static bool
shape_check(struct diag_list *diags, struct positions *positions)
{
	size_t depth = 0, work = 0, pictures = 0;
	bool after_bare = true;

	for (size_t i = 0; i < positions->lines.count; i++) {
		struct text line = lines_whole(&positions->lines, i + 1);
		struct prefix prefix = prefix_of(line);

		depth = depth_after(prefix, depth, after_bare);
		after_bare = prefix.bare;
		work += prefix.bare ? depth : 0;
		pictures = prefix.bare ? 0 : pictures + pictures_begun(line);
		if (prefix.depth > GUARD_DEPTH)
			return refuse(diags, positions, i,
				"lists and quotes are nested too deeply here");
		if (pictures > MOST_PICTURES)
			return refuse(diags, positions, i,
				"this paragraph begins more than 2000 pictures");
		if (work > MOST_WORK)
			return refuse(diags, positions, i,
				"too many empty lines stand in nested lists here");
	}
	return true;
}

/* The first byte that is no text: no UTF-8, or a control character. */
static size_t
first_bad(struct text markdown)
{
	size_t end = text_first_bad(markdown);

	for (size_t i = text_plain(markdown, 0); i < end;
		i = text_plain(markdown, i + 1)) {
		unsigned char byte = (unsigned char)markdown.at[i];

		if (byte < ' ' && byte != '\t' && byte != '\n' && byte != '\r')
			return i;
	}
	return end;
}

static bool
bytes_check(struct diag_list *diags, struct positions *positions)
{
	size_t bad = first_bad(positions->lines.bytes);
	size_t index = positions->lines.count;
	struct place at;

	if (bad == positions->lines.bytes.size)
		return true;
	while (index > 0 && positions->lines.starts[index - 1] > bad)
		index--;
	at = positions_place(positions, (int)index,
		(int)(bad - positions->lines.starts[index - 1]) + 1, NULL);
	diag_add(diags, DIAG_P101, at, "the byte 0x%02X here is not text",
		(unsigned)(unsigned char)positions->lines.bytes.at[bad]);
	diag_help(diags, "save the file as UTF-8 text, without control characters");
	return false;
}

bool
guard_check(struct diag_list *diags, struct positions *positions)
{
	if (positions->lines.bytes.size > LARGEST)
		return refuse(diags, positions, 0, "the text is larger than 128 MB");
	return bytes_check(diags, positions) && shape_check(diags, positions);
}
