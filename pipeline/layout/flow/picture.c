#include "picture.h"

#include "base/arena.h"
#include "layout/flow/flow.h"
#include "layout/inline/atoms.h"
#include "layout/inline/inline.h"
#include "layout/setting.h"
#include "model/document.h"
#include "model/style.h"

/* A picture is its description, for now. */
void
picture_flow(struct flow *flow, struct node *picture, struct column column, length most)
{
	struct setting *setting = flow->setting;
	const struct paragraph_form form = { .width = column.width };
	struct run_list runs = { 0 };

	(void)most;
	diag_add(setting->diags, DIAG_L202, picture->at,
		"the picture %.*s is not placed", TEXT_ARG(picture->picture.file));
	diag_help(setting->diags, "its description is printed instead");
	run_add(setting, &runs,
		run_of(setting, column.text, picture->picture.alt, column.tag));
	flow_paragraph(flow, &runs, &form, column.left, column.text->leading);
}
