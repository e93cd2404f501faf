#include "package.h"

#include <stddef.h>
#include <string.h>

#include "base/text.h"
#include "layout/inline/script.h"

static const char core[] = "fonts-noto-core", mono[] = "fonts-noto-mono",
		  cjk[] = "fonts-noto-cjk", symbola[] = "fonts-symbola";

/* Characters of no script, or of scripts that one file has together. */
static const struct range {
	uint32_t from, to;
	const char *package, *file;
} ranges[] = {
	{ 0x0300, 0x036f, core, "NotoSans-Regular.ttf" },
	{ 0x1100, 0x11ff, cjk, "NotoSansCJK-Regular.ttc:2" },
	{ 0x2000, 0x206f, core, "NotoSans-Regular.ttf" },
	{ 0x20a0, 0x20cf, core, "NotoSans-Regular.ttf" },
	{ 0x2190, 0x22ff, core, "NotoSansMath-Regular.ttf" },
	{ 0x2300, 0x23ff, core, "NotoSansSymbols-Regular.ttf" },
	{ 0x2400, 0x245f, core, "NotoSansSymbols2-Regular.ttf" },
	{ 0x2460, 0x24ff, core, "NotoSansSymbols-Regular.ttf" },
	{ 0x2500, 0x259f, mono, "NotoSansMono-Regular.ttf" },
	{ 0x25a0, 0x25ff, core, "NotoSansSymbols2-Regular.ttf" },
	{ 0x2600, 0x26ff, core, "NotoSansSymbols-Regular.ttf" },
	{ 0x2700, 0x27bf, core, "NotoSansSymbols2-Regular.ttf" },
	{ 0x27c0, 0x27ff, core, "NotoSansMath-Regular.ttf" },
	{ 0x2900, 0x2aff, core, "NotoSansMath-Regular.ttf" },
	{ 0x2b00, 0x2bff, core, "NotoSansSymbols2-Regular.ttf" },
	{ 0x2e80, 0x31ff, cjk, "NotoSansCJK-Regular.ttc:2" },
	{ 0x3200, 0x9fff, cjk, "NotoSansCJK-Regular.ttc:2" },
	{ 0xac00, 0xd7ff, cjk, "NotoSansCJK-Regular.ttc:2" },
	{ 0xf900, 0xfaff, cjk, "NotoSansCJK-Regular.ttc:2" },
	{ 0xfe30, 0xfe4f, cjk, "NotoSansCJK-Regular.ttc:2" },
	{ 0xff00, 0xffef, cjk, "NotoSansCJK-Regular.ttc:2" },
	{ 0x1d100, 0x1d1ff, core, "NotoMusic-Regular.ttf" },
	{ 0x1d400, 0x1d7ff, core, "NotoSansMath-Regular.ttf" },
	{ 0x1f000, 0x1f0ff, core, "NotoSansSymbols2-Regular.ttf" },
	{ 0x1f100, 0x1f1ff, core, "NotoSansSymbols-Regular.ttf" },
	{ 0x1f300, 0x1f7ff, symbola, "Symbola_hint.ttf" },
	{ 0x1f800, 0x1f8ff, core, "NotoSansSymbols2-Regular.ttf" },
	{ 0x1f900, 0x1faff, symbola, "Symbola_hint.ttf" },
	{ 0x20000, 0x3ffff, cjk, "NotoSansCJK-Regular.ttc:2" },
};

static const struct {
	const char *tag, *font;
} fonts[] = {
#define FONT(tag, font) { tag, font },
#include "layout/inline/font.list"
#undef FONT
};

const char *
package_find(uint32_t rune, struct buffer *file)
{
	const char *tag = script_tag(script_of(rune));

	for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
		if (rune < ranges[i].from || rune > ranges[i].to)
			continue;
		buffer_string(file, ranges[i].file);
		return ranges[i].package;
	}
	for (size_t i = 0; i < sizeof fonts / sizeof *fonts; i++) {
		if (strcmp(fonts[i].tag, tag) != 0)
			continue;
		buffer_string(file, fonts[i].font);
		buffer_string(file, "-Regular.ttf");
		return core;
	}
	return NULL;
}
