#include "voice.h"

void
voice_open(const struct voice *voice, struct buffer *out, enum voice_part part)
{
	const struct voice_marks *marks = &voice->parts[part];

	if (out->size && marks->gap)
		buffer_string(out, marks->gap);
	buffer_string(out, marks->open ? marks->open : "");
}

void
voice_close(const struct voice *voice, struct buffer *out, enum voice_part part)
{
	const struct voice_marks *marks = &voice->parts[part];

	buffer_string(out, marks->close ? marks->close : "");
}

void
voice_say(const struct voice *voice, struct buffer *out, enum voice_part part,
	struct text words)
{
	if (!voice->parts[part].open)
		return;
	voice_open(voice, out, part);
	if (part == VOICE_TYPED || part == VOICE_SNIPPET)
		voice->code(out, words);
	else
		voice->words(out, words);
	voice_close(voice, out, part);
}
