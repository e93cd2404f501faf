#include "csv.h"

#include "base/arena.h"
#include "model/document.h"
#include "parse/conversion.h"
#include "parse/fence.h"
#include "parse/literal.h"
#include "parse/pipetable.h"
#include "positions.h"

/* A text that is being read. */
struct reader {
	struct conversion *conversion;
	struct text text;
	size_t at;
	int line;     /* of `at` */
	size_t start; /* of that line in the text */
	size_t offset;
	char separator;
	bool open; /* a quote was not closed */
};

struct field {
	struct text words;
	struct place at;
};

struct record {
	struct field *items;
	size_t count, room;
};

/* The one that stands most often on the first line, outside quotes. */
static char
separator_find(struct text text)
{
	static const char separators[] = { ',', ';', '\t' };
	size_t most = 0;
	char found = ',';

	for (size_t i = 0; i < sizeof separators; i++) {
		bool quoted = false;
		size_t count = 0;

		for (size_t j = 0; j < text.size && (quoted || text.at[j] != '\n');
			j++) {
			if (literal_escapes(text, j)) {
				j++;
				continue;
			}
			quoted ^= text.at[j] == '"';
			count += !quoted && text.at[j] == separators[i];
		}
		if (count > most)
			found = separators[i];
		most = count > most ? count : most;
	}
	return found;
}

static bool
ends_field(const struct reader *reader)
{
	return reader->at == reader->text.size ||
	       reader->text.at[reader->at] == reader->separator ||
	       reader->text.at[reader->at] == '\n';
}

static struct place
place_here(const struct reader *reader)
{
	return positions_place(reader->conversion->positions, reader->line,
		(int)(reader->offset + reader->at - reader->start) + 1, NULL);
}

static void
line_step(struct reader *reader)
{
	reader->at++;
	reader->line++;
	reader->start = reader->at;
}

/* What stands between quotes, two of which stand for one; a line end is a blank. */
static void
quoted_read(struct reader *reader, struct field *field)
{
	struct buffer words = buffer_make(reader->conversion->scratch);

	for (reader->at++;; reader->at++) {
		char byte;

		reader->open = reader->at >= reader->text.size;
		if (reader->open) {
			diag_add(reader->conversion->diags, DIAG_P232, field->at,
				"the quote that begins here is not closed");
			diag_help(reader->conversion->diags,
				"write \" at the end of the value, and \"\" for a "
				"quote "
				"within it");
			break;
		}
		byte = reader->text.at[reader->at];
		if (literal_escapes(reader->text, reader->at)) {
			buffer_byte(&words, byte);
			buffer_byte(&words, reader->text.at[++reader->at]);
			continue;
		}
		if (byte == '\n') {
			buffer_byte(&words, ' ');
			line_step(reader);
			reader->at--;
			continue;
		}
		if (byte == '"') {
			reader->at++;
			if (reader->at == reader->text.size ||
				reader->text.at[reader->at] != '"')
				break;
		}
		buffer_byte(&words, byte);
	}
	field->words = buffer_text(&words);
}

static struct field
field_read(struct reader *reader)
{
	struct field field = { .at = place_here(reader) };
	size_t from;

	while (!ends_field(reader) && reader->text.at[reader->at] == ' ')
		reader->at++;
	if (!ends_field(reader) && reader->text.at[reader->at] == '"') {
		field.at = place_here(reader);
		quoted_read(reader, &field);
	}
	from = reader->at;
	while (!ends_field(reader))
		reader->at += literal_escapes(reader->text, reader->at) ? 2 : 1;
	if (field.words.size == 0)
		field.words = text_trim(text_slice(reader->text, from, reader->at));
	return field;
}

/* The next line that holds something; false at the end. */
static bool
record_read(struct reader *reader, struct record *record)
{
	while (reader->at < reader->text.size && reader->text.at[reader->at] == '\n')
		line_step(reader);
	if (reader->at == reader->text.size)
		return false;
	for (record->count = 0;; reader->at++) {
		record->items = arena_room(reader->conversion->scratch, record->items,
			record->count, &record->room, sizeof *record->items);
		record->items[record->count++] = field_read(reader);
		if (reader->at == reader->text.size ||
			reader->text.at[reader->at] != reader->separator)
			break;
	}
	return true;
}

static void
cell_add(struct conversion *conversion, struct node *row, const struct field *field)
{
	struct node *cell = node_make(conversion->arena, NODE_CELL, field->at);
	struct node *text = node_make(conversion->arena, NODE_TEXT, field->at);

	node_append(row, cell);
	text->text = literal_words(conversion->arena, field->words);
	if (text->text.size)
		node_append(cell, text);
}

static void
count_complain(
	struct conversion *conversion, const struct record *record, size_t columns)
{
	bool more = record->count > columns;

	diag_add(conversion->diags, more ? DIAG_P201 : DIAG_P202,
		record->items[more ? columns : 0].at,
		"this row has %zu values, but the table has %zu columns", record->count,
		columns);
	diag_help(conversion->diags,
		more ? "put a value that holds a comma between quotes: \"1,200\""
		     : "the cells at its end stay empty; write two commas with nothing "
		       "between them where another is empty");
}

static void
row_add(struct conversion *conversion, struct node *table, const struct record *record,
	size_t columns)
{
	struct node *row = node_make(conversion->arena, NODE_ROW, record->items[0].at);
	const struct field none = { TEXT(""), record->items[0].at };

	row->row.head = !table->first;
	node_append(table, row);
	if (record->count != columns)
		count_complain(conversion, record, columns);
	for (size_t i = 0; i < columns && i < record->count; i++)
		cell_add(conversion, row, &record->items[i]);
	/* What is lacking is one cell that is empty. */
	if (record->count < columns) {
		cell_add(conversion, row, &none);
		row->last->cell.columns = (int)(columns - record->count);
	}
}

struct node *
csv_read(struct conversion *conversion, const struct fence *fence, struct place at)
{
	struct node *table = node_make(conversion->arena, NODE_TABLE, at);
	struct reader reader = { .conversion = conversion,
		.text = fence->lines,
		.line = fence->line,
		.offset = fence->offset,
		.separator = separator_find(fence->lines) };
	struct record record = { 0 };
	size_t columns = 0;

	while (record_read(&reader, &record) && !reader.open) {
		if (!table->first)
			columns = record.count;
		if (columns > TABLE_COLUMNS) {
			diag_add(conversion->diags, DIAG_P205, at,
				"this table has %zu columns", columns);
			break;
		}
		row_add(conversion, table, &record, columns);
	}
	return table->first ? table : NULL;
}

void
csv_add(struct conversion *conversion, const struct fence *fence, struct place at)
{
	struct node *table = csv_read(conversion, fence, at);

	if (table)
		conversion_add(conversion, table);
}
