#include "codeblock.h"

#include "base/arena.h"
#include "layout/flow/column.h"
#include "layout/flow/flow.h"
#include "layout/inline/atoms.h"
#include "layout/inline/face.h"
#include "layout/inline/inline.h"
#include "layout/inline/shape.h"
#include "layout/setting.h"
#include "model/document.h"
#include "model/pages.h"
#include "model/style.h"

enum {
	CODE_PADDING = 6 * LENGTH_POINT,
	WHOLE_LINES = 12, /* so many are rather not divided */
};

/* A line of code with its tabs made into spaces. */
static struct text
code_line(struct arena *arena, struct text line)
{
	struct buffer kept = buffer_make(arena);
	size_t column = 0;
	uint32_t rune;

	for (size_t i = 0; i < line.size; column++) {
		i += text_rune(line, i, &rune);
		if (rune != '\t') {
			buffer_rune(&kept, rune);
			continue;
		}
		buffer_fill(&kept, ' ', 8 - column % 8);
		column += 7 - column % 8;
	}
	return kept.size ? buffer_text(&kept) : TEXT(" ");
}

/* Code is set smaller so that its longest line fits, as long as it can be read. */
static length
code_size(struct setting *setting, const struct block_style *style, struct text code,
	length width)
{
	const struct lettering lettering = { .face = face_find(setting->faces,
						     style->face, style->bold,
						     style->italic),
		.size = style->size,
		.script = SCRIPT_NONE,
		.tongue = setting->tongue,
		.features = style->features };
	length widest = width, least = style->size * 7 / 10, size;
	struct text line;

	while (text_cut(&code, '\n', &line)) {
		struct text kept = code_line(setting->scratch, line);
		length needed = shaper_word(setting->shaper, &lettering, kept)->width;

		widest = needed > widest ? needed : widest;
	}
	size = length_scale(style->size, width, widest);
	return size > least ? size : least;
}

void
codeblock_flow(struct flow *flow, const struct node *node, struct text code,
	struct column column)
{
	struct setting *setting = flow->setting;
	struct block_style style = setting->style->blocks[STYLE_CODE];
	struct column inner = column_inner(column, style.indent, style.indent);
	const struct paragraph_form form = { .width = inner.width, .verbatim = true };
	uint32_t paragraph =
		pages_add_tag(setting->pages, ROLE_P, column.tag, node->at);
	uint32_t tag = pages_add_tag(setting->pages, ROLE_CODE, paragraph, node->at);
	struct text line;
	size_t first;

	style.size = code_size(setting, &style, code, inner.width);
	flow_space(flow, style.before, false);
	flow_open_frame(flow, column.left, column.width, CODE_PADDING);
	first = flow->count;
	while (text_cut(&code, '\n', &line)) {
		struct run_list runs = { 0 };
		struct run run =
			run_of(setting, &style, code_line(setting->scratch, line), tag);

		run.at = node->at;
		run_add(setting, &runs, run);
		flow_paragraph(flow, &runs, &form, inner.left, style.leading);
		flow->items[flow->count - 1].cost = 0;
	}
	/* One line of code alone on a page is no better than one of a paragraph. */
	if (flow->count > first + 1) {
		flow->items[first].cost = FLOW_COST_WIDOW;
		flow->items[flow->count - 2].cost = FLOW_COST_WIDOW;
	}
	if (flow->count <= first + WHOLE_LINES)
		flow_together(flow, first);
	flow_close_frame(flow);
	flow_space(flow, style.after, false);
}
