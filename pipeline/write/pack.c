#include "pack.h"

#include "write/draft.h"
#include "write/haru.h"

enum { BYTES_MOST = 48 * 1024 }; /* of a stream, more or less */

struct pack
pack_make(struct arena *arena)
{
	return (struct pack){ .starts = buffer_make(arena),
		.bodies = buffer_make(arena),
		.kind = buffer_make(arena) };
}

void
pack_close(struct draft *draft)
{
	struct pack *pack = &draft->pack;
	size_t first = pack->starts.size;
	uint32_t stream;

	if (pack->count == 0)
		return;
	buffer_add(&pack->starts, buffer_text(&pack->bodies));
	pack->kind.size = 0;
	buffer_format(
		&pack->kind, "/Type /ObjStm /N %zu /First %zu", pack->count, first);
	stream = draft_stream(
		draft, buffer_text(&pack->kind), buffer_text(&pack->starts));
	haru_hold(draft->haru, stream, pack->numbers, pack->count);
	pack->count = 0;
	pack->starts.size = pack->bodies.size = 0;
}

void
pack_add(struct draft *draft, uint32_t number, struct text body)
{
	struct pack *pack = &draft->pack;

	buffer_number(&pack->starts, number);
	buffer_byte(&pack->starts, ' ');
	buffer_number(&pack->starts, (int64_t)pack->bodies.size);
	buffer_byte(&pack->starts, '\n');
	buffer_add(&pack->bodies, TEXT("<<"));
	buffer_add(&pack->bodies, body);
	buffer_add(&pack->bodies, TEXT(">>\n"));
	pack->numbers[pack->count++] = number;
	if (pack->count == PACK_MOST || pack->bodies.size > BYTES_MOST)
		pack_close(draft);
}
