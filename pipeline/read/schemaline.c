#include "schemaline.h"

#include "base/suggest.h"

static const char *const names[] = { "submission", "register", "report", "style" };

enum { NAMES = sizeof names / sizeof *names };

static const char *
name_find(struct text value)
{
	for (size_t i = 0; i < NAMES; i++)
		if (text_is(value, names[i]))
			return names[i];
	return NULL;
}

static struct text
name_nearest(struct text text)
{
	struct suggest suggest = suggest_start(text);

	for (size_t i = 0; i < NAMES; i++)
		suggest_offer(&suggest, text_of(names[i]));
	return suggest.nearest;
}

static struct text
unknown_complain(struct diag_list *diags, struct place at, struct text value,
	struct text nearest)
{
	diag_add(diags, DIAG_R403, at, "there is no schema \"%.*s\"", TEXT_ARG(value));
	if (nearest.size)
		diag_help(diags, "did you mean \"plgs-%.*s/1\"?", TEXT_ARG(nearest));
	else
		diag_help(diags,
			"write plgs-submission/1, plgs-register/1, plgs-report/1 or "
			"plgs-style/1");
	return nearest;
}

struct text
schemaline_read(struct diag_list *diags, struct place at, struct text value)
{
	struct text name = value;
	const char *known;
	size_t slash;

	if (text_starts(name, TEXT("plgs-")))
		name = text_slice(name, 5, name.size);
	slash = text_find(name, '/', 0);
	known = name_find(text_slice(name, 0, slash));
	if (!known)
		return unknown_complain(
			diags, at, value, name_nearest(text_slice(name, 0, slash)));
	if (name.size == value.size || slash == name.size)
		return unknown_complain(diags, at, value, text_of(known));
	if (!text_is(text_slice(name, slash, name.size), "/1")) {
		diag_add(diags, DIAG_R404, at,
			"\"%.*s\" is another version than this program reads",
			TEXT_ARG(value));
		diag_help(diags,
			"write \"plgs-%s/1\", or use the version of plgs that the "
			"file was made for",
			known);
		return TEXT("");
	}
	return text_of(known);
}

bool
schemaline_missing(struct diag_list *diags, struct place at)
{
	diag_add(diags, DIAG_R401, at,
		"the file does not begin with the name of its schema");
	diag_help(diags,
		"begin the file with a line such as \"schema: plgs-submission/1\"");
	return false;
}
