/* read.c - YAML files in, records out; refuses what is no plain YAML.
 *
 * Every file is read even after one had faults, and after a fault the rest of its
 * file, so that one run shows them all.  A partial job gets what could be read.
 */
#include "base/diag.h"
#include "model/records.h"
#include "read/portion.h"
#include "stage.h"

static bool
run(struct job *job, const struct piece *in, struct arena *arena, struct piece *ret_out)
{
	const struct reader reader = {
		.files = job->files, .diags = job->diags, .scratch = job->scratch
	};
	size_t from = job->diags->count, errors = job->diags->errors;
	struct portions portions = portion_list(&reader, &in->paths, arena, SIZE_MAX);
	struct records *records = records_make(arena, portions.report);

	for (size_t i = 0; i < portions.count; i++)
		portion_read(&reader, &portions.items[i], 0, records);
	diag_sort(job->diags, from);
	if (job->diags->errors != errors && !job->partial)
		return false;
	*ret_out = (struct piece){
		.form = FORM_RECORDS, .arena = arena, .records = records
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
