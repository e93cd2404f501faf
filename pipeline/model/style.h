/* style.h - paper, margins, faces and the looks of blocks, as data.
 *
 * A style begins as style_plain and takes over what a style.yaml says; that file
 * is a record like any other, read and validated before it comes here.
 */
#ifndef MODEL_STYLE_H
#define MODEL_STYLE_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/length.h"

struct _xmlNode;
struct arena;
struct records;

enum style_block {
#define BLOCK(name, ...) STYLE_##name,
#include "model/style.list"
#undef BLOCK
	STYLE_BLOCKS
};

struct block_style {
	struct text face; /* name of a family */
	bool bold, italic;
	bool justified;
	length size, leading; /* leading: baseline to baseline */
	length before, after; /* space; between two blocks the larger counts */
	length indent;        /* from both sides for quotes, else from the start */
	uint32_t colour;      /* 0xRRGGBB */
	struct text
		features; /* of OpenType, four letters each, between blanks: "onum" */
};

/* Four cuts of one face: font files, seen from the style's folder, else from the
 * font folders; "NAME.ttc:2" is the third font of a collection. */
struct family {
	struct text name;
	struct place at; /* where the style names it; unknown in the plain style */
	struct text regular, bold, italic, bold_italic;
	const struct text *fallback; /* families that are asked next, by name */
	size_t fallback_count;
	int scale; /* hundredths of the size that is asked for; 0 is 100 */
};

enum { STYLE_FAMILIES = 64, STYLE_SERIES = 8 };

/* What stands at the heads of pages. */
enum style_heads {
	HEADS_NONE,
	HEADS_SECTION,    /* the heading of the section */
	HEADS_SUBSECTION, /* the last one of the second level, too */
};

/* How a section with a heading of the first level begins. */
enum style_opener {
	OPENER_NONE,
	OPENER_BAR,   /* a short bar above its heading */
	OPENER_STRIP, /* its heading on a band that is as high as it must */
	OPENER_BAND,  /* its heading on a band in the accent colour */
	OPENER_PAGE,  /* the same on a page of its own */
};

struct style_contents {
	int levels;           /* of headings */
	bool leaders;         /* dots from the words to the number */
	bool figures, tables; /* they are listed behind the headings */
};

/* A style with what it says of a language. */
struct style_variant {
	struct text language; /* BCP 47 */
	const struct style *style;
};

struct style {
	length width, height; /* of the paper */
	/* Margins: the text block's distance from the edges.  Where pages face each
	 * other the left one is the inner and the right one the outer. */
	length top, bottom, left, right;
	bool facing; /* odd pages are right-hand ones */
	bool recto;  /* sections begin on those */
	bool stays;  /* figures do not float */
	enum style_heads heads;
	enum style_opener opener;
	struct style_contents contents;
	uint32_t ink, accent, tint, muted, link, paper; /* 0xRRGGBB */
	uint32_t series[STYLE_SERIES]; /* colours in charts, in this order */
	size_t series_count;           /* at least 1 */
	struct place series_at;        /* where the style names them */
	struct family families[STYLE_FAMILIES];
	size_t family_count;
	bool hanging; /* punctuation stands out of justified lines */
	bool spaced;  /* a little space between Han, Kana or Hangul and letters */
	bool roman;   /* figures have Roman numbers; a lone one has none */
	bool full;    /* white space grows a little so that pages end at one height */
	length grid;  /* lines stand at multiples of it; 0: anywhere */
	bool even;    /* no line grows for letters that are taller than its leading */
	struct block_style blocks[STYLE_BLOCKS];
	struct text folder; /* that style.yaml lies in; empty for the plain style */
	const struct style_variant *variants;
	size_t variant_count;
};

/* The style of a Markdown file that names none. */
const struct style *style_plain(void);

/* The style that the first <style> of the records describes. */
struct style *style_decode(struct arena *, const struct records *);

/* The same of one <style>, without a folder. */
struct style *style_read(struct arena *, const struct _xmlNode *);

/* A style as it is for a language: "az-Cyrl" is asked first, then "az". */
const struct style *style_for(const struct style *, struct text language);

/* Where the text block begins on a page, which is counted from 0: seen from the side
 * that lines begin at. */
length style_start(const struct style *, size_t page);

/* The family of that name, or NULL. */
const struct family *style_named(const struct style *, struct text name);

/* The same, or the first. */
const struct family *style_family(const struct style *, struct text name);

#endif
