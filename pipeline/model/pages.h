/* pages.h - how it looks, nothing left to decide: pages, what stands on them, and
 * the tag tree that says what it means.
 *
 * x grows right and y grows down from the top left corner of the paper, in scaled
 * points.  Structure is decided by layout and only transcribed by write.
 */
#ifndef MODEL_PAGES_H
#define MODEL_PAGES_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/length.h"

struct arena;

/* The structure types of PDF 1.7 (ISO 32000-1, 14.8.4) that are in use. */
enum role {
#define ROLE(name, tag) ROLE_##name,
#include "model/role.list"
#undef ROLE
	ROLES
};

const char *role_name(enum role);

/* What an artifact is (ISO 32000-1, 14.8.2.2). */
enum artifact {
	ARTIFACT_LAYOUT, /* tints and rules */
	ARTIFACT_HEADER, /* running heads */
	ARTIFACT_FOOTER, /* folios */
	ARTIFACTS
};

/* "layout", … */
const char *artifact_name(enum artifact);

/* What the head of a table is the head of (ISO 32000-1, 14.8.5.7). */
enum scope { SCOPE_NONE, SCOPE_COLUMN, SCOPE_ROW, SCOPES };

/* "column", "row"; empty for SCOPE_NONE. */
const char *scope_name(enum scope);

/* What is said of a tag in words.  Most have none. */
struct tag_texts {
	struct text alt, language; /* empty: none, as the parent's */
	struct text title;         /* of a section */
	struct text says;          /* what readers get in place of what it holds */
};

/* A node of the structure tree.  Index 0 is no tag at all: items with tag 0 are
 * artifacts.  Index 1 is the root, ROLE_DOCUMENT.  A child's index is above its
 * parent's; siblings follow each other in reading order. */
struct tag {
	enum role role;
	uint32_t parent;
	struct tag_texts *texts; /* NULL: none */
	struct place at;         /* where it was typed */
	bool ordered;            /* ROLE_L: numbered */
	enum scope scope;        /* ROLE_TH */
	uint32_t columns, rows;  /* ROLE_TH, ROLE_TD: that it spans; 0 is 1 */
};

/* One font file; index within a collection. */
struct face {
	struct text file;
	uint32_t index;
};

/* A shaped glyph.  `offset` is where its cluster begins in the run's text; the
 * cluster ends where the next greater offset of the run begins. */
struct glyph {
	uint32_t id, offset;
	length advance, dx, dy; /* dy grows up, as in fonts */
};

/* Where a glyph's cluster is taken to begin in the text form unless it says otherwise:
 * the rune after the one that the glyph before it, or NULL, began with. */
uint32_t glyph_expected(struct text, const struct glyph *before);

enum item_kind {
	ITEM_GLYPHS, /* x, y: the pen on the baseline, at the first glyph */
	ITEM_RULE,   /* x, y: the top left corner of a filled box */
	ITEM_LINK,   /* x, y: the top left corner of a box that can be clicked */
	ITEM_IMAGE,  /* x, y: the top left corner of a picture, as it is seen */
	ITEM_PATH,   /* x, y: where its points are seen from */
};

/* A step of a path: to a point, or back to where the last one that moved led. */
enum path_verb { PATH_MOVE, PATH_LINE, PATH_CURVE, PATH_CLOSE };

struct path_step {
	enum path_verb verb;
	length x[3], y[3]; /* PATH_CURVE is bent by the first two and leads to the
			    * third; the others lead to the first */
};

struct item {
	enum item_kind kind;
	uint32_t tag;
	enum artifact artifact; /* where tag is 0 */
	length x, y;
	union {
		struct {
			uint32_t face; /* index into pages.faces */
			length size;
			uint32_t colour; /* 0xRRGGBB */
			struct text text;
			struct glyph *glyphs; /* from left to right */
			size_t count;
			bool rtl;    /* read from the right */
			bool retold; /* its glyphs do not say its words: text does */
		} run;
		struct {
			length width, height;
			uint32_t colour;
		} rule;
		struct {
			length width, height;
			struct text url;  /* outside; or */
			struct text name; /* the name of a destination */
			struct text says; /* for those who do not see it */
		} link;
		struct {
			length width, height; /* as it is seen */
			struct text file;     /* PNG or JPEG */
			int orientation;      /* of the dots: 1 to 8, as in EXIF */
		} image;
		struct {
			const struct path_step *steps; /* may be shared */
			size_t count;
			bool turned; /* its x grow to the left */
			bool filled;
			uint32_t fill, stroke; /* 0xRRGGBB */
			length width;          /* of the line along it; 0: none */
			length dash; /* of each piece and each gap; 0: no gaps */
		} path;
	};
};

struct page {
	length width, height;
	struct text label;   /* the folio: "iv", "12"; empty on unnumbered pages */
	struct text section; /* the id of the section it belongs to */
	/* What tags below `settled` say has all been said when this page has been
	 * shown, but what `open`, one of them, says and those around it; nothing is
	 * known where it is 0. */
	uint32_t settled, open;
	struct item *items; /* in painting order */
	size_t count, room;
};

/* A place that links and the outline lead to. */
struct destination {
	struct text name;
	uint32_t page; /* index */
	length y;
};

/* An entry of the outline, in order; depth of the first is 1. */
struct bookmark {
	struct text title;
	int depth;
	struct text name; /* of a destination */
};

struct pages {
	struct arena *arena;
	struct arena *ink; /* of what stands on the pages; the same, unless it is to be
			    * dropped with them */
	struct text title, subtitle, language, publisher;
	struct text date; /* "2024-03-31T00:00:00Z" */
	bool rtl;         /* pages follow each other from right to left */
	struct face *faces;
	size_t face_count, face_room;
	struct tag *tags;
	size_t tag_count, tag_room; /* tags[0] is not in use */
	struct page *pages;
	size_t page_count, page_room;
	struct destination *destinations;
	size_t destination_count, destination_room;
	struct bookmark *bookmarks;
	size_t bookmark_count, bookmark_room;
};

/* No page, no face; the root tag is there. */
struct pages *pages_make(struct arena *);

/* These return the index of what was added.  The name of the file that a tag was typed
 * in is kept; all other texts are borrowed. */
uint32_t pages_add_face(struct pages *, struct face); /* finds an equal one first */
uint32_t pages_add_tag(struct pages *, enum role, uint32_t parent, struct place);
uint32_t pages_add_page(struct pages *, length width, length height);
void pages_add_destination(struct pages *, struct destination);
void pages_add_bookmark(struct pages *, struct bookmark);

/* The texts of a tag, to be set. */
struct tag_texts *pages_texts(struct pages *, uint32_t tag);

/* The same to be read: all empty where there are none. */
const struct tag_texts *tag_texts(const struct tag *);

/* Makes room for so many tags at once: a long list that grows is copied again and
 * again, and what it leaves is not used until the end. */
void pages_expect(struct pages *, size_t tags);

/* A new, last item, all zero but for its kind; good until the next. */
struct item *page_add(struct pages *, struct page *, enum item_kind);

/* Leaves only the pages of one section, with the numbering they have in the
 * whole, and the tags, bookmarks and destinations that belong to them.  False
 * when there is no such section; nothing is changed then. */
bool pages_keep_section(struct pages *, struct text id);

/* True where pages say of no tag that it is settled before all that is in it is shown;
 * otherwise *ret_page is one that does. */
bool pages_settled(const struct pages *, uint32_t *ret_page);

void pages_print(const struct pages *, struct buffer *);
bool pages_parse(struct arena *, struct diag_list *, struct text name, struct text xml,
	struct pages **ret_pages);

#endif
