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

struct arena;
struct records;

enum style_block {
	STYLE_TEXT, /* paragraphs */
	STYLE_HEADING_1,
	STYLE_HEADING_2,
	STYLE_HEADING_3,
	STYLE_HEADING_4, /* and deeper */
	STYLE_QUOTE,
	STYLE_SPEAKER, /* of a quote */
	STYLE_CALLOUT,
	STYLE_CODE,
	STYLE_TABLE,      /* cells */
	STYLE_TABLE_HEAD, /* the heads of columns */
	STYLE_CAPTION,
	STYLE_CREDIT, /* of a figure */
	STYLE_NOTE,
	STYLE_KEY_NUMBER,
	STYLE_KEY_WORDS, /* what it counts */
	STYLE_TITLE,     /* the title page */
	STYLE_SUBTITLE,
	STYLE_IMPRINT,
	STYLE_CONTENTS,
	STYLE_RUNNING_HEAD,
	STYLE_FOLIO,
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

enum { STYLE_FAMILIES = 64 };

struct style {
	length width, height;            /* of the paper */
	length top, bottom, left, right; /* margins: the text block's distance */
	uint32_t ink, accent, tint, muted, link;
	struct family families[STYLE_FAMILIES];
	size_t family_count;
	bool hanging; /* punctuation stands out of justified lines */
	bool spaced;  /* a little space between Han, Kana or Hangul and letters */
	bool roman;   /* figures have Roman numbers; a lone one has none */
	bool even;    /* no line grows for letters that are taller than its leading */
	struct block_style blocks[STYLE_BLOCKS];
	struct text folder; /* that style.yaml lies in; empty for the plain style */
};

/* The style of a Markdown file that names none. */
const struct style *style_plain(void);

/* The style that the first <style> of the records describes. */
struct style *style_decode(struct arena *, const struct records *);

/* The family of that name, or NULL. */
const struct family *style_named(const struct style *, struct text name);

/* The same, or the first. */
const struct family *style_family(const struct style *, struct text name);

#endif
