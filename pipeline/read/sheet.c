#include "sheet.h"

#include "base/arena.h"
#include "base/files.h"
#include "model/records.h"
#include "read/portion.h"
#include "read/survey.h"

/* A sheet in the making. */
struct joining {
	struct arena *arena;
	struct files *files;
	struct diag_list *diags;
	struct text path;
	struct place asked;
	size_t most;
	struct buffer buffer;
	struct sheet sheet;
	size_t room;
	uint32_t line; /* of the sheet, the next one */
};

static bool
too_large(const struct joining *joining)
{
	return files_too_large(joining->diags, joining->path, joining->asked);
}

static void
passage_add(struct joining *joining, uint32_t typed)
{
	struct sheet *sheet = &joining->sheet;

	sheet->passages = arena_room(joining->arena, sheet->passages, sheet->count,
		&joining->room, sizeof *sheet->passages);
	sheet->passages[sheet->count++] =
		(struct passage){ .line = joining->line, .typed = typed };
}

static bool
slab_add(struct joining *joining, const struct slab *slab)
{
	size_t size = slab->to - slab->from;
	struct text bytes;

	if (size > joining->most - joining->buffer.size)
		return too_large(joining);
	if (!files_fetch(joining->files, joining->diags, joining->path, joining->asked,
		    (struct extract){ slab->from, size }, joining->arena, &bytes))
		return false;
	passage_add(joining, slab->line);
	buffer_add(&joining->buffer, bytes);
	joining->line += slab->last + 1 - slab->line;
	return true;
}

/* The slabs of the head and the entries between them, in the order of the file. */
static bool
slabs_add(struct joining *joining, const struct survey *survey, size_t item)
{
	const struct slab *own = &survey->items[item];
	bool done = true, is_added = false;

	for (size_t i = 0; i < survey->head_count && done; i++) {
		if (!is_added && own->from < survey->head[i].from) {
			done = slab_add(joining, own);
			is_added = true;
		}
		done = done && slab_add(joining, &survey->head[i]);
	}
	return done && (is_added || slab_add(joining, own));
}

static bool
whole_add(struct joining *joining, struct text *ret_bytes)
{
	if (text_is(joining->path, "-"))
		return files_read(joining->files, joining->diags, joining->path,
			joining->asked, joining->most, ret_bytes);
	if (!files_fetch(joining->files, joining->diags, joining->path, joining->asked,
		    (struct extract){ 0, joining->most + 1 }, joining->arena,
		    ret_bytes))
		return false;
	return ret_bytes->size <= joining->most || too_large(joining);
}

bool
sheet_open(const struct reader *reader, const struct portion *portion, size_t most,
	struct sheet *ret_sheet)
{
	struct joining joining = { .arena = reader->scratch,
		.files = reader->files,
		.diags = reader->diags,
		.path = portion->path,
		.asked = portion->asked,
		.most = most,
		.buffer = buffer_make(reader->scratch),
		.line = 1 };

	if (portion->survey) {
		if (!slabs_add(&joining, portion->survey, portion->item))
			return false;
		joining.sheet.bytes = buffer_text(&joining.buffer);
	} else {
		passage_add(&joining, 1);
		if (!whole_add(&joining, &joining.sheet.bytes))
			return false;
	}
	*ret_sheet = joining.sheet;
	return true;
}

uint32_t
sheet_typed(const struct sheet *sheet, uint32_t line)
{
	size_t i = sheet->count;

	while (i > 1 && sheet->passages[i - 1].line > line)
		i--;
	return line - sheet->passages[i - 1].line + sheet->passages[i - 1].typed;
}

static void
narrow_add(struct joining *joining, const struct sheet *from, const struct slab *slab)
{
	uint32_t last = slab->line;

	for (; last <= slab->last; last++)
		if (last == slab->line ||
			sheet_typed(from, last) != sheet_typed(from, last - 1) + 1) {
			joining->line += last - slab->line;
			passage_add(joining, sheet_typed(from, last));
			joining->line -= last - slab->line;
		}
	joining->line += slab->last + 1 - slab->line;
	buffer_add(&joining->buffer, text_slice(from->bytes, slab->from, slab->to));
}

struct sheet
sheet_narrow(struct arena *arena, const struct sheet *sheet, uint32_t typed)
{
	struct joining joining = {
		.arena = arena, .buffer = buffer_make(arena), .line = 1
	};
	struct surveying *surveying = survey_start(arena, 1);
	struct text rest = survey_add(surveying, sheet->bytes);
	struct survey survey = survey_end(surveying, rest);
	size_t head = 0;

	for (size_t i = 0; i < survey.item_count; i++) {
		const struct slab *item = &survey.items[i];

		if (typed < sheet_typed(sheet, item->line) ||
			typed > sheet_typed(sheet, item->last))
			continue;
		while (head < survey.head_count && survey.head[head].from < item->from)
			narrow_add(&joining, sheet, &survey.head[head++]);
		narrow_add(&joining, sheet, item);
		break;
	}
	while (head < survey.head_count)
		narrow_add(&joining, sheet, &survey.head[head++]);
	joining.sheet.bytes = buffer_text(&joining.buffer);
	return joining.sheet;
}

static void
place_turn(void *owner, struct place *at)
{
	if (at->line)
		at->line = sheet_typed(owner, at->line);
}

static void
diag_turn(struct sheet *sheet, struct arena *arena, struct diag *diag)
{
	struct diag_fix *fix;

	place_turn(sheet, &diag->at);
	for (struct diag_label *label = diag->labels; label; label = label->next)
		place_turn(sheet, &label->at);
	if (!diag->fix)
		return;
	fix = arena_keep(arena, diag->fix, sizeof *fix);
	place_turn(sheet, &fix->at);
	diag->fix = fix;
}

void
sheet_relate(const struct sheet *sheet, struct diag_list *diags, size_t from,
	struct _xmlNode *file)
{
	struct sheet own = *sheet;

	if (sheet->count == 1 && sheet->passages[0].typed == 1)
		return;
	for (size_t i = from; i < diags->count; i++)
		diag_turn(&own, diags->arena, &diags->items[i]);
	records_turn(file, place_turn, &own);
}
