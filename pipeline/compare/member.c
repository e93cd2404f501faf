/* member.c - the differences as data: plgs-diff/1, which schemas/diff.schema.json
 * describes.  Members may be added to it; none changes or goes without a new number. */
#include "base/arena.h"
#include "base/json.h"
#include "compare/comparison.h"
#include "model/fields.h"

static const char format[] = "plgs-diff/1";

static void
place_add(struct json *json, const char *key, struct place at)
{
	json_open(json, key, '{');
	json_text(json, "file", at.file);
	json_number_if(json, "line", at.line);
	json_number_if(json, "column", at.column);
	if (at.column)
		json_number_if(json, "end", at.end);
	json_close(json, '}');
}

static void
account_add(struct json *json, const char *key, const struct account *account)
{
	if (account)
		place_add(json, key, account->at);
}

static struct text
way_of(struct arena *arena, const struct account *account, const struct trait *trait)
{
	struct buffer way = buffer_make(arena);

	trait_way(&account->traits, (size_t)(trait - account->traits.items), &way);
	return buffer_text(&way);
}

static void
side_add(struct json *json, const char *key, const struct account *account,
	const struct trait *trait)
{
	if (trait)
		json_text(
			json, key, comparison_value(json->out->arena, account, trait));
}

static void
change_add(
	struct json *json, const struct finding *finding, const struct change *change)
{
	struct arena *arena = json->out->arena;

	json_open(json, NULL, '{');
	json_string(json, "sort", trait_sort_name(change->sort));
	if (change->course != COURSE_NONE)
		json_string(json, "course", course_name(change->course));
	json_text(json, "field",
		change->after ? way_of(arena, finding->after, change->after)
			      : way_of(arena, finding->before, change->before));
	json_text(json, "label", comparison_label(arena, finding, change));
	side_add(json, "old", finding->before, change->before);
	side_add(json, "new", finding->after, change->after);
	if (change->before)
		place_add(
			json, "old_at", roster_place(finding->before, change->before));
	if (change->after)
		place_add(json, "new_at", roster_place(finding->after, change->after));
	json_close(json, '}');
}

static void
likely_add(struct json *json, const struct account *likely)
{
	json_open(json, "maybe", '{');
	json_text(json, "id", likely->id);
	json_text_if(json, "title", likely->title);
	if (likely->naming)
		json_text(json, "link", likely->naming->name);
	place_add(json, "at", likely->at);
	json_close(json, '}');
}

static void
finding_add(struct json *json, const struct finding *finding)
{
	const struct account *account = comparison_account(finding);
	const struct trait *status = roster_trait(account, SORT_STATUS);

	json_open(json, NULL, '{');
	json_string(json, "fate", comparison_fate_name(finding->fate));
	if (finding->subject.kind.size) {
		json_text(json, "kind", finding->subject.kind);
		json_text(json, "id", finding->subject.id);
		json_text(json, "told_by", account->kind);
	} else {
		json_text(json, "kind", account->kind);
		json_text(json, "id", account->id);
	}
	if (finding->fate == FATE_CARRIED)
		json_text(json, "was", finding->before->id);
	if (!finding->subject.kind.size)
		json_text_if(json, "title", account->title);
	json_text_if(json, "country", account->country);
	if (status && !finding->subject.kind.size)
		json_text_if(json, "status", status->value);
	account_add(json, "old", finding->before);
	account_add(json, "new", finding->after);
	if (finding->fate == FATE_NEW && finding->likely)
		likely_add(json, finding->likely);
	json_open(json, "changes", '[');
	for (size_t i = 0; i < finding->count; i++)
		change_add(json, finding, &finding->changes[i]);
	json_close(json, ']');
	json_close(json, '}');
}

static void
counts_add(struct json *json, const struct comparison *comparison)
{
	json_open(json, "counts", '{');
	for (enum fate fate = 0; fate < FATES; fate++)
		json_number(json, comparison_fate_name(fate), comparison->fates[fate]);
	json_number(json, "maybe", comparison->likely);
	json_open(json, "changes", '{');
	for (enum sort sort = 0; sort < SORTS; sort++)
		json_number(json, trait_sort_name(sort), comparison->sorts[sort]);
	json_close(json, '}');
	json_close(json, '}');
}

static void
set_add(struct json *json, const char *key, const struct comparison *comparison,
	enum side side)
{
	json_open(json, key, '{');
	json_text(json, "path", comparison->setup.names[side]);
	json_number(json, "records", comparison->rosters[side].count);
	json_close(json, '}');
}

void
compare_json(const struct comparison *comparison, struct buffer *out)
{
	struct json json = json_start(out);

	json_open(&json, NULL, '{');
	json_string(&json, "format", format);
	json_text(&json, "plgs", comparison->setup.version);
	json_flag(&json, "same", compare_same(comparison));
	set_add(&json, "old", comparison, SIDE_OLD);
	set_add(&json, "new", comparison, SIDE_NEW);
	counts_add(&json, comparison);
	json_open(&json, "records", '[');
	for (size_t i = 0; i < comparison->count; i++)
		finding_add(&json, &comparison->findings[i]);
	json_close(&json, ']');
	json_close(&json, '}');
}
