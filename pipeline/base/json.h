/* json.h - JSON, written as it goes.
 *
 * Two rooms need it.  A tree of a JSON library would hold a million diagnostics a
 * second time, outside every arena and limit, and refuses text that is no UTF-8;
 * this writes straight into the buffer and puts U+FFFD for such bytes.
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/text.h"

struct json {
	struct buffer *out;
	size_t depth;
	bool first; /* nothing stands yet in what was opened last */
};

struct json json_start(struct buffer *);

/* In a list `key` is NULL.  `bracket` is '{' or '['; what is opened must be closed
 * with its other half. */
void json_open(struct json *, const char *key, char bracket);
void json_close(struct json *, char bracket);

void json_text(struct json *, const char *key, struct text);
void json_string(struct json *, const char *key, const char *string);
void json_number(struct json *, const char *key, size_t number);
void json_flag(struct json *, const char *key, bool is_true);

/* Does without the member where the text is empty, or the number is 0. */
void json_text_if(struct json *, const char *key, struct text);
void json_number_if(struct json *, const char *key, size_t number);

#endif
