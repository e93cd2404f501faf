/* flow.h - a section as one endless column: lines, the space between them, and what
 * a page break between them would cost.
 */
#ifndef LAYOUT_FLOW_H
#define LAYOUT_FLOW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/length.h"
#include "model/document.h"

struct column;
struct item;
struct line;
struct paragraph_form;
struct run_list;
struct setting;

enum flow_kind {
	FLOW_LINE,
	FLOW_SPACE, /* a page may be broken here; at a break it vanishes */
	FLOW_CLOSE, /* as FLOW_SPACE, but no break here: it keeps two things together */
	FLOW_OPEN_FRAME,
	FLOW_CLOSE_FRAME,
	FLOW_OPEN_COLUMNS, /* what follows stands in columns side by side */
	FLOW_CLOSE_COLUMNS,
	FLOW_MARK, /* something begins that others point to: a destination */
	FLOW_TURN, /* the pages after this lie on their side, or no longer do */
};

enum {
	FLOW_COST_NEVER = 1000000,  /* a page break here is for emergencies */
	FLOW_COST_TOGETHER = 30000, /* a small box, divided */
	FLOW_COST_WIDOW = 40000,    /* one line of a paragraph alone on a page */
	FLOW_FOOT_SPACE = 14 * LENGTH_POINT, /* between the text and the notes below */
	FLOW_FLOAT_SPACE =
		20 * LENGTH_POINT, /* between a float and what is beside it */
	FLOW_COLUMNS_MOST = 4,
};

/* What stands between its open and its close belongs together: it has a tinted box
 * around it, or heads that stand again on every page that it goes on to. */
struct frame {
	struct frame *outer;    /* the frame around it, or NULL */
	length left, width;     /* from the left edge of the text block */
	length padding;         /* above and below what is inside, on every page */
	uint32_t tint;          /* 0xRRGGBB */
	uint32_t rule;          /* colour of the rule at its start */
	length rule_width;      /* 0: none */
	bool turned;            /* the rule is at its right */
	bool bare;              /* no box */
	struct flow_item *head; /* lines that stand again */
	size_t head_count;
	length head_height;
};

/* Columns side by side.  What is set for the first is moved for the others. */
struct columns {
	size_t count;
	length step; /* from the edge of one to that of the next; less than 0: leftwards
		      */
};

/* What is marked in the margin beside a line, and the tag of the mark, which its first
 * line has; 0 for the others. */
struct change {
	enum node_change what;
	uint32_t tag;
};

struct flow_item {
	enum flow_kind kind;
	length height;              /* of lines and spaces */
	length baseline;            /* of a line, from its top */
	int cost;                   /* of a break right after a line, or at a space */
	const struct frame *within; /* the innermost frame around it, or NULL */
	size_t notes;               /* how many hang on a line */
	size_t floats;              /* how many hang on it */
	struct change change;       /* of a line */
	struct item *items; /* x from the text block's left edge, y from the baseline */
	size_t count, room;
	union {
		struct frame *frame;     /* of an open and a close */
		struct columns *columns; /* the same */
		bool turned;             /* FLOW_TURN */
		struct {
			struct text name;
			struct node *heading; /* or NULL: an entry, a bookmark */
		} mark;
	};
};

/* A note: its stretch of the foot. */
struct footnote {
	struct text id;
	size_t from, to;
};

/* What is drawn at the top or the bottom of the page that its mention stands on, or of
 * one after it. */
struct floating {
	struct flow_item *items;
	size_t count;
	length height;
	struct place at; /* where it was typed */
};

struct flow {
	struct setting *setting;
	struct flow_item *items;
	size_t count, room;
	struct flow_item *foot; /* lines and spaces of the notes that hang on lines */
	size_t foot_count, foot_room;
	struct footnote *notes; /* in the order of those lines */
	size_t note_count, note_room;
	struct frame *frame;     /* the innermost that is open */
	struct floating *floats; /* in the order of what they hang on */
	size_t float_count, float_room;
	struct aside *aside;  /* what the open float set aside, or NULL */
	struct change change; /* of the block that is being set */
	/* Called between two blocks of the section: what is before may be taken away.
	 */
	void (*between)(struct flow *);
};

/* The item stays good until the next is added. */
struct flow_item *flow_add(struct flow *, enum flow_kind);

/* How high an item is: of the ends of frames their padding is. */
length flow_height(const struct flow_item *);

/* True for white space between blocks, outside of all frames. */
bool flow_is_between(const struct flow_item *);

/* White space; next to other white space the larger counts.  `together` forbids a
 * break. */
void flow_space(struct flow *, length height, bool together);

/* A line of that height; its items, which are seen from `left`, are moved there. */
void flow_line(struct flow *, const struct line *, length left, length leading);

/* The lines of a paragraph. */
void flow_paragraph(struct flow *, const struct run_list *,
	const struct paragraph_form *, length left, length leading);

/* Puts a label on the first line that was added after `first`; where there is none it
 * gets one. */
void flow_label(struct flow *, size_t first, const struct line *label, length leading);

/* The pages after this lie on their side, or no longer do.  A heading right before goes
 * to the turned page with what it heads. */
void flow_turn(struct flow *, bool turned);

/* A frame in the style's tint and without a rule, which the caller may change; the
 * padding stands in for white space within.  Frames close in the order in which they
 * were opened, the last first. */
struct frame *flow_open_frame(struct flow *, length left, length width, length padding);
void flow_close_frame(struct flow *);

/* Columns, which do not stand within each other, within frames or on pages that are
 * turned.  What is added until they are closed goes into the first. */
void flow_open_columns(struct flow *, size_t count, length step);
void flow_close_columns(struct flow *);

/* What was added since the flow had `from` items stands again wherever the frame goes
 * on to another page, as artifacts and without links; what is higher than `most` does
 * not. */
void flow_repeat(struct flow *, struct frame *, size_t from, length most);

/* What was added since the flow had `first` items should stand on one page. */
void flow_together(struct flow *, size_t first);

/* What is added between these two floats: it is drawn near where it was added, on one
 * page, while what comes after goes on there.  Where the column is not free, or where
 * notes hang on lines within, it stands where it was added, on one page if it can.
 * Floats are not opened within each other; frames that are opened within are closed
 * there, and pages are not turned.  Indices of items that were taken before it are as
 * good after it; those taken within are not. */
void flow_float_open(struct flow *, const struct column *);
void flow_float_close(struct flow *, struct place at);

#endif
