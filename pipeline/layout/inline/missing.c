#include "missing.h"

#include "base/arena.h"
#include "base/diag.h"
#include "layout/inline/package.h"
#include "layout/setting.h"

enum { RUNES = 0x110000 };

/* A bit for each rune says whether it was spoken of. */
static bool
was_said(struct setting *setting, uint32_t rune)
{
	struct buffer *said = &setting->missing;
	char bit = (char)(1 << rune % 8), *byte;

	if (said->size == 0)
		buffer_fill(said, 0, RUNES / 8);
	byte = &said->at[rune / 8];
	if (*byte & bit)
		return true;
	*byte |= bit;
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
