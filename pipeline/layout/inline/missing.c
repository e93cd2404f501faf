#include "missing.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "layout/inline/package.h"
#include "layout/setting.h"

static bool
was_said(struct setting *setting, uint32_t rune)
{
	struct text known = buffer_text(&setting->missing);

	for (size_t i = 0; i + sizeof rune <= known.size; i += sizeof rune)
		if (memcmp(known.at + i, &rune, sizeof rune) == 0)
			return true;
	buffer_add(
		&setting->missing, (struct text){ (const char *)&rune, sizeof rune });
	return false;
}

void
missing_say(struct setting *setting, const struct place *at, uint32_t rune)
{
	struct buffer shown = buffer_make(setting->scratch);
	struct buffer file = buffer_make(setting->scratch);
	const char *package = package_find(rune, &file);

	if (was_said(setting, rune))
		return;
	buffer_rune(&shown, rune);
	diag_add(setting->diags, DIAG_L102, *at,
		"no font of the style has the character U+%04X (%.*s)", rune,
		TEXT_ARG(buffer_text(&shown)));
	if (package)
		diag_help(setting->diags,
			"if it came from a broken copy, type the word again; otherwise "
			"install Debian's %s and name its %.*s under faces: in "
			"style.yaml",
			package, TEXT_ARG(buffer_text(&file)));
	else
		diag_help(setting->diags,
			"if it came from a broken copy, type the word again; otherwise "
			"name a font that has it under faces: in style.yaml");
}
