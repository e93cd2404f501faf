#include "code.h"

#include "base/arena.h"
#include "write/syntax.h"

/* A block of a CMap holds at most 100 lines (Adobe technical note 5014). */
enum { BLOCK_LINES = 100 };

struct codes *
codes_make(struct arena *arena)
{
	struct codes *codes = arena_make(arena, struct codes);

	codes->arena = arena;
	codes->next = CODE_FIRST;
	return codes;
}

static size_t
pair_hash(uint32_t glyph, struct text text)
{
	return (size_t)((text_hash(text) ^ glyph) * 0x9e3779b97f4a7c15u >> 17);
}

/* The slot that holds the pair, or the free one where it belongs. */
static uint32_t *
slot_find(const struct codes *codes, uint32_t glyph, struct text text)
{
	size_t mask = codes->slot_count - 1;
	size_t at = pair_hash(glyph, text) & mask;

	while (codes->slots[at]) {
		const struct code *code = &codes->items[codes->slots[at] - 1];

		if (code->glyph == glyph && text_equal(code->text, text))
			break;
		at = (at + 1) & mask;
	}
	return &codes->slots[at];
}

/* Keeps the table at most half full. */
static void
slots_grow(struct codes *codes)
{
	if (codes->count * 2 < codes->slot_count)
		return;
	codes->slot_count = codes->slot_count ? codes->slot_count * 2 : 512;
	codes->slots = arena_array(codes->arena, uint32_t, codes->slot_count);
	for (size_t i = 0; i < codes->count; i++)
		*slot_find(codes, codes->items[i].glyph, codes->items[i].text) =
			(uint32_t)i + 1;
}

static bool
value_take(struct codes *codes, struct text text, uint32_t *ret_value)
{
	unsigned char byte = text.size == 1 ? (unsigned char)text.at[0] : 0;

	if (byte >= ' ' && byte <= '~' && !codes->ascii[byte]) {
		codes->ascii[byte] = true;
		*ret_value = byte;
		return true;
	}
	*ret_value = codes->next;
	if (codes->next == CODE_END)
		return false;
	codes->next++;
	return true;
}

static void
bytes_spell(struct codes *codes, struct code *code)
{
	struct buffer bytes = { codes->arena, code->bytes, 0, sizeof code->bytes };

	syntax_byte(&bytes, (unsigned char)(code->value >> 8));
	syntax_byte(&bytes, (unsigned char)(code->value & 0xff));
	code->size = (uint8_t)bytes.size;
}

static struct code *
pair_find(struct codes *codes, uint32_t glyph, struct text text)
{
	uint32_t *slot, value;
	struct code *code;

	slots_grow(codes);
	slot = slot_find(codes, glyph, text);
	if (*slot)
		return &codes->items[*slot - 1];
	if (codes->full || !value_take(codes, text, &value)) {
		codes->full = true;
		return &codes->items[0];
	}
	codes->items = arena_room(codes->arena, codes->items, codes->count,
		&codes->room, sizeof *codes->items);
	code = &codes->items[codes->count++];
	*code = (struct code){
		.glyph = glyph, .text = text_keep(codes->arena, text), .value = value
	};
	bytes_spell(codes, code);
	*slot = (uint32_t)codes->count;
	return code;
}

/* A glyph mostly stands for what it stood for before. */
struct code *
codes_find(struct codes *codes, uint32_t glyph, struct text text)
{
	uint32_t *recent = &codes->recent[glyph % CODE_RECENT];
	struct code *code = *recent ? &codes->items[*recent - 1] : NULL;

	if (code && code->glyph == glyph && code->text.size == text.size &&
		(text.size == 1 ? *code->text.at == *text.at
				: text_equal(code->text, text)))
		return code;
	code = pair_find(codes, glyph, text);
	if (!codes->full)
		*recent = (uint32_t)(code - codes->items) + 1;
	return code;
}

void
code_print(const struct code *code, struct buffer *buffer)
{
	for (size_t i = 0; i < code->size; i++)
		buffer_byte(buffer, code->bytes[i]);
}

static void
value_print(const struct code *code, struct buffer *buffer)
{
	buffer_byte(buffer, '<');
	syntax_hex(buffer, code->value, 4);
	buffer_byte(buffer, '>');
}

static void
head_print(struct buffer *buffer, const char *ordering, struct text name, int type)
{
	buffer_format(buffer,
		"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
		"/CIDSystemInfo 3 dict dup begin\n/Registry (Adobe) def\n"
		"/Ordering (%s) def\n/Supplement 0 def\nend def\n"
		"/CMapName /%.*s def\n/CMapType %d def\n/WMode 0 def\n"
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
		ordering, TEXT_ARG(name), type);
}

static void
foot_print(struct buffer *buffer)
{
	buffer_string(buffer, "endcmap\nCMapName currentdict /CMap defineresource pop\n"
			      "end\nend\n");
}

/* Opens and closes the blocks that the lines of a CMap stand in. */
static void
block_step(struct buffer *buffer, const char *kind, size_t line, size_t count)
{
	size_t left = count - line;

	if (line && line % BLOCK_LINES == 0)
		buffer_format(buffer, "end%s\n", kind);
	if (left && line % BLOCK_LINES == 0)
		buffer_format(buffer, "%zu begin%s\n",
			left < BLOCK_LINES ? left : (size_t)BLOCK_LINES, kind);
	else if (left == 0 && line % BLOCK_LINES)
		buffer_format(buffer, "end%s\n", kind);
}

void
codes_print_cmap(const struct codes *codes, struct text name, struct buffer *buffer)
{
	head_print(buffer, "Identity", name, 1);
	for (size_t i = 0; i < codes->count; i++) {
		block_step(buffer, "cidchar", i, codes->count);
		value_print(&codes->items[i], buffer);
		buffer_byte(buffer, ' ');
		buffer_number(buffer, codes->items[i].cid);
		buffer_byte(buffer, '\n');
	}
	block_step(buffer, "cidchar", codes->count, codes->count);
	foot_print(buffer);
}

/* What PDF/UA forbids as the meaning of a code (ISO 14289-1, 7.21.7). */
static bool
is_meaningless(struct text text)
{
	return text.size == 0 || text_equal(text, (struct text){ "\0", 1 }) ||
	       text_is(text, "\xef\xbb\xbf") || text_is(text, "\xef\xbf\xbe");
}

void
codes_print_unicode(const struct codes *codes, struct buffer *buffer)
{
	head_print(buffer, "UCS", TEXT("Adobe-Identity-UCS"), 2);
	for (size_t i = 0; i < codes->count; i++) {
		struct text text = codes->items[i].text;

		block_step(buffer, "bfchar", i, codes->count);
		value_print(&codes->items[i], buffer);
		buffer_add(buffer, TEXT(" <"));
		syntax_utf16(
			buffer, is_meaningless(text) ? TEXT("\xe2\x80\x8b") : text);
		buffer_add(buffer, TEXT(">\n"));
	}
	block_step(buffer, "bfchar", codes->count, codes->count);
	foot_print(buffer);
}
