#include "events.h"

#include <yaml.h>

#include "base/arena.h"
#include "read/mended.h"
#include "read/mistake.h"

struct events {
	struct arena *arena;
	struct source source;
	yaml_parser_t parser;
	yaml_event_t event;  /* whose value is lent */
	struct place quoted; /* the last quoted text that ran over a line end */
	uint32_t quoted_to;  /* the line it ended on */
};

struct events *
events_open(struct arena *arena, const struct source *source)
{
	struct events *events = arena_make(arena, struct events);

	events->arena = arena;
	events->source = *source;
	if (!yaml_parser_initialize(&events->parser))
		arena_exhaust(arena);
	yaml_parser_set_input_string(&events->parser,
		(const unsigned char *)source->bytes.at, source->bytes.size);
	yaml_parser_set_encoding(&events->parser, YAML_UTF8_ENCODING);
	return events;
}

void
events_close(struct events *events)
{
	yaml_event_delete(&events->event);
	yaml_parser_delete(&events->parser);
}

/* The place that was typed. */
static struct place
mark_place(const struct events *events, yaml_mark_t mark)
{
	const struct source *source = &events->source;
	size_t line = mark.line + source->first;
	uint32_t column = (uint32_t)mark.column + 1;

	if (source->mended)
		column = mended_column(source->mended, line, column);
	return (struct place){
		.file = source->path, .line = (uint32_t)line, .column = column
	};
}

/* A stretch that runs over a line end is trimmed to its first line. */
static struct place
event_place(const struct events *events)
{
	yaml_mark_t start = events->event.start_mark, end = events->event.end_mark;
	struct place at = mark_place(events, start);
	struct text line;

	if (start.line == end.line) {
		at.end = mark_place(events, end).column;
		return at;
	}
	line = lines_at(events->source.typed, at.line);
	while (line.size &&
		(line.at[line.size - 1] == ' ' || line.at[line.size - 1] == '\t'))
		line.size--;
	at.end = lines_column(line, line.size);
	return at;
}

struct mistake
events_mistake(const struct events *events)
{
	const yaml_parser_t *parser = &events->parser;

	return (struct mistake){
		.problem = parser->problem ? parser->problem : "unknown",
		.context = parser->context,
		.at = mark_place(events, parser->problem_mark),
		.context_at = mark_place(events, parser->context_mark),
		.quoted = events->quoted,
		.quoted_to = events->quoted_to,
	};
}

/* The line end after the last line of | and > is never meant. */
static struct text
scalar_value(const yaml_event_t *event)
{
	struct text value = { (const char *)event->data.scalar.value,
		event->data.scalar.length };

	if (event->data.scalar.style == YAML_LITERAL_SCALAR_STYLE ||
		event->data.scalar.style == YAML_FOLDED_SCALAR_STYLE)
		while (value.size && value.at[value.size - 1] == '\n')
			value.size--;
	return value;
}

static void
scalar_take(struct events *events, struct event *event)
{
	const yaml_event_t *from = &events->event;
	yaml_scalar_style_t style = from->data.scalar.style;

	event->kind = EVENT_SCALAR;
	event->value = scalar_value(from);
	event->is_plain = style == YAML_PLAIN_SCALAR_STYLE;
	event->has_escapes = style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
	event->has_anchor = from->data.scalar.anchor != NULL;
	event->has_tag = from->data.scalar.tag != NULL;
	if (event->at.line != event->after.line &&
		(style == YAML_SINGLE_QUOTED_SCALAR_STYLE ||
			style == YAML_DOUBLE_QUOTED_SCALAR_STYLE)) {
		events->quoted = event->at;
		events->quoted_to = event->after.line;
	}
}

static bool
is_lost(const struct events *events, const struct event *event)
{
	return events->source.mended &&
	       mended_is_lost(events->source.mended, event->at.line);
}

static void
event_take(struct events *events, struct event *event)
{
	const yaml_event_t *from = &events->event;

	switch (from->type) {
	case YAML_NO_EVENT:
		event->kind = EVENT_NONE;
		break;
	case YAML_STREAM_START_EVENT:
		event->kind = EVENT_STREAM;
		break;
	case YAML_STREAM_END_EVENT:
		event->kind = EVENT_STREAM_END;
		break;
	case YAML_DOCUMENT_START_EVENT:
		event->kind = EVENT_DOCUMENT;
		break;
	case YAML_DOCUMENT_END_EVENT:
		event->kind = EVENT_DOCUMENT_END;
		break;
	case YAML_ALIAS_EVENT:
		event->kind = is_lost(events, event) ? EVENT_LOST : EVENT_ALIAS;
		break;
	case YAML_SCALAR_EVENT:
		scalar_take(events, event);
		break;
	case YAML_SEQUENCE_START_EVENT:
		event->kind = EVENT_LIST;
		event->has_anchor = from->data.sequence_start.anchor != NULL;
		event->has_tag = from->data.sequence_start.tag != NULL;
		break;
	case YAML_SEQUENCE_END_EVENT:
		event->kind = EVENT_LIST_END;
		break;
	case YAML_MAPPING_START_EVENT:
		event->kind = EVENT_MAP;
		event->has_anchor = from->data.mapping_start.anchor != NULL;
		event->has_tag = from->data.mapping_start.tag != NULL;
		break;
	case YAML_MAPPING_END_EVENT:
		event->kind = EVENT_MAP_END;
		break;
	}
}

struct event
events_next(struct events *events)
{
	struct event event = { .kind = EVENT_NONE };

	yaml_event_delete(&events->event);
	if (!yaml_parser_parse(&events->parser, &events->event)) {
		if (events->parser.error == YAML_MEMORY_ERROR)
			arena_exhaust(events->arena);
		return event;
	}
	event.at = event_place(events);
	event.after = mark_place(events, events->event.end_mark);
	event_take(events, &event);
	return event;
}
