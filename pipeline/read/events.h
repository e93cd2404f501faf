/* events.h - a YAML file as a row of events: what stands there, and where.
 *
 * libyaml reads behind this; no other file of the room sees it.
 */
#ifndef READ_EVENTS_H
#define READ_EVENTS_H

#include "base/diag.h"
#include "base/lines.h"

enum event_kind {
	EVENT_NONE, /* the file cannot be read further */
	EVENT_STREAM,
	EVENT_STREAM_END,
	EVENT_DOCUMENT,
	EVENT_DOCUMENT_END,
	EVENT_ALIAS,
	EVENT_LOST, /* stands for lines that were given up */
	EVENT_SCALAR,
	EVENT_LIST,
	EVENT_LIST_END,
	EVENT_MAP,
	EVENT_MAP_END,
};

struct event {
	enum event_kind kind;
	struct text value; /* of a scalar, borrowed until the next event */
	bool is_plain;     /* a scalar without quotes */
	bool has_escapes;  /* it may hold characters that no byte of the file is */
	bool has_anchor, has_tag;
	struct place at;    /* trimmed to its first line */
	struct place after; /* where it ends */
};

/* What is read: a file as it was typed, or lines of it as they were mended. */
struct source {
	struct text path;
	const struct lines *typed;   /* the whole file */
	const struct mended *mended; /* NULL where nothing was */
	struct text bytes;           /* what libyaml gets */
	size_t first;                /* the line of the first byte */
};

struct mistake;
struct events;

/* The source is borrowed until the events are closed. */
struct events *events_open(struct arena *, const struct source *);
void events_close(struct events *);

/* The next event; EVENT_NONE where libyaml can read no further. */
struct event events_next(struct events *);

/* Why it can read no further; its words are good until the events are closed. */
struct mistake events_mistake(const struct events *);

#endif
