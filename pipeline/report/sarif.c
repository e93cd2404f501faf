#include <inttypes.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/json.h"
#include "report/forms.h"
#include "report/report.h"

/* SARIF 2.1.0 (OASIS, errata 01).  Columns count code points and `endColumn` is the
 * one after the last, as in our places. */
static const char schema[] =
	"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/"
	"schemas/sarif-schema-2.1.0.json";

/* The rules of a run: the entries that were said, by their codes. */
struct rules {
	const struct diag_entry **items;
	size_t count, room;
};

/* The index of an entry, or of the place where it belongs. */
static size_t
rules_index(const struct rules *rules, const struct diag_entry *entry)
{
	size_t i = 0;

	while (i < rules->count && strcmp(rules->items[i]->code, entry->code) < 0)
		i++;
	return i;
}

static void
rules_note(struct arena *arena, struct rules *rules, const struct diag_entry *entry)
{
	size_t i = rules_index(rules, entry);

	if (i < rules->count && rules->items[i] == entry)
		return;
	rules->items = arena_room(arena, rules->items, rules->count, &rules->room,
		sizeof(const struct diag_entry *));
	for (size_t j = rules->count++; j > i; j--)
		rules->items[j] = rules->items[j - 1];
	rules->items[i] = entry;
}

static void
message_add(struct json *json, const char *key, struct text text)
{
	json_open(json, key, '{');
	json_text(json, "text", text);
	json_close(json, '}');
}

static bool
is_unreserved(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
	       (byte >= '0' && byte <= '9') || byte == '-' || byte == '.' ||
	       byte == '_' || byte == '~' || byte == '/';
}

/* A path as a URI: RFC 3986, section 2. */
static void
uri_add(struct json *json, struct text path)
{
	struct buffer uri = buffer_make(json->out->arena);

	if (text_starts(path, TEXT("/")))
		buffer_string(&uri, "file://");
	for (size_t i = 0; i < path.size; i++)
		if (is_unreserved(path.at[i]))
			buffer_byte(&uri, path.at[i]);
		else
			buffer_format(&uri, "%%%02X", (unsigned char)path.at[i]);
	json_open(json, "artifactLocation", '{');
	json_text(json, "uri", buffer_text(&uri));
	json_close(json, '}');
}

static void
region_add(struct json *json, const char *key, struct place at)
{
	if (!at.line)
		return;
	json_open(json, key, '{');
	json_number(json, "startLine", at.line);
	json_number_if(json, "startColumn", at.column);
	if (at.column && at.end >= at.column)
		json_number(json, "endColumn", at.end);
	json_close(json, '}');
}

static void
physical_add(struct json *json, struct place at)
{
	json_open(json, "physicalLocation", '{');
	uri_add(json, at.file);
	region_add(json, "region", at);
	json_close(json, '}');
}

static void
record_add(struct json *json, const struct diag *diag)
{
	if (diag->record.size == 0)
		return;
	json_open(json, "logicalLocations", '[');
	json_open(json, NULL, '{');
	json_text(json, "fullyQualifiedName", diag->record);
	json_text_if(json, "decoratedName", diag->title);
	json_close(json, '}');
	json_close(json, ']');
}

static void
locations_add(struct json *json, const struct diag *diag)
{
	if (diag->at.file.size == 0)
		return;
	json_open(json, "locations", '[');
	json_open(json, NULL, '{');
	physical_add(json, diag->at);
	record_add(json, diag);
	if (diag->label.size)
		message_add(json, "message", diag->label);
	json_close(json, '}');
	json_close(json, ']');
}

static void
related_add(struct json *json, const struct diag_label *label)
{
	if (!label)
		return;
	json_open(json, "relatedLocations", '[');
	for (; label; label = label->next) {
		json_open(json, NULL, '{');
		physical_add(json, label->at);
		message_add(json, "message", label->says);
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void
replacement_add(struct json *json, const struct diag_fix *fix)
{
	json_open(json, "replacements", '[');
	json_open(json, NULL, '{');
	region_add(json, "deletedRegion", fix->at);
	message_add(json, "insertedContent", fix->text);
	json_close(json, '}');
	json_close(json, ']');
}

static void
fixes_add(struct json *json, const struct diag *diag)
{
	if (!diag->fix)
		return;
	json_open(json, "fixes", '[');
	json_open(json, NULL, '{');
	if (diag->help.size)
		message_add(json, "description", diag->help);
	json_open(json, "artifactChanges", '[');
	json_open(json, NULL, '{');
	uri_add(json, diag->fix->at.file);
	replacement_add(json, diag->fix);
	json_close(json, '}');
	json_close(json, ']');
	json_close(json, '}');
	json_close(json, ']');
}

static const char *
level_of(enum severity severity)
{
	return severity == SEVERITY_WARNING ? "warning" : "error";
}

/* The same fault of the same record is known again when its line has moved. */
static void
fingerprint_add(struct json *json, const struct diag *diag)
{
	uint64_t hash = text_hash(diag->says) * 31 + text_hash(diag->record);

	json_open(json, "partialFingerprints", '{');
	json_text(json, "plgsFault/v1",
		text_format(json->out->arena, "%016" PRIx64, hash));
	json_close(json, '}');
}

static void
result_add(struct json *json, const struct rules *rules, const struct diag *diag)
{
	struct text says = diag->says;

	if (diag->help.size)
		says = text_format(json->out->arena, "%.*s; %.*s", TEXT_ARG(says),
			TEXT_ARG(diag->help));
	json_open(json, NULL, '{');
	json_string(json, "ruleId", diag->entry->code);
	json_number(json, "ruleIndex", rules_index(rules, diag->entry));
	json_string(json, "level", level_of(diag->severity));
	message_add(json, "message", says);
	locations_add(json, diag);
	related_add(json, diag->labels);
	fixes_add(json, diag);
	fingerprint_add(json, diag);
	json_close(json, '}');
}

static void
rule_add(struct json *json, const struct diag_entry *entry)
{
	json_open(json, NULL, '{');
	json_string(json, "id", entry->code);
	message_add(json, "shortDescription", text_of(entry->title));
	message_add(json, "fullDescription", text_of(entry->meaning));
	message_add(json, "help", text_of(entry->mend));
	json_open(json, "defaultConfiguration", '{');
	json_string(json, "level", level_of(entry->severity));
	json_close(json, '}');
	json_close(json, '}');
}

static void
tool_add(struct json *json, const struct report *report, const struct rules *rules)
{
	json_open(json, "tool", '{');
	json_open(json, "driver", '{');
	json_string(json, "name", "plgs");
	json_text(json, "version", report->version);
	json_open(json, "rules", '[');
	for (size_t i = 0; i < rules->count; i++)
		rule_add(json, rules->items[i]);
	json_close(json, ']');
	json_close(json, '}');
	json_close(json, '}');
}

void
forms_sarif(const struct report *report, struct buffer *out)
{
	const struct diag_list *diags = report->diags;
	struct rules rules = { 0 };
	struct json json = json_start(out);

	for (size_t i = 0; i < diags->count; i++)
		rules_note(out->arena, &rules, diags->items[i].entry);
	json_open(&json, NULL, '{');
	json_string(&json, "$schema", schema);
	json_string(&json, "version", "2.1.0");
	json_open(&json, "runs", '[');
	json_open(&json, NULL, '{');
	tool_add(&json, report, &rules);
	json_string(&json, "columnKind", "unicodeCodePoints");
	json_open(&json, "results", '[');
	for (size_t i = 0; i < diags->count; i++)
		result_add(&json, &rules, &diags->items[i]);
	json_close(&json, ']');
	json_close(&json, '}');
	json_close(&json, ']');
	json_close(&json, '}');
}
