/* read.c - YAML files in, records out; refuses what is no plain YAML.
 *
 * Every file is read even after one had faults, and after a fault the rest of its
 * file, so that one run shows them all.  A partial job gets what could be read.
 */
#include "base/arena.h"
#include "base/diag.h"
#include "base/files.h"
#include "base/lines.h"
#include "model/records.h"
#include "read/allow.h"
#include "read/bounds.h"
#include "read/keyset.h"
#include "read/mended.h"
#include "read/scan.h"
#include "read/yaml.h"
#include "stage.h"

struct reading {
	struct job *job;
	struct arena *arena; /* of the result */
	struct records *records;
	struct yaml *yaml;
	struct keyset *seen; /* real paths that were read */
};

static struct text
report_path(struct arena *arena, struct text folder)
{
	return files_within(arena, folder, TEXT("report.yaml"));
}

static bool
is_report_folder(const struct job *job, struct text path)
{
	return files_is_folder(job->files, path) &&
	       files_exists(job->files, report_path(job->scratch, path));
}

/* The first path that is a report's folder. */
static struct text
report_folder(const struct job *job, const struct paths *paths)
{
	for (size_t i = 0; i < paths->count; i++)
		if (is_report_folder(job, paths->items[i]))
			return paths->items[i];
	return TEXT("");
}

/* Notes that there is a file of which nothing can be read; always false. */
static bool
file_lose(struct reading *reading, struct text path, struct place asked)
{
	records_add_lost(reading->records, records_add_file(reading->records, path),
		TEXT("unknown"), asked);
	return false;
}

/* Reads a file once, however often it is named; *ret_file is its element, or NULL
 * where it was read before or could not be had. */
static bool
file_read(struct reading *reading, struct text path, struct place asked,
	struct _xmlNode **ret_file)
{
	struct job *job = reading->job;
	struct text bytes, real = files_real(job->files, path);
	struct mended *mended = NULL;
	struct lines lines;
	bool clean;

	*ret_file = NULL;
	if (keyset_add(reading->seen, real, asked))
		return true;
	if (!files_read(job->files, job->diags, path, asked, BOUND_FILE_BYTES, &bytes))
		return file_lose(reading, path, asked);
	if (text_starts(bytes, TEXT("\xef\xbb\xbf")))
		bytes = text_slice(bytes, 3, bytes.size);
	lines = lines_make(job->scratch, bytes);
	clean = scan_bytes(job->diags, path, bytes);
	if (!clean) {
		mended = mended_make(job->scratch, &lines);
		if (!scan_mend(job->scratch, &lines, mended))
			return file_lose(reading, path, asked);
	}
	*ret_file = records_add_file(reading->records, path);
	clean = yaml_convert(reading->yaml, *ret_file, path, &lines, mended) && clean;
	allow_collect(reading->arena, &lines, *ret_file);
	return clean;
}

/* The same for a file that must hold a certain kind of record. */
static struct _xmlNode *
file_read_as(
	struct reading *reading, struct text path, struct place asked, const char *kind)
{
	struct diag_list *diags = reading->job->diags;
	struct _xmlNode *file, *root;
	bool whole = file_read(reading, path, asked, &file);

	root = records_child(file, kind);
	if (!whole || !file || root)
		return root;
	diag_add(diags, DIAG_R405,
		records_origin(records_child(records_first(file), "schema"))->value,
		"this file is no %s", kind);
	diag_help(diags, "%.*s must begin with \"schema: plgs-%s/1\"", TEXT_ARG(path),
		kind);
	return NULL;
}

static void
folder_read(struct reading *reading, struct text folder, struct place asked)
{
	struct diag_list *diags = reading->job->diags;
	struct _xmlNode *file;
	struct text *paths;
	size_t count;

	if (!files_list(reading->job->files, diags, folder, asked, TEXT(".yaml"),
		    &paths, &count)) {
		file_lose(reading, folder, asked);
		return;
	}
	for (size_t i = 0; i < count; i++)
		file_read(reading, paths[i], asked, &file);
	if (count)
		return;
	if (asked.file.size == 0)
		asked.file = folder;
	diag_add(diags, DIAG_R406, asked, "no .yaml file lies in %.*s",
		TEXT_ARG(folder));
	diag_help(diags, "check the name of the folder; records are files whose names "
			 "end in .yaml");
}

static void
path_read(struct reading *reading, struct text path, struct place asked)
{
	struct _xmlNode *file;

	if (files_is_folder(reading->job->files, path))
		folder_read(reading, path, asked);
	else
		file_read(reading, path, asked, &file);
}

/* report.yaml, the style it names, then the records it names, in its order. */
static void
report_read(struct reading *reading, struct text folder)
{
	struct text path = report_path(reading->arena, folder);
	struct place nowhere = { .line = 0 };
	struct _xmlNode *report = file_read_as(reading, path, nowhere, "report");
	struct _xmlNode *style = records_child(report, "style");
	struct _xmlNode *item = records_first(records_child(report, "records"));

	if (records_value(style).size)
		file_read_as(reading,
			files_beside(reading->arena, path, records_value(style)),
			records_origin(style)->value, "style");
	for (; item; item = records_next(item))
		if (records_value(item).size)
			path_read(reading,
				files_beside(reading->arena, path, records_value(item)),
				records_origin(item)->value);
}

static bool
run(struct job *job, const struct piece *in, struct arena *arena, struct piece *ret_out)
{
	size_t from = job->diags->count, errors = job->diags->errors;
	struct place nowhere = { .line = 0 };
	struct reading reading = { .job = job, .arena = arena };

	reading.records = records_make(arena, report_folder(job, &in->paths));
	reading.yaml = yaml_make(job->scratch, reading.records, job->diags);
	reading.seen = keyset_make(job->scratch);
	for (size_t i = 0; i < in->paths.count; i++)
		if (is_report_folder(job, in->paths.items[i]))
			report_read(&reading, in->paths.items[i]);
		else
			path_read(&reading, in->paths.items[i], nowhere);
	diag_sort(job->diags, from);
	if (job->diags->errors != errors && !job->partial)
		return false;
	*ret_out = (struct piece){
		.form = FORM_RECORDS, .arena = arena, .records = reading.records
	};
	return true;
}

const struct stage read_stage = {
	.name = "read",
	.summary = "YAML files to records",
	.takes = FORM_YAML,
	.gives = FORM_RECORDS,
	.run = run,
};
