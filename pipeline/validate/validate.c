/* validate.c - records in, the same records out, or the reasons why not.
 *
 * Every file is judged before a verdict: first its keys and shapes, then its values
 * by the XSD, at the end the references between all files and the rules.
 */
#include <libxml/parser.h>
#include <libxml/tree.h>

#include "base/arena.h"
#include "base/diag.h"
#include "model/fields.h"
#include "model/records.h"
#include "stage.h"
#include "validate/allowed.h"
#include "validate/codes.h"
#include "validate/judge.h"
#include "validate/keys.h"
#include "validate/nodeset.h"
#include "validate/owner.h"
#include "validate/reference.h"
#include "validate/rule.h"
#include "validate/schema.h"
#include "validate/values.h"
#include "validate/weight.h"

static struct judge
judge_make(struct job *job, const struct schema *schema)
{
	return (struct judge){
		.diags = job->diags,
		.scratch = job->scratch,
		.fields = schema->fields,
		.blamed = nodeset_make(job->scratch),
		.lacking = nodeset_make(job->scratch),
		.references = reference_start(job->scratch),
		.codes = codes_start(job),
		.values = values_start(job->scratch, schema->compiled),
	};
}

static void
file_judge(struct judge *judge, const xmlNode *file)
{
	xmlNode *root = records_first(file);
	struct place at = { .file = records_path(file), .line = 1 };
	const struct field *field;

	if (records_origin(root)->shape == SHAPE_LOST) {
		reference_lose(judge);
		return;
	}
	field = root ? fields_root(judge->fields, text_of((const char *)root->name))
		     : NULL;
	if (!field || records_next(root)) {
		diag_add(judge->diags, DIAG_V102, at,
			"this file holds no record that the schema knows");
		return;
	}
	keys_check(judge, root, field);
}

static void
records_judge(struct judge *judge, const struct records *records)
{
	const xmlNode *root = xmlDocGetRootElement(records->xml);

	for (const xmlNode *file = records_first(root); file; file = records_next(file))
		file_judge(judge, file);
	reference_check(judge, records->report.size > 0);
}

static bool
run(struct job *job, const struct piece *in, struct arena *arena, struct piece *ret_out)
{
	size_t from = job->diags->count, errors = job->diags->errors;
	struct records *records;
	struct schema schema;
	struct judge judge;

	if (!schema_open(job, &schema))
		return false;
	judge = judge_make(job, &schema);
	records = records_copy(arena, in->records);
	records_judge(&judge, records);
	rule_check(job, &judge, records);
	allowed_apply(&judge, records, from);
	weight_apply(judge.weights, &judge, from);
	diag_sort(job->diags, from);
	owner_name(&judge, records, 0, from);
	owner_name(&judge, records, from, job->diags->count);
	values_end(judge.values);
	schema_close(&schema);
	if (job->diags->errors != errors)
		return false;
	*ret_out = (struct piece){
		.form = FORM_RECORDS, .arena = arena, .records = records
	};
	return true;
}

const struct stage validate_stage = {
	.name = "validate",
	.summary = "check records against the schema",
	.takes = FORM_RECORDS,
	.gives = FORM_RECORDS,
	.run = run,
};
