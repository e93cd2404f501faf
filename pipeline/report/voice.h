/* voice.h - how a letter is set down: in Markdown, or in HTML.
 *
 * letter.c says what stands in a letter and in what order.
 */
#ifndef REPORT_VOICE_H
#define REPORT_VOICE_H

#include "base/text.h"

struct voice {
	void (*start)(struct buffer *, struct text title);
	void (*end)(struct buffer *);
	void (*heading)(struct buffer *, size_t level, struct text);
	void (*paragraph)(struct buffer *, struct text);

	/* One fault: where it stands, then points in any number. */
	void (*item_open)(struct buffer *, size_t number, struct text where);
	void (*point)(struct buffer *, const char *name, struct text);
	void (*typed)(struct buffer *, const char *name, struct text code);
	void (*paste)(struct buffer *, const char *name, struct text code);
	void (*item_close)(struct buffer *);
};

extern const struct voice voice_markdown, voice_html;

#endif
