/* The style of what names none: faces of Debian and quiet looks. */
#include "base/length.h"
#include "model/style.h"

/* clang-format off */
#define MM(tenths) ((length)((tenths)*720LL * LENGTH_POINT / 2540))
#define SERIF TEXT_CONSTANT("serif")
#define SANS TEXT_CONSTANT("sans")
#define MONO TEXT_CONSTANT("mono")
#define PLAIN { .file = TEXT_CONSTANT("the plain style") }
#define PT(tenths) ((length)((tenths)*LENGTH_POINT / 10))
#define COLOUR_ink 0x1c2226
#define COLOUR_muted 0x5a646b
#define COLOUR_paper 0xffffff
#define FAMILY(name, regular, bold, ...) { TEXT_CONSTANT(name), PLAIN, TEXT_CONSTANT(regular), \
	TEXT_CONSTANT(bold), TEXT_CONSTANT(regular), TEXT_CONSTANT(bold), __VA_ARGS__ }
#define NOTO(name, stem) FAMILY(name, "Noto" stem "-Regular.ttf", "Noto" stem "-Bold.ttf", NULL, 0, 0)

/* Where the serif face has no letter, one of its kind is asked before all others. */
static const struct text serif_fallback[] = {
	TEXT_CONSTANT("naskh"), TEXT_CONSTANT("serif-hebrew"), TEXT_CONSTANT("serif-khmer"),
	TEXT_CONSTANT("serif-myanmar"), TEXT_CONSTANT("serif-devanagari"), TEXT_CONSTANT("serif-bengali"),
	TEXT_CONSTANT("serif-tamil"), TEXT_CONSTANT("serif-thai"), TEXT_CONSTANT("serif-lao"),
	TEXT_CONSTANT("serif-ethiopic"), TEXT_CONSTANT("serif-georgian"), TEXT_CONSTANT("serif-armenian"),
	TEXT_CONSTANT("serif-sinhala"), TEXT_CONSTANT("serif-cjk"),
};

static const struct style plain = {
	.width = MM(2100), .height = MM(2970),
	.top = MM(300), .bottom = MM(300), .left = MM(320), .right = MM(320),
	.ink = COLOUR_ink, .accent = COLOUR_ink, .tint = 0xf1f3f4, .muted = COLOUR_muted,
	.link = 0x00567d, .paper = COLOUR_paper,
	/* Told apart by people who see fewer colours, and as greys: their lightness differs by
	 * 9 of 100.  Of each, letters in ink or paper stand out. */
	.series = { 0x034c7a, 0xd99200, 0x008469, 0x542441, 0x778ea4, 0xa63928 },
	.series_count = 6, .series_at = PLAIN,
	.heads = HEADS_SECTION, .opener = OPENER_BAR,
	.contents = { .levels = 3, .leaders = true },
	.families = {
		{ SERIF, PLAIN, TEXT_CONSTANT("NotoSerif-Regular.ttf"), TEXT_CONSTANT("NotoSerif-Bold.ttf"),
			TEXT_CONSTANT("NotoSerif-Italic.ttf"), TEXT_CONSTANT("NotoSerif-BoldItalic.ttf"),
			serif_fallback, sizeof serif_fallback / sizeof *serif_fallback, 0 },
		{ SANS, PLAIN, TEXT_CONSTANT("NotoSans-Regular.ttf"), TEXT_CONSTANT("NotoSans-Bold.ttf"),
			TEXT_CONSTANT("NotoSans-Italic.ttf"), TEXT_CONSTANT("NotoSans-BoldItalic.ttf"), NULL, 0, 0 },
		NOTO("mono", "SansMono"),
		/* The rest is asked for what these have not, in this order. */
		NOTO("symbols", "SansSymbols"),
		FAMILY("symbols-2", "NotoSansSymbols2-Regular.ttf", "NotoSansSymbols2-Regular.ttf", NULL, 0, 0),
		FAMILY("math", "NotoSansMath-Regular.ttf", "NotoSansMath-Regular.ttf", NULL, 0, 0),
		NOTO("sans-arabic", "SansArabic"),
		NOTO("sans-hebrew", "SansHebrew"),
		NOTO("sans-khmer", "SansKhmer"),
		NOTO("sans-myanmar", "SansMyanmar"),
		NOTO("sans-devanagari", "SansDevanagari"),
		NOTO("sans-bengali", "SansBengali"),
		NOTO("sans-gurmukhi", "SansGurmukhi"),
		NOTO("sans-gujarati", "SansGujarati"),
		NOTO("sans-oriya", "SansOriya"),
		NOTO("sans-tamil", "SansTamil"),
		NOTO("sans-telugu", "SansTelugu"),
		NOTO("sans-kannada", "SansKannada"),
		NOTO("sans-malayalam", "SansMalayalam"),
		NOTO("sans-sinhala", "SansSinhala"),
		NOTO("sans-thai", "SansThai"),
		NOTO("sans-lao", "SansLao"),
		NOTO("tibetan", "SerifTibetan"),
		NOTO("sans-georgian", "SansGeorgian"),
		NOTO("sans-armenian", "SansArmenian"),
		NOTO("sans-ethiopic", "SansEthiopic"),
		FAMILY("mongolian", "NotoSansMongolian-Regular.ttf", "NotoSansMongolian-Regular.ttf", NULL, 0, 0),
		/* Its letters are small for their size. */
		FAMILY("naskh", "NotoNaskhArabic-Regular.ttf", "NotoNaskhArabic-Bold.ttf", NULL, 0, 114),
		NOTO("serif-hebrew", "SerifHebrew"),
		NOTO("serif-khmer", "SerifKhmer"),
		NOTO("serif-myanmar", "SerifMyanmar"),
		NOTO("serif-devanagari", "SerifDevanagari"),
		NOTO("serif-bengali", "SerifBengali"),
		NOTO("serif-tamil", "SerifTamil"),
		NOTO("serif-thai", "SerifThai"),
		NOTO("serif-lao", "SerifLao"),
		NOTO("serif-ethiopic", "SerifEthiopic"),
		NOTO("serif-georgian", "SerifGeorgian"),
		NOTO("serif-armenian", "SerifArmenian"),
		NOTO("serif-sinhala", "SerifSinhala"),
		FAMILY("sans-cjk", "NotoSansCJK-Regular.ttc:2", "NotoSansCJK-Bold.ttc:2", NULL, 0, 0),
		FAMILY("serif-cjk", "NotoSerifCJK-Regular.ttc:2", "NotoSerifCJK-Bold.ttc:2", NULL, 0, 0),
	},
	.family_count = 42,
	.blocks = {
#define BLOCK(name, key, face, bold, italic, justified, size, leading, before, after, indent, colour) \
	[STYLE_##name] = { face, bold, italic, justified, PT(size), PT(leading), PT(before), PT(after), \
		PT(indent), COLOUR_##colour, { "", 0 } },
#include "model/style.list"
#undef BLOCK
	},
};
/* clang-format on */

const struct style *
style_plain(void)
{
	return &plain;
}
