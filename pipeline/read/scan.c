#include "scan.h"

#include <inttypes.h>

/* A file with more faults than this is not mended line by line. */
enum { FAULTS = 20 };

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

/* Where the scan stands. */
struct scan {
	struct diag_list *diags;
	struct text bytes;
	size_t offset;
	struct place at; /* of the rune at `offset` */
	bool indent;     /* nothing but blanks so far on this line */
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
	scan->indent = false;
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
line_end(struct scan *scan, uint32_t rune)
{
	bool pair = rune == '\r' && scan->offset + 1 < scan->bytes.size &&
		    scan->bytes.at[scan->offset + 1] == '\n';

	scan->at.line += !pair;
	scan->at.column = pair ? scan->at.column : 0;
	scan->indent = true;
}

static void
rune_scan(struct scan *scan, uint32_t rune)
{
	const struct refusal *refusal = refusal_find(rune);

	if (rune == '\n' || rune == '\r') {
		line_end(scan, rune);
	} else if (rune == '\t' && scan->indent) {
		tab_complain(scan);
	} else if (rune == '%' && scan->at.column == 1) {
		directive_complain(scan);
	} else if (refusal) {
		scan->at.end = scan->at.column + 1;
		rune_complain(scan->diags, refusal->code, scan->at, rune, refusal);
	}
	if (rune != ' ' && rune != '\n' && rune != '\r')
		scan->indent = false;
}

static bool
scan_goes_on(const struct scan *scan)
{
	return scan->offset < scan->bytes.size &&
	       scan->diags->errors - scan->errors_before < FAULTS;
}

bool
scan_bytes(struct diag_list *diags, struct text path, struct text bytes)
{
	struct scan scan = { .diags = diags,
		.bytes = bytes,
		.at = { .file = path, .line = 1, .column = 1 },
		.indent = true,
		.errors_before = diags->errors };
	size_t bad = text_first_bad(bytes), size;
	uint32_t rune;

	if (is_utf16(bytes)) {
		diag_add(diags, DIAG_R102, scan.at, "this file is saved as UTF-16");
		diag_help(diags, "save the file with the encoding UTF-8");
		return false;
	}
	while (scan_goes_on(&scan)) {
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
	return diags->errors == scan.errors_before;
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
