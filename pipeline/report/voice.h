/* voice.h - how a letter is set down: in Markdown, or in HTML.
 *
 * letter.c says what stands in a letter and in what order; a voice is the marks that
 * go round it, and how words are kept from being taken for marks.
 */
#ifndef REPORT_VOICE_H
#define REPORT_VOICE_H

#include "base/text.h"

enum voice_part {
	VOICE_HEAD, /* the title, before the page */
	VOICE_PAGE,
	VOICE_HEADING_1,
	VOICE_HEADING_2,
	VOICE_HEADING_3,
	VOICE_HEADING_4,
	VOICE_PARAGRAPH,
	VOICE_ITEM,    /* one fault, with its heading */
	VOICE_LEAD,    /* the words with which a paragraph begins */
	VOICE_TYPED,   /* a line of the file as it is */
	VOICE_SNIPPET, /* one to be pasted */
	VOICE_PARTS
};

struct voice {
	const char *ending; /* of a file's name */

	/* One line, whatever it holds. */
	void (*words)(struct buffer *, struct text);
	void (*code)(struct buffer *, struct text);

	/* The gap stands before a part that is not the first.  A part that this voice
	 * does not have has no open, and what is said in it is left out. */
	struct voice_marks {
		const char *gap, *open, *close;
	} parts[VOICE_PARTS];
};

extern const struct voice voice_markdown, voice_html;

void voice_open(const struct voice *, struct buffer *, enum voice_part);
void voice_close(const struct voice *, struct buffer *, enum voice_part);

/* A part that is nothing but words. */
void voice_say(const struct voice *, struct buffer *, enum voice_part, struct text);

#endif
