/* sheet.h - the text of a portion, made of slabs of its file.
 *
 * It is read as if it were a small file; then the lines that were counted in it are
 * turned into those of the file.
 */
#ifndef READ_SHEET_H
#define READ_SHEET_H

#include "base/diag.h"

struct _xmlNode;
struct arena;
struct portion;
struct reader;

/* From a line of the sheet on, its lines are those of the file from another line on. */
struct passage {
	uint32_t line, typed;
};

struct sheet {
	struct text bytes;
	struct passage *passages; /* at least one */
	size_t count;
};

/* The text of a portion, in the reader's scratch; at most `most` bytes are taken. False
 * has said why at the place that asked for it. */
bool sheet_open(const struct reader *, const struct portion *, size_t most,
	struct sheet *ret_sheet);

/* Only the head of the sheet and the entry on a line of the file. */
struct sheet sheet_narrow(struct arena *, const struct sheet *, uint32_t typed);

/* The line of the file for a line of the sheet. */
uint32_t sheet_typed(const struct sheet *, uint32_t line);

/* Turns the places in the diagnostics from `from` on, and those of what was read. */
void sheet_relate(
	const struct sheet *, struct diag_list *, size_t from, struct _xmlNode *file);

#endif
