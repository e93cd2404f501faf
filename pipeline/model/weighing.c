#include "weighing.h"

#include "base/arena.h"
#include "base/diag.h"
#include "model/records.h"

struct text
weighing_of(const struct _xmlNode *settings, const char *code)
{
	for (const struct _xmlNode *item = records_first(settings); item;
		item = records_next(item))
		if (text_is(records_value(records_child(item, "code")), code))
			return records_value(records_child(item, "severity"));
	return TEXT("");
}

const struct diag_entry *
weighing_entry(struct arena *arena, const struct _xmlNode *settings,
	const struct diag_entry *entry)
{
	struct text severity = weighing_of(settings, entry->code);
	struct diag_entry *own;

	if (severity.size == 0)
		return entry;
	if (text_is(severity, "off"))
		return NULL;
	own = arena_keep(arena, entry, sizeof *entry);
	own->severity = text_is(severity, "error") ? SEVERITY_ERROR : SEVERITY_WARNING;
	return own;
}
