#include "haru.h"

#include <assert.h>
#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_streams.h>
#include <string.h>

#include "base/arena.h"

/* What we know of an object: libharu sees it through `attr`. */
struct slot {
	struct text body;
	struct text bytes; /* of a stream */
	size_t read;       /* bytes of it that libharu has fetched */
};

struct haru {
	struct arena *arena;
	HPDF_Doc doc;
	struct slot **slots; /* by number; NULL where libharu keeps its own object */
	size_t slot_count;
	size_t limit; /* bytes of the file */
};

/* The file in the making. */
struct sink {
	struct buffer out;
	size_t limit;
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

/* Room for one more number. */
static struct slot *
slot_add(struct haru *haru, HPDF_Dict dict)
{
	struct slot *slot = arena_make(haru->arena, struct slot);
	uint32_t number = number_of(dict);

	while (number >= haru->slot_count) {
		size_t count = haru->slot_count ? haru->slot_count * 2 : 64;

		haru->slots = arena_grow(haru->arena, haru->slots,
			haru->slot_count * sizeof *haru->slots,
			count * sizeof *haru->slots);
		haru->slot_count = count;
	}
	haru->slots[number] = slot;
	dict->attr = slot;
	dict->write_fn = body_write;
	return slot;
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
	slot_add(haru, doc->catalog);
	slot_add(haru, doc->root_pages);
	slot_add(haru, doc->info);
}

struct haru *
haru_make(struct arena *arena, size_t limit)
{
	struct haru *haru = arena_make(arena, struct haru);

	haru->arena = arena;
	haru->limit = limit;
	arena_adopt(arena, haru_close, haru);
	haru->doc = HPDF_NewEx(NULL, NULL, NULL, 0, NULL);
	if (!haru->doc)
		arena_exhaust(arena);
	haru->doc->pdf_version = HPDF_VER_17;
	own_dictionaries_take(haru);
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

uint32_t
haru_add(struct haru *haru)
{
	HPDF_Dict dict = HPDF_Dict_New(haru->doc->mmgr);

	if (!dict || HPDF_Xref_Add(haru->doc->xref, dict) != HPDF_OK)
		haru_exhaust(haru);
	list_hasten(haru);
	slot_add(haru, dict);
	return number_of(dict);
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
	HPDF_Dict dict = HPDF_DictStream_New(haru->doc->mmgr, haru->doc->xref);
	struct slot *slot;

	if (!dict)
		haru_exhaust(haru);
	list_hasten(haru);
	slot = slot_add(haru, dict);
	slot->body = fitting(haru, body);
	slot->bytes = fitting(haru, bytes);
	HPDF_Stream_Free(dict->stream);
	dict->stream = HPDF_CallbackReader_New(
		haru->doc->mmgr, bytes_read, bytes_seek, bytes_tell, bytes_size, slot);
	if (!dict->stream)
		haru_exhaust(haru);
	return number_of(dict);
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
	haru->slots[number]->body = fitting(haru, body);
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

static HPDF_STATUS
sink_write(HPDF_Stream stream, const HPDF_BYTE *at, HPDF_UINT size)
{
	struct sink *sink = stream->attr;

	if (size > sink->limit - sink->out.size)
		return HPDF_SetError(stream->error, HPDF_FILE_IO_ERROR, 0);
	buffer_add(&sink->out, (struct text){ (const char *)at, size });
	digest_add(sink->digest, at, size);
	return HPDF_OK;
}

/* The trailer comes last, when the digest of all else is known. */
static HPDF_STATUS
identity_write(HPDF_Dict trailer, HPDF_Stream stream)
{
	const struct sink *sink = trailer->attr;
	unsigned long long one = sink->digest[0], two = sink->digest[1];
	struct text identity = text_format(sink->out.arena,
		"/ID [<%016llX%016llX> <%016llX%016llX>]\n", one, two, one, two);

	return HPDF_Stream_Write(
		stream, (const HPDF_BYTE *)identity.at, (HPDF_UINT)identity.size);
}

/* About the size of the file; a little more is better than a little less. */
static size_t
size_expected(const struct haru *haru)
{
	size_t size = 4096 + haru->doc->xref->entries->count * 64u;

	for (size_t i = 0; i < haru->slot_count; i++)
		if (haru->slots[i])
			size += haru->slots[i]->body.size + haru->slots[i]->bytes.size +
				64;
	return size < haru->limit ? size : haru->limit;
}

struct text
haru_save(struct haru *haru, struct arena *arena)
{
	HPDF_Doc doc = haru->doc;
	size_t room = size_expected(haru);
	struct sink sink = {
		.out = { .arena = arena, .at = arena_take(arena, room), .room = room },
		.limit = haru->limit,
		.digest = { 14695981039346656037u, 7809847782465536322u }
	};

	doc->trailer->attr = &sink;
	doc->trailer->write_fn = identity_write;
	doc->stream = HPDF_CallbackWriter_New(doc->mmgr, sink_write, &sink);
	if (!doc->stream || HPDF_SaveToStream(doc) != HPDF_OK)
		haru_exhaust(haru);
	return buffer_text(&sink.out);
}
