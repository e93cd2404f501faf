/* document.h - what is said: blocks and inlines, nothing of fonts or paper.
 *
 * The text form is CommonMark's own XML (http://commonmark.org/xml/1.0), so that
 * `cmark -t xml` can stand in for parse, with what is ours in the namespace
 * urn:plgs:document:1 (prefix p).
 */
#ifndef MODEL_DOCUMENT_H
#define MODEL_DOCUMENT_H

#include <stdbool.h>

#include "base/diag.h"

struct arena;

enum node_kind {
	/* blocks */
	NODE_DOCUMENT,
	NODE_SECTION, /* starts a page, holds blocks */
	NODE_HEADING,
	NODE_PARAGRAPH,
	NODE_QUOTE,
	NODE_SPEAKER, /* of the quote that it ends; holds inlines */
	NODE_CALLOUT, /* a box: it speaks for a country, or has a title, or neither */
	NODE_LIST,
	NODE_ITEM,
	NODE_CODE_BLOCK,
	NODE_HTML_BLOCK,
	NODE_TABLE,   /* a caption, if it has one, and rows */
	NODE_CAPTION, /* holds inlines */
	NODE_ROW,
	NODE_CELL,   /* holds inlines */
	NODE_FIGURE, /* a caption, if it has one, a picture or a chart, and a credit */
	NODE_PICTURE,
	NODE_CREDIT, /* of a figure: whose picture it is; holds inlines */
	NODE_CHART,  /* holds the table of its values */
	NODE_KEY_NUMBERS,
	NODE_KEY_NUMBER, /* holds inlines: what it counts */
	NODE_CONTENTS,   /* where the headings are listed */
	NODE_COLUMNS,    /* blocks side by side */
	NODE_INDEX,      /* where countries are listed; holds entries */
	NODE_ENTRY,      /* one of them; holds mentions */
	NODE_MENTION,    /* that it is spoken of there */
	NODE_ANCHOR,     /* something that is pointed to ends before this */
	NODE_CARDS,
	NODE_CARD, /* a publication; holds inlines: what it is about */
	NODE_NOTE, /* at the end of a section, a table or a call-out */
	NODE_RULE,
	/* inlines */
	NODE_TEXT,
	NODE_SOFT_BREAK,
	NODE_LINE_BREAK,
	NODE_CODE,
	NODE_HTML,
	NODE_EMPHASIS,
	NODE_STRONG,
	NODE_LINK,
	NODE_IMAGE,
	NODE_SPAN, /* words in another language */
	NODE_MARK, /* of a note */
	NODE_KINDS
};

/* Where a section stands in a report. */
enum node_place {
	PLACE_BODY,
	PLACE_IMPRINT,  /* behind the title page */
	PLACE_FOREWORD, /* before the contents */
	PLACE_BACK,     /* the outer page at the end */
};

/* What a list of contents lists. */
enum node_listed { LISTED_HEADINGS, LISTED_FIGURES, LISTED_TABLES };

/* How the values of a chart are drawn. */
enum chart_kind {
	CHART_NONE, /* as the table that they are */
	CHART_BAR,
	CHART_STACKED,
	CHART_GROUPED,
	CHART_LINE,
	CHART_DOT,
	CHART_PROGRESS, /* towards a target */
	CHART_TIMELINE,
	CHART_MATRIX,
	CHART_KINDS
};

/* "bar", "stacked", …; empty for CHART_NONE. */
const char *chart_name(enum chart_kind);

/* What became of a block since an earlier document. */
enum node_change {
	CHANGE_NONE,
	CHANGE_TEXT, /* it is new, or reads otherwise */
	CHANGE_GAP,  /* something before it is gone */
};

enum node_align { ALIGN_NONE, ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT };

struct node {
	enum node_kind kind;
	enum node_change change : 8; /* narrow: most nodes are small */
	/* Of a text in parse: its first, its last sign was typed with a backslash or as
	 * a reference, so that it is no sign of ours. */
	bool plain_first, plain_last;
	struct place at;
	struct node *parent, *first, *last, *prev, *next;
	struct text language; /* BCP 47; empty: that of what it stands in */
	union {
		struct {
			struct text id, number;
			enum node_place place;
		} section;
		struct {
			int level; /* 1 to 6 */
			struct text id, number;
		} heading;
		struct {
			struct text id, country, title;
		} callout;
		struct {
			bool ordered, tight;
			int start;      /* number of the first item */
			char delimiter; /* '.' or ')' after the number */
		} list;
		struct {
			struct text info, text;
		} code; /* NODE_CODE_BLOCK */
		struct {
			struct text id, number; /* empty without a caption */
		} table, figure;
		struct {
			struct text file; /* as seen from here */
			struct text alt;  /* for those who do not see it */
			bool decorative;  /* it says nothing, and has no alt */
			int width;        /* hundredths of the column; 0: its own */
		} picture;
		struct {
			enum chart_kind kind;
			struct text unit;  /* of its values */
			struct text order; /* "rising", "falling"; empty: as given */
			struct text highlight; /* the head of a row or a column */
			struct text target;    /* of all rows: a number */
			struct text alt;       /* in place of what is made */
		} chart;
		struct {
			bool head; /* a row of column heads */
		} row;
		struct {
			enum node_align align;
			int columns, rows; /* that it spans; 1 mostly */
			bool head;         /* of its row */
		} cell;
		struct {
			struct text number;
		} keynumber;
		struct {
			enum node_listed listed;
			int levels; /* of headings */
		} contents;
		struct {
			struct text
				name; /* of the country, in the document's language */
		} entry;
		struct {
			struct text from; /* the id of a heading or a call-out */
			struct text to;   /* of the anchor where it ends, or empty */
		} mention;
		struct {
			struct text id;
		} anchor;
		struct {
			struct text title, date, languages, pages, link;
			struct text cover,
				alt; /* a picture's file, as seen from here */
		} card;
		struct {
			int count; /* 1 to 4 */
		} columns;
		struct {
			struct text id, label; /* "1", or "b" in a table */
		} note, mark;
		struct {
			struct text url, title;
		} link;           /* NODE_LINK, NODE_IMAGE */
		struct text text; /* NODE_TEXT, NODE_CODE, NODE_HTML, NODE_HTML_BLOCK */
	};
};

/* Facts about the whole; empty where they are not known. */
struct document {
	struct text title, subtitle;
	struct text language; /* BCP 47 */
	struct text publisher;
	struct text date;  /* of the edition: "2024", "2024-03" or "2024-03-31" */
	struct text dated; /* the same in words; empty where that is no other */
	struct text cover; /* a picture's file, as seen from here, and what it shows */
	struct text cover_alt;
	struct text since; /* the document that changes are marked against, or empty */
	struct text style; /* path of the style's YAML file; empty: the plain style */
	bool front;        /* wants a title page and a contents page */
	bool draft;        /* was made in spite of faults: every page says so */
	struct node *root; /* NODE_DOCUMENT */
};

struct document *document_make(struct arena *);

struct node *node_make(struct arena *, enum node_kind, struct place);
void node_append(struct node *parent, struct node *child);
void node_prepend(struct node *parent, struct node *child);
void node_insert(struct node *next, struct node *); /* before it */
void node_unlink(struct node *);
bool node_is_block(enum node_kind);

/* Walks a tree without recursion: enter and leave for nodes that hold others,
 * enter alone for leaves.
 *	for (struct walk walk = walk_of(root); walk_next(&walk);) … walk.node */
struct walk {
	struct node *root, *node;
	bool entering;
	bool blocks; /* what is in paragraphs and headings is passed over */
};

struct walk walk_of(struct node *root);

/* The same for blocks alone, which are a tenth of all nodes. */
struct walk walk_blocks(struct node *root);
bool walk_next(struct walk *);

/* True for kinds that can hold others; only those are left. */
bool node_holds(enum node_kind);

/* The language that a node is in, its own or that of what it stands in; empty where
 * none is named. */
struct text node_language(const struct node *);

/* All text below a node as one line: breaks become spaces. */
struct text node_plain(struct arena *, struct node *);

void document_print(const struct document *, struct buffer *);
bool document_parse(struct arena *, struct diag_list *, struct text name,
	struct text xml, struct document **ret_document);

#endif
