#include "json.h"

struct json
json_start(struct buffer *out)
{
	return (struct json){ .out = out, .first = true };
}

static void
rune_print(struct buffer *out, uint32_t rune)
{
	switch (rune) {
	case '"':
	case '\\':
		buffer_byte(out, '\\');
		buffer_byte(out, (char)rune);
		break;
	case '\n':
		buffer_string(out, "\\n");
		break;
	case '\t':
		buffer_string(out, "\\t");
		break;
	default:
		if (rune < 0x20 || (rune >= 0x7f && rune < 0xa0))
			buffer_format(out, "\\u%04x", (unsigned)rune);
		else
			buffer_rune(out, rune);
	}
}

static void
text_print(struct buffer *out, struct text text)
{
	uint32_t rune;

	buffer_byte(out, '"');
	for (size_t i = 0; i < text.size;) {
		i += text_rune(text, i, &rune);
		rune_print(out, rune);
	}
	buffer_byte(out, '"');
}

static void
line_start(struct json *json)
{
	buffer_byte(json->out, '\n');
	buffer_fill(json->out, ' ', json->depth * 2);
}

/* All that stands before a value. */
static void
value_start(struct json *json, const char *key)
{
	if (!json->first)
		buffer_byte(json->out, ',');
	if (json->depth)
		line_start(json);
	json->first = false;
	if (!key)
		return;
	text_print(json->out, text_of(key));
	buffer_string(json->out, ": ");
}

void
json_open(struct json *json, const char *key, char bracket)
{
	value_start(json, key);
	buffer_byte(json->out, bracket);
	json->depth++;
	json->first = true;
}

void
json_close(struct json *json, char bracket)
{
	json->depth--;
	if (!json->first)
		line_start(json);
	buffer_byte(json->out, bracket);
	json->first = false;
	if (json->depth == 0)
		buffer_byte(json->out, '\n');
}

void
json_text(struct json *json, const char *key, struct text text)
{
	value_start(json, key);
	text_print(json->out, text);
}

void
json_string(struct json *json, const char *key, const char *string)
{
	json_text(json, key, text_of(string));
}

void
json_number(struct json *json, const char *key, size_t number)
{
	value_start(json, key);
	buffer_number(json->out, (int64_t)number);
}

void
json_flag(struct json *json, const char *key, bool is_true)
{
	value_start(json, key);
	buffer_string(json->out, is_true ? "true" : "false");
}

void
json_text_if(struct json *json, const char *key, struct text text)
{
	if (text.size)
		json_text(json, key, text);
}

void
json_number_if(struct json *json, const char *key, size_t number)
{
	if (number)
		json_number(json, key, number);
}
