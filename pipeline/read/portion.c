#include "portion.h"

#include "base/arena.h"
#include "base/lines.h"
#include "model/records.h"
#include "read/allow.h"
#include "read/bounds.h"
#include "read/mended.h"
#include "read/scan.h"
#include "read/sheet.h"
#include "read/yaml.h"

/* Notes that there is something of which nothing can be read; always false. */
static bool
portion_lose(const struct portion *portion, struct records *records)
{
	records_add_lost(records, records_add_file(records, portion->path),
		TEXT("unknown"), portion->asked);
	return false;
}

/* The YAML of a sheet as the tree of a file, at the lines of the sheet. */
static bool
sheet_read(const struct reader *reader, const struct portion *portion,
	const struct sheet *sheet, struct records *records, struct _xmlNode **ret_file)
{
	struct yaml *yaml = yaml_make(reader->scratch, records, reader->diags);
	struct text bytes = sheet->bytes;
	struct mended *mended = NULL;
	struct lines lines;
	bool clean;

	if (text_starts(bytes, TEXT("\xef\xbb\xbf")))
		bytes = text_slice(bytes, 3, bytes.size);
	lines = lines_make(reader->scratch, bytes);
	clean = scan_bytes(reader->diags, portion->path, bytes);
	if (!clean) {
		mended = mended_make(reader->scratch, &lines);
		if (!scan_mend(reader->scratch, &lines, mended))
			return portion_lose(portion, records);
	}
	*ret_file = records_add_file(records, portion->path);
	clean = yaml_convert(yaml, *ret_file, portion->path, &lines, mended) && clean;
	allow_collect(records->arena, sheet, &lines, *ret_file);
	return clean;
}

/* Complains where a file does not hold the kind of record that it was named for. */
static bool
kind_check(const struct reader *reader, const struct portion *portion,
	const struct _xmlNode *file)
{
	const struct _xmlNode *schema = records_child(records_first(file), "schema");

	if (!portion->kind || records_child(file, portion->kind))
		return true;
	diag_add(reader->diags, DIAG_R405, records_origin(schema)->value,
		"this file is no %s", portion->kind);
	diag_help(reader->diags, "%.*s must begin with \"schema: plgs-%s/1\"",
		TEXT_ARG(portion->path), portion->kind);
	return false;
}

bool
portion_read(const struct reader *reader, const struct portion *portion, uint32_t line,
	struct records *records)
{
	struct _xmlNode *file = NULL;
	struct sheet sheet;
	size_t from;
	bool clean;

	if (portion->lost)
		return portion_lose(portion, records);
	if (!sheet_open(reader, portion, BOUND_FILE_BYTES, &sheet))
		return portion_lose(portion, records);
	if (line)
		sheet = sheet_narrow(reader->scratch, &sheet, line);
	from = reader->diags->count;
	clean = sheet_read(reader, portion, &sheet, records, &file);
	sheet_relate(&sheet, reader->diags, from, file);
	return clean && kind_check(reader, portion, file);
}
