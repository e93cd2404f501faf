#include "portion.h"

#include "base/arena.h"
#include "base/files.h"
#include "model/records.h"
#include "read/bounds.h"
#include "read/keyset.h"
#include "read/survey.h"
#include "stage.h"

/* What is asked for, as far as it is known. */
struct asked {
	const struct reader *reader;
	struct arena *arena; /* of the portions */
	struct keyset *seen; /* real paths */
	size_t most;         /* bytes of a file that comes in one portion */
	struct portions portions;
	size_t room;
};

static struct portion *
portion_add(struct asked *asked, struct text path, struct place place)
{
	struct portions *portions = &asked->portions;
	struct portion *portion;

	portions->items = arena_room(asked->arena, portions->items, portions->count,
		&asked->room, sizeof *portions->items);
	portion = &portions->items[portions->count++];
	*portion = (struct portion){ .path = text_keep(asked->arena, path),
		.asked = place };
	return portion;
}

static void
lost_add(struct asked *asked, struct text path, struct place place)
{
	portion_add(asked, path, place)->lost = true;
}

/* Goes through a file block by block; false where it cannot be read, which is told when
 * its portion is. */
static bool
blocks_survey(const struct asked *asked, struct text path, struct arena *arena,
	struct surveying *surveying, struct text *ret_rest)
{
	struct diag_list quiet = { .arena = arena };
	struct place nowhere = { .line = 0 };
	struct text block, rest = TEXT("");
	size_t offset = 0;

	do {
		size_t most = rest.size + BOUND_BLOCK_BYTES;

		/* The beginning of a line comes again, with the rest of it. */
		arena_reset(arena);
		if (most > BOUND_FILE_BYTES ||
			!files_fetch(asked->reader->files, &quiet, path, nowhere,
				(struct extract){ offset, most }, arena, &block))
			return false;
		rest = survey_add(surveying, block);
		offset += block.size - rest.size;
	} while (block.size > rest.size);
	*ret_rest = rest;
	return true;
}

static bool
survey_find(const struct asked *asked, struct text path, struct survey *ret_survey)
{
	struct surveying *surveying = survey_start(asked->arena, BOUND_PORTION_BYTES);
	struct arena *arena = arena_beside(asked->arena);
	struct text rest;
	bool done = blocks_survey(asked, path, arena, surveying, &rest);

	if (done)
		*ret_survey = survey_end(surveying, rest);
	arena_close(arena);
	return done;
}

static void
file_add(struct asked *asked, struct text path, struct place place, const char *kind)
{
	const struct reader *reader = asked->reader;
	struct survey survey = { .item_count = 0 }, *kept;
	size_t first = asked->portions.count;
	size_t size = files_size(reader->files, path);

	if (keyset_add(asked->seen, files_real(reader->files, path), place))
		return;
	if (size <= asked->most || !survey_find(asked, path, &survey) ||
		survey.item_count < 2 || survey_head(&survey) > BOUND_HEAD_BYTES) {
		struct portion *whole = portion_add(asked, path, place);

		whole->kind = kind;
		whole->bytes = size;
		return;
	}
	kept = arena_keep(asked->arena, &survey, sizeof survey);
	for (size_t i = 0; i < survey.item_count; i++) {
		struct portion *portion = portion_add(asked, path, place);

		portion->path = asked->portions.items[first].path;
		portion->kind = kind;
		portion->survey = kept;
		portion->item = i;
		portion->bytes = kept->items[i].to - kept->items[i].from;
		if (i == 0)
			continue;
		portion->first = kept->items[i].line;
		portion->last = kept->items[i].last;
	}
}

static void
folder_add(struct asked *asked, struct text folder, struct place place)
{
	const struct reader *reader = asked->reader;
	struct text *paths;
	size_t count;

	if (!files_list(reader->files, reader->diags, folder, place, TEXT(".yaml"),
		    &paths, &count)) {
		lost_add(asked, folder, place);
		return;
	}
	for (size_t i = 0; i < count; i++)
		file_add(asked, paths[i], place, NULL);
	if (count)
		return;
	if (place.file.size == 0)
		place.file = folder;
	diag_add(reader->diags, DIAG_R406, place, "no .yaml file lies in %.*s",
		TEXT_ARG(folder));
	diag_help(reader->diags,
		"check the name of the folder; records are files whose "
		"names end in .yaml");
}

static void
path_add(struct asked *asked, struct text path, struct place place)
{
	if (files_is_folder(asked->reader->files, path))
		folder_add(asked, path, place);
	else
		file_add(asked, path, place, NULL);
}

static struct text
report_path(struct arena *arena, struct text folder)
{
	return files_within(arena, folder, TEXT("report.yaml"));
}

static bool
is_report(const struct asked *asked, struct text path)
{
	const struct reader *reader = asked->reader;

	return files_is_folder(reader->files, path) &&
	       files_exists(reader->files, report_path(reader->scratch, path));
}

/* The report as it stands in its file.  What is wrong with it is told when its portion
 * is read. */
static const struct _xmlNode *
report_peek(const struct asked *asked, const struct portion *portion)
{
	const struct reader quiet = { .files = asked->reader->files,
		.diags = diag_list_make(asked->arena),
		.scratch = asked->reader->scratch };
	struct records *records = records_make(asked->arena, TEXT(""));

	portion_read(&quiet, portion, 0, records);
	return records_root(records, "report");
}

static struct place
place_keep(const struct asked *asked, const struct _xmlNode *node)
{
	struct place place = records_origin(node)->value;

	place.file = text_keep(asked->arena, place.file);
	return place;
}

/* report.yaml, and the style it names. */
static const struct _xmlNode *
report_add(struct asked *asked, struct text folder)
{
	struct text path = report_path(asked->arena, folder);
	struct place nowhere = { .line = 0 };
	size_t at = asked->portions.count;
	const struct _xmlNode *report, *style;

	file_add(asked, path, nowhere, "report");
	if (asked->portions.count == at)
		return NULL;
	report = report_peek(asked, &asked->portions.items[at]);
	style = records_child(report, "style");
	if (records_value(style).size)
		file_add(asked, files_beside(asked->arena, path, records_value(style)),
			place_keep(asked, style), "style");
	return report;
}

/* The records that a report names, in its order. */
static void
records_add_named(
	struct asked *asked, struct text folder, const struct _xmlNode *report)
{
	struct text path = report_path(asked->arena, folder);
	const struct _xmlNode *item = records_first(records_child(report, "records"));

	for (; item; item = records_next(item))
		if (records_value(item).size)
			path_add(asked,
				files_beside(asked->arena, path, records_value(item)),
				place_keep(asked, item));
}

struct portions
portion_list(const struct reader *reader, const struct paths *paths,
	struct arena *arena, size_t most)
{
	const struct _xmlNode **reports =
		arena_array(arena, const struct _xmlNode *, paths->count + 1);
	struct asked asked = { .reader = reader, .arena = arena, .most = most };
	struct place nowhere = { .line = 0 };

	asked.seen = keyset_make(arena);
	for (size_t i = 0; i < paths->count; i++) {
		if (!is_report(&asked, paths->items[i]))
			continue;
		if (asked.portions.report.size == 0)
			asked.portions.report = text_keep(arena, paths->items[i]);
		reports[i] = report_add(&asked, paths->items[i]);
	}
	for (size_t i = 0; i < paths->count; i++)
		if (is_report(&asked, paths->items[i]))
			records_add_named(&asked, paths->items[i], reports[i]);
		else
			path_add(&asked, paths->items[i], nowhere);
	return asked.portions;
}
