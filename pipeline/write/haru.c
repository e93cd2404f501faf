#include "haru.h"

#include <assert.h>
#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_streams.h>
#include <string.h>

#include "base/arena.h"
#include "write/deflate.h"

enum {
	OBJECTS_MOST = 8388607, /* that libharu numbers */
	OWN = 3,                /* dictionaries that are there from the start */
	PORTION = 256 * 1024,   /* bytes of the file that lie together until the end */
};

/* What we know of an object that libharu writes: it sees it through `attr`. */
struct slot {
	uint32_t number;
	struct text body;
	struct text bytes; /* of a stream */
	size_t read;       /* bytes of it that libharu has fetched */
};

enum whereabouts { NOWHERE, AT_OFFSET, IN_STREAM };

/* Where an object is: the offset in the file, or a stream and a place in it. */
struct spot {
	enum whereabouts kind;
	uint32_t where, place;
};

/* Bytes of the file, in order. */
struct portion {
	struct portion *next;
	struct text bytes;
};

struct haru {
	struct arena *arena;
	struct deflate *deflate;
	HPDF_Doc doc;
	HPDF_Stream out;
	struct slot own[OWN];
	HPDF_UINT own_entries; /* that libharu made for them and for itself */
	HPDF_UINT written;     /* entries that are in the file, but for those */
	struct spot *spots;    /* by number */
	size_t spot_room;
	struct portion *first, **last; /* of the file so far, less: */
	struct buffer portion;         /* the newest bytes */
	size_t size, limit;            /* bytes of the file */
	uint64_t digest[2];
};

static uint32_t
number_of(const void *object)
{
	return ((const HPDF_Obj_Header *)object)->obj_id & 0x00ffffff;
}

static void
haru_close(void *thing)
{
	struct haru *haru = thing;

	if (haru->out)
		HPDF_Stream_Free(haru->out);
	HPDF_Free(haru->doc);
}

/* What libharu refuses, it refuses for want of memory or because the file has too
 * many objects or bytes.  All else would be our mistake. */
static _Noreturn void
haru_exhaust(const struct haru *haru)
{
	HPDF_STATUS status = haru->doc->error.error_no;

	assert(status == HPDF_FAILD_TO_ALLOC_MEM || status == HPDF_XREF_COUNT_ERR ||
		status == HPDF_FILE_IO_ERROR);
	(void)status;
	arena_exhaust(haru->arena);
}

static HPDF_STATUS
body_write(HPDF_Dict dict, HPDF_Stream stream)
{
	const struct slot *slot = dict->attr;
	HPDF_STATUS status;

	if (slot->body.size == 0)
		return HPDF_OK;
	status = HPDF_Stream_Write(
		stream, (const HPDF_BYTE *)slot->body.at, (HPDF_UINT)slot->body.size);
	return status == HPDF_OK ? HPDF_Stream_WriteStr(stream, "\n") : status;
}

static void
slot_attach(struct slot *slot, HPDF_Dict dict)
{
	slot->number = number_of(dict);
	dict->attr = slot;
	dict->write_fn = body_write;
}

/* libharu counts the pages among the objects of its own page API, and knows none
 * of ours; and it signs files with its own name. */
static void
own_dictionaries_take(struct haru *haru)
{
	HPDF_Doc doc = haru->doc;

	doc->root_pages->before_write_fn = NULL;
	HPDF_Dict_RemoveElement(doc->root_pages, "Kids");
	HPDF_Dict_RemoveElement(doc->root_pages, "Count");
	HPDF_Dict_RemoveElement(doc->info, "Producer");
	slot_attach(&haru->own[0], doc->catalog);
	slot_attach(&haru->own[1], doc->root_pages);
	slot_attach(&haru->own[2], doc->info);
	haru->own_entries = haru->written = doc->xref->entries->count;
}

/* FNV-1a, twice from different starts. */
static void
digest_add(uint64_t digest[2], const HPDF_BYTE *at, size_t size)
{
	uint64_t one = digest[0], two = digest[1];

	for (size_t i = 0; i < size; i++) {
		one = (one ^ at[i]) * 1099511628211u;
		two = (two ^ (at[i] ^ 0xffu)) * 1099511628211u;
	}
	digest[0] = one;
	digest[1] = two;
}

static void
portion_close(struct haru *haru)
{
	struct portion *portion = arena_make(haru->arena, struct portion);

	portion->bytes = text_keep(haru->arena, buffer_text(&haru->portion));
	*haru->last = portion;
	haru->last = &portion->next;
	haru->portion.size = 0;
}

static HPDF_STATUS
bytes_write(HPDF_Stream stream, const HPDF_BYTE *at, HPDF_UINT size)
{
	struct haru *haru = stream->attr;

	if (size > haru->limit - haru->size)
		return HPDF_SetError(stream->error, HPDF_FILE_IO_ERROR, 0);
	if (haru->portion.size && haru->portion.size + size > PORTION)
		portion_close(haru);
	buffer_add(&haru->portion, (struct text){ (const char *)at, size });
	haru->size += size;
	digest_add(haru->digest, at, size);
	return HPDF_OK;
}

/* Adds to the file as it is. */
static void
file_add(struct haru *haru, struct text bytes)
{
	if (HPDF_Stream_Write(haru->out, (const HPDF_BYTE *)bytes.at,
		    (HPDF_UINT)bytes.size) != HPDF_OK)
		haru_exhaust(haru);
}

struct haru *
haru_make(struct arena *arena, struct deflate *deflate, size_t limit)
{
	struct haru *haru = arena_make(arena, struct haru);

	*haru = (struct haru){ .arena = arena,
		.deflate = deflate,
		.last = &haru->first,
		.portion = buffer_make(arena),
		.limit = limit,
		.digest = { 14695981039346656037u, 7809847782465536322u } };
	arena_adopt(arena, haru_close, haru);
	haru->doc = HPDF_NewEx(NULL, NULL, NULL, 0, NULL);
	if (!haru->doc)
		arena_exhaust(arena);
	haru->out = HPDF_CallbackWriter_New(haru->doc->mmgr, bytes_write, haru);
	if (!haru->out)
		arena_exhaust(arena);
	own_dictionaries_take(haru);
	/* The comment says that what follows is no text. */
	file_add(haru, TEXT("%PDF-1.7\n%\xb7\xbe\xad\xaa\n"));
	return haru;
}

/* libharu's list of objects grows by a fixed step and copies each time: left
 * alone, many objects would take quadratic time. */
static void
list_hasten(struct haru *haru)
{
	HPDF_List entries = haru->doc->xref->entries;

	if (entries->items_per_block < entries->count)
		entries->items_per_block = entries->count;
}

static uint32_t
number_next(const struct haru *haru)
{
	const struct _HPDF_Xref_Rec *xref = haru->doc->xref;
	uint32_t number = xref->start_offset + xref->entries->count;

	if (number > OBJECTS_MOST)
		arena_exhaust(haru->arena);
	return number;
}

static struct spot *
spot_of(struct haru *haru, uint32_t number)
{
	haru->spots = arena_reach(haru->arena, haru->spots, number, &haru->spot_room,
		sizeof *haru->spots);
	return &haru->spots[number];
}

/* libharu gives the next number to the next object that it is told of; this one it
 * never sees. */
uint32_t
haru_add(struct haru *haru)
{
	uint32_t number = number_next(haru);

	haru->doc->xref->start_offset++;
	return number;
}

void
haru_hold(struct haru *haru, uint32_t stream, const uint32_t *numbers, size_t count)
{
	for (size_t i = 0; i < count; i++)
		*spot_of(haru, numbers[i]) =
			(struct spot){ IN_STREAM, stream, (uint32_t)i };
}

static void
entry_write(struct haru *haru, HPDF_UINT index)
{
	void *object = HPDF_Xref_GetEntry(haru->doc->xref, index)->obj;
	char head[32];
	struct buffer line = { haru->arena, head, 0, sizeof head };

	*spot_of(haru, number_of(object)) =
		(struct spot){ AT_OFFSET, (uint32_t)haru->size, 0 };
	buffer_number(&line, number_of(object));
	buffer_string(&line, " 0 obj\n");
	file_add(haru, buffer_text(&line));
	if (HPDF_Obj_WriteValue(object, haru->out, NULL) != HPDF_OK)
		haru_exhaust(haru);
	file_add(haru, TEXT("\nendobj\n"));
}

static HPDF_STATUS
bytes_read(HPDF_Stream stream, HPDF_BYTE *at, HPDF_UINT *size)
{
	struct slot *slot = stream->attr;
	size_t left = slot->bytes.size - slot->read;
	size_t wanted = *size;

	*size = (HPDF_UINT)(wanted < left ? wanted : left);
	memcpy(at, slot->bytes.at + slot->read, *size);
	slot->read += *size;
	return wanted <= left ? HPDF_OK : HPDF_STREAM_EOF;
}

/* libharu only ever goes back to the start. */
static HPDF_STATUS
bytes_seek(HPDF_Stream stream, HPDF_INT position, HPDF_WhenceMode mode)
{
	struct slot *slot = stream->attr;

	(void)mode;
	slot->read = (size_t)position;
	return HPDF_OK;
}

static HPDF_INT32
bytes_tell(HPDF_Stream stream)
{
	const struct slot *slot = stream->attr;

	return (HPDF_INT32)slot->read;
}

static HPDF_UINT32
bytes_size(HPDF_Stream stream)
{
	const struct slot *slot = stream->attr;

	return (HPDF_UINT32)slot->bytes.size;
}

/* libharu counts in 32 bits, so what is too large must not reach it. */
static struct text
fitting(const struct haru *haru, struct text text)
{
	if (text.size > haru->limit)
		arena_exhaust(haru->arena);
	return text;
}

uint32_t
haru_add_stream(struct haru *haru, struct text body, struct text bytes)
{
	struct slot slot = { .body = fitting(haru, body),
		.bytes = fitting(haru, bytes) };
	HPDF_Dict dict;

	number_next(haru);
	dict = HPDF_DictStream_New(haru->doc->mmgr, haru->doc->xref);
	if (!dict)
		haru_exhaust(haru);
	list_hasten(haru);
	slot_attach(&slot, dict);
	HPDF_Stream_Free(dict->stream);
	dict->stream = HPDF_CallbackReader_New(
		haru->doc->mmgr, bytes_read, bytes_seek, bytes_tell, bytes_size, &slot);
	if (!dict->stream)
		haru_exhaust(haru);
	/* The stream, and its length, which is an object too. */
	while (haru->written < haru->doc->xref->entries->count)
		entry_write(haru, haru->written++);
	dict->attr = NULL;
	return slot.number;
}

uint32_t
haru_catalog(const struct haru *haru)
{
	return number_of(haru->doc->catalog);
}

uint32_t
haru_root(const struct haru *haru)
{
	return number_of(haru->doc->root_pages);
}

uint32_t
haru_info(const struct haru *haru)
{
	return number_of(haru->doc->info);
}

void
haru_fill(struct haru *haru, uint32_t number, struct text body)
{
	for (size_t i = 0; i < OWN; i++)
		if (haru->own[i].number == number)
			haru->own[i].body = fitting(haru, body);
}

enum { ROW = 1 + 1 + 4 + 2 }; /* of the table: the predictor, then the fields */

static void
field_set(char *row, uint32_t value, int bytes)
{
	for (int i = bytes; i-- > 0; value >>= 8)
		row[i] = (char)(value & 0xff);
}

/* The table, each row less the one above (PNG's predictor "up"): most are like it. */
static struct text
table_make(struct haru *haru, uint32_t count)
{
	char *rows = arena_take(haru->arena, (size_t)count * ROW);
	char above[ROW] = { 0 };

	for (uint32_t i = 0; i < count; i++) {
		const struct spot *spot = spot_of(haru, i);
		char row[ROW] = { 2, (char)spot->kind };

		field_set(row + 2, spot->where, 4);
		field_set(row + 6, spot->kind == NOWHERE ? UINT16_MAX : spot->place, 2);
		rows[(size_t)i * ROW] = row[0];
		for (size_t j = 1; j < ROW; j++)
			rows[(size_t)i * ROW + j] = (char)(row[j] - above[j]);
		memcpy(above, row, ROW);
	}
	return (struct text){ rows, (size_t)count * ROW };
}

/* It stands in the place of libharu's, which knows nothing of objects in streams. */
static void
table_add(struct haru *haru)
{
	unsigned long long one = haru->digest[0], two = haru->digest[1];
	uint32_t number = haru_add(haru);
	uint32_t start = (uint32_t)haru->size;
	struct text bytes;

	*spot_of(haru, number) = (struct spot){ AT_OFFSET, start, 0 };
	bytes = deflate_bytes(haru->deflate, table_make(haru, number + 1));
	file_add(haru,
		text_format(haru->arena,
			"%u 0 obj\n<<\n/Type /XRef /Size %u /W [1 4 2] /Root %u 0 R "
			"/Info %u 0 R\n/ID [<%016llX%016llX> <%016llX%016llX>]\n"
			"/Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns "
			"%d>> /Length %zu\n>>\nstream\r\n",
			number, number + 1, haru_catalog(haru), haru_info(haru), one,
			two, one, two, ROW - 1, bytes.size));
	file_add(haru, bytes);
	file_add(haru, text_format(haru->arena,
			       "\nendstream\nendobj\nstartxref\n%u\n%%%%EOF\n", start));
}

struct text
haru_save(struct haru *haru, struct arena *arena)
{
	char *file;
	size_t at = 0;

	for (HPDF_UINT i = 1; i < haru->own_entries; i++)
		entry_write(haru, i);
	table_add(haru);
	portion_close(haru);
	file = arena_take(arena, haru->size);
	for (const struct portion *portion = haru->first; portion;
		portion = portion->next) {
		memcpy(file + at, portion->bytes.at, portion->bytes.size);
		at += portion->bytes.size;
	}
	return (struct text){ file, haru->size };
}
