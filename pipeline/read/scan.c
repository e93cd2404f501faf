#include "scan.h"

#include <inttypes.h>
#include <string.h>

#include "base/arena.h"
#include "base/letters.h"
#include "read/bounds.h"
#include "read/mended.h"
#include "read/mistake.h"

struct refusal {
	uint32_t first, last;
	enum diag_code code;
	const char *what; /* a noun for the sentence */
	const char *help;
};

#define RETYPE "delete it and type the text around it again"
#define PRIVATE                                                                        \
	"replace it by an ordinary character; it has no meaning outside one font"
#define BREAK "press Enter instead, or put a blank"
#define NO_CHARACTER "a character that must not be exchanged"
#define CONTROL "an invisible control character"

/* In ascending order.  CR, LF and tab are not refused here. */
/* clang-format off */
static const struct refusal refusals[] = {
	{ 0x00, 0x08, DIAG_R103, CONTROL, RETYPE },
	{ 0x0b, 0x0c, DIAG_R103, CONTROL, RETYPE },
	{ 0x0e, 0x1f, DIAG_R103, CONTROL, RETYPE },
	{ 0x7f, 0x84, DIAG_R103, CONTROL, RETYPE },
	{ 0x85, 0x85, DIAG_R106, "an invisible line end (next line)", BREAK },
	{ 0x86, 0x9f, DIAG_R103, CONTROL, RETYPE },
	{ 0x2028, 0x2028, DIAG_R106, "an invisible line separator", BREAK },
	{ 0x2029, 0x2029, DIAG_R106, "an invisible paragraph separator", BREAK },
	{ 0x202d, 0x202e, DIAG_R104, "a mark that turns the direction of writing round",
		"delete it; Arabic and Latin text find their direction by themselves" },
	{ 0xe000, 0xf8ff, DIAG_R104, "a character of private use", PRIVATE },
	{ 0xfdd0, 0xfdef, DIAG_R104, NO_CHARACTER, RETYPE },
	{ 0xfeff, 0xfeff, DIAG_R103, "an invisible byte order mark", RETYPE },
	{ 0xfffd, 0xfffd, DIAG_R104, "the sign for a character that was lost",
		"look up in the original what stood here; a program could not read it" },
	{ 0xfffe, 0xffff, DIAG_R104, NO_CHARACTER, RETYPE },
	{ 0xf0000, 0x10ffff, DIAG_R104, "a character of private use", PRIVATE },
};
/* clang-format on */

static const struct refusal *
refusal_find(uint32_t rune)
{
	static const struct refusal last_two = { 0, 0, DIAG_R104, NO_CHARACTER,
		RETYPE };
	size_t count = sizeof refusals / sizeof *refusals;

	if (rune >= 0x20 && rune < 0x7f)
		return NULL;
	for (size_t i = 0; i < count && refusals[i].first <= rune; i++)
		if (rune <= refusals[i].last)
			return &refusals[i];
	return (rune & 0xfffe) == 0xfffe ? &last_two : NULL;
}

/* What a rune on a line stands after. */
enum spot {
	SPOT_INDENT, /* nothing but spaces */
	SPOT_DASH,   /* a dash, and spaces */
	SPOT_KEY,    /* letters that may be a key */
	SPOT_COLON,  /* a key and its colon */
	SPOT_TEXT,   /* anything else */
};

static enum spot
spot_after(enum spot spot, uint32_t rune)
{
	bool is_name = (rune >= 'a' && rune <= 'z') || (rune >= 'A' && rune <= 'Z') ||
		       (rune >= '0' && rune <= '9') || rune == '_';

	if (rune == ' ' && spot <= SPOT_DASH)
		return spot;
	if (rune == '-' && spot == SPOT_INDENT)
		return SPOT_DASH;
	if (is_name && spot <= SPOT_KEY)
		return SPOT_KEY;
	if (rune == '-' && spot == SPOT_KEY)
		return SPOT_KEY;
	return rune == ':' && spot == SPOT_KEY ? SPOT_COLON : SPOT_TEXT;
}

/* A blank that looks like a space and is none, where YAML needs one. */
static bool
is_false_space(enum spot spot, uint32_t rune)
{
	return rune >= 0x80 && spot != SPOT_KEY && spot != SPOT_TEXT &&
	       letters_unseen(rune);
}

/* Where the scan stands. */
struct scan {
	struct diag_list *diags;
	struct text bytes;
	size_t offset;
	struct place at; /* of the rune at `offset` */
	enum spot spot;
	uint32_t before; /* the rune before it */
	size_t errors_before;
};

/* What Windows-1252, the usual other encoding, means by a byte. */
static uint32_t
windows_rune(unsigned char byte)
{
	static const uint16_t upper[] = { 0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e,
		0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0xfffd,
		0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013,
		0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e,
		0x0178 };

	return byte >= 0x80 && byte < 0xa0 ? upper[byte - 0x80] : byte;
}

static void
encoding_complain(struct scan *scan)
{
	unsigned char byte = (unsigned char)scan->bytes.at[scan->offset];
	struct buffer shown = buffer_make(scan->diags->arena);

	buffer_rune(&shown, windows_rune(byte));
	scan->at.end = scan->at.column + 1;
	diag_add(scan->diags, DIAG_R101, scan->at,
		"this file is not UTF-8: the byte %02X means nothing here", byte);
	diag_label(scan->diags, "probably %.*s, saved by an older Windows program",
		TEXT_ARG(buffer_text(&shown)));
	diag_help(scan->diags, "open the file in the editor it came from and save it "
			       "with the encoding "
			       "UTF-8; then look whether all accents are right");
}

/* UTF-32 begins with a mark too, or with an ASCII character beside three zero bytes. */
static bool
is_utf32(struct text bytes)
{
	const char *at = bytes.at;

	if (bytes.size < 4)
		return false;
	return memcmp(at, "\xff\xfe\0\0", 4) == 0 ||
	       memcmp(at, "\0\0\xfe\xff", 4) == 0 ||
	       (at[1] == 0 && at[2] == 0 && (at[0] == 0) != (at[3] == 0));
}

/* UTF-16 begins with a mark, or with an ASCII character beside a zero byte. */
static bool
is_utf16(struct text bytes)
{
	const unsigned char *at = (const unsigned char *)bytes.at;

	if (bytes.size < 2)
		return false;
	if ((at[0] == 0xff && at[1] == 0xfe) || (at[0] == 0xfe && at[1] == 0xff))
		return true;
	return (at[0] == 0) != (at[1] == 0);
}

static void
rune_complain(struct diag_list *diags, enum diag_code code, struct place at,
	uint32_t rune, const struct refusal *refusal)
{
	diag_add(diags, code, at, "%s stands here (U+%04" PRIX32 ")", refusal->what,
		rune);
	diag_help(diags, "%s", refusal->help);
}

static void
tab_complain(struct scan *scan)
{
	scan->at.end = scan->at.column + 1;
	diag_add(scan->diags, DIAG_R105, scan->at, "this line is indented with a tab");
	diag_label(scan->diags, "YAML counts spaces only");
	diag_help(scan->diags, "replace the tab by two spaces");
	diag_fix(scan->diags, scan->at, "  ");
}

static void
directive_complain(struct scan *scan)
{
	scan->at.end = scan->at.column + 1;
	diag_add(scan->diags, DIAG_R304, scan->at, "a line starts with %%");
	diag_label(scan->diags, "YAML takes this for a directive");
	diag_help(scan->diags, "delete the line, or put the text in quotes");
}

static void
false_space_complain(struct scan *scan, uint32_t rune)
{
	scan->at.end = scan->at.column + 1;
	diag_add(scan->diags, DIAG_R107, scan->at,
		"%s (U+%04" PRIX32 ") stands where YAML needs a space",
		letters_unseen(rune), rune);
	diag_help(scan->diags, "delete it and press the space bar");
	diag_fix(scan->diags, scan->at, " ");
}

/* A mark that is one letter with the letter before it. */
static void
accent_check(struct scan *scan, uint32_t rune)
{
	struct place at = scan->at;

	if (rune < 0x300 || rune > 0x328 || !letters_compose(scan->before, rune))
		return;
	at.end = at.column-- + 1;
	diag_add(scan->diags, DIAG_R108, at,
		"the letter %c and its accent stand here as two characters",
		(char)scan->before);
	diag_label(scan->diags, "it looks like one letter");
	diag_help(scan->diags, "delete the letter and type it again");
}

static void
line_end(struct scan *scan, uint32_t rune)
{
	bool pair = rune == '\r' && scan->offset + 1 < scan->bytes.size &&
		    scan->bytes.at[scan->offset + 1] == '\n';

	scan->at.line += !pair;
	scan->at.column = pair ? scan->at.column : 0;
}

static void
rune_scan(struct scan *scan, uint32_t rune)
{
	const struct refusal *refusal = refusal_find(rune);

	if (rune == '\n' || rune == '\r') {
		line_end(scan, rune);
	} else if (rune == '\t' && scan->spot == SPOT_INDENT) {
		tab_complain(scan);
	} else if (rune == '%' && scan->at.column == 1) {
		directive_complain(scan);
	} else if (is_false_space(scan->spot, rune)) {
		false_space_complain(scan, rune);
	} else if (refusal) {
		scan->at.end = scan->at.column + 1;
		rune_complain(scan->diags, refusal->code, scan->at, rune, refusal);
	} else {
		accent_check(scan, rune);
	}
	scan->before = rune;
	scan->spot = rune == '\n' || rune == '\r' ? SPOT_INDENT
						  : spot_after(scan->spot, rune);
}

static bool
scan_goes_on(const struct scan *scan)
{
	return scan->offset < scan->bytes.size &&
	       scan->diags->errors - scan->errors_before < BOUND_SCAN_FAULTS;
}

/* Passes over the rest of a line in which nothing is refused: most lines hold nothing
 * but printable ASCII. */
static void
plain_skip(struct scan *scan)
{
	size_t end = text_plain(scan->bytes, scan->offset);

	if (end == scan->offset || scan->bytes.at[scan->offset] == '%' ||
		end == scan->bytes.size ||
		(scan->bytes.at[end] != '\n' && scan->bytes.at[end] != '\r'))
		return;
	scan->at.column += (uint32_t)(end - scan->offset);
	scan->before = (unsigned char)scan->bytes.at[end - 1];
	scan->offset = end;
}

bool
scan_bytes(struct diag_list *diags, struct text path, struct text bytes)
{
	struct scan scan = { .diags = diags,
		.bytes = bytes,
		.at = { .file = path, .line = 1, .column = 1 },
		.errors_before = diags->errors };
	size_t bad = text_first_bad(bytes), size;
	uint32_t rune;

	if (is_utf16(bytes) || is_utf32(bytes)) {
		diag_add(diags, DIAG_R102, scan.at, "this file is saved as UTF-%d",
			is_utf32(bytes) ? 32 : 16);
		diag_help(diags, "save the file with the encoding UTF-8");
		return false;
	}
	while (scan_goes_on(&scan)) {
		if (scan.at.column == 1)
			plain_skip(&scan);
		if (scan.offset == bad) {
			encoding_complain(&scan);
			return false;
		}
		size = text_rune(bytes, scan.offset, &rune);
		scan.at.end = 0;
		rune_scan(&scan, rune);
		scan.offset += size;
		scan.at.column++;
	}
	if (scan.offset < bytes.size)
		return mistake_stop(diags, scan.at);
	return diags->errors == scan.errors_before;
}

/* The rune that stands in the place of one that cannot stay. */
static uint32_t
rune_mend(struct text line, size_t offset, uint32_t rune, size_t size)
{
	if (rune == 0xfffd && size == 1)
		rune = windows_rune((unsigned char)line.at[offset]);
	if (rune == '%' && offset == 0)
		return '#';
	return rune != '\t' && refusal_find(rune) ? ' ' : rune;
}

/* The indentation with two spaces for a tab and one for any other blank. */
static size_t
indent_clean(struct text line, struct buffer *buffer)
{
	size_t offset = 0;

	while (offset < line.size) {
		uint32_t rune;
		size_t size = text_rune(line, offset, &rune);

		if (rune != ' ' && rune != '\t' && !is_false_space(SPOT_INDENT, rune))
			break;
		buffer_string(buffer, rune == '\t' ? "  " : " ");
		offset += size;
	}
	return offset;
}

static void
line_clean(struct mended *mended, struct arena *arena, size_t number)
{
	struct text line = mended_line(mended, number);
	struct buffer indent = buffer_make(arena), rest = buffer_make(arena);
	size_t start = indent_clean(line, &indent), size;
	enum spot spot = SPOT_INDENT;
	uint32_t rune;

	for (size_t i = start; i < line.size; i += size) {
		size = text_rune(line, i, &rune);
		rune = is_false_space(spot, rune) ? ' '
						  : rune_mend(line, i, rune, size);
		buffer_rune(&rest, rune);
		spot = spot_after(spot, rune);
	}
	if (!text_equal(buffer_text(&rest), text_slice(line, start, line.size)))
		mended_replace(mended, number, start, line.size, buffer_text(&rest));
	if (!text_equal(buffer_text(&indent), text_slice(line, 0, start)))
		mended_replace(mended, number, 0, start, buffer_text(&indent));
}

bool
scan_mend(struct arena *arena, const struct lines *lines, struct mended *mended)
{
	if (is_utf16(lines->bytes) || is_utf32(lines->bytes))
		return false;
	for (size_t number = 1; number <= lines->count; number++)
		line_clean(mended, arena, number);
	return true;
}

bool
scan_value(struct diag_list *diags, struct place at, struct text value)
{
	uint32_t rune;

	for (size_t i = 0; i < value.size;) {
		const struct refusal *refusal;

		i += text_rune(value, i, &rune);
		refusal = refusal_find(rune);
		if (!refusal)
			continue;
		rune_complain(diags, DIAG_R311, at, rune, refusal);
		return false;
	}
	return true;
}
