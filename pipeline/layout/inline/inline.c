#include "inline.h"

#include "base/arena.h"
#include "base/suggest.h"
#include "layout/flow/note.h"
#include "layout/inline/face.h"
#include "layout/inline/tongue.h"
#include "layout/landmark.h"
#include "layout/setting.h"
#include "layout/words.h"
#include "model/document.h"
#include "model/pages.h"
#include "model/style.h"

/* What the inlines around a node make of its look. */
struct look {
	int strong, emphasis; /* how deep */
	uint32_t tag;
	const struct target *target;
	const struct tongue *tongue;
	const struct node *apart; /* the outermost span */
};

/* Words in a fixed-width face look larger than they are: set a little smaller. */
enum { CODE_NUMERATOR = 92, CODE_DENOMINATOR = 100 };
enum { GUESSES = 100 }; /* beyond so many warnings nothing more is guessed */
enum { MARK_NUMERATOR = 65, MARK_RISE = 36, MARK_DENOMINATOR = 100 };

void
run_add(struct setting *setting, struct run_list *runs, struct run run)
{
	if (run.text.size == 0)
		return;
	runs->items = arena_room(setting->rough, runs->items, runs->count, &runs->room,
		sizeof *runs->items);
	runs->items[runs->count++] = run;
}

struct run
run_of(struct setting *setting, const struct block_style *style, struct text text,
	uint32_t tag)
{
	return (struct run){ .text = text,
		.face = face_find(
			setting->faces, style->face, style->bold, style->italic),
		.size = style->size,
		.colour = style->colour,
		.tag = tag,
		.tongue = setting->tongue,
		.features = style->features };
}

/* Emphasis inside what leans stands upright. */
static struct run
text_run(struct setting *setting, const struct block_style *style,
	const struct look *look, const struct node *node, struct text text)
{
	bool bold = style->bold || look->strong > 0;
	bool italic = style->italic != (look->emphasis % 2 == 1);
	struct run run = run_of(setting, style, text, look->tag);

	run.face = face_find(setting->faces, style->face, bold, italic);
	run.target = look->target;
	run.tongue = look->tongue;
	run.apart = look->apart;
	run.at = node->at;
	if (look->target)
		run.colour = setting->style->link;
	return run;
}

static struct run
code_run(struct setting *setting, const struct block_style *style,
	const struct look *look, const struct node *node)
{
	const struct block_style *code = &setting->style->blocks[STYLE_CODE];
	struct run run = text_run(setting, style, look, node, node->text);

	run.face = face_find(
		setting->faces, code->face, style->bold || look->strong > 0, false);
	run.size = length_scale(style->size, CODE_NUMERATOR, CODE_DENOMINATOR);
	run.whole = true;
	run.apart = look->apart ? look->apart : node;
	run.tag = pages_add_tag(setting->pages, ROLE_CODE, look->tag, node->at);
	return run;
}

/* The mark of a note: small, raised, and a link to it. */
static struct run
mark_run(struct setting *setting, const struct block_style *style,
	const struct look *look, const struct node *node)
{
	struct target *target = arena_make(setting->rough, struct target);
	struct run run = text_run(setting, style, look, node, node->mark.label);
	struct text word = words_find(setting->document->language, WORD_NOTE);

	target->name = note_name(setting->rough, node->mark.id);
	target->says = text_format(setting->rough, "%.*s %.*s", TEXT_ARG(word),
		TEXT_ARG(node->mark.label));
	run.size = length_scale(style->size, MARK_NUMERATOR, MARK_DENOMINATOR);
	run.rise = length_scale(style->size, MARK_RISE, MARK_DENOMINATOR);
	run.colour = setting->style->link;
	run.whole = true;
	run.target = target;
	run.tag = pages_add_tag(setting->pages, ROLE_REFERENCE, look->tag, node->at);
	run.tag = pages_add_tag(setting->pages, ROLE_LINK, run.tag, node->at);
	return run;
}

/* A link inside the document that leads to nothing. */
static void
link_complain(struct setting *setting, const struct node *link, struct text name)
{
	struct suggest suggest = suggest_start(name);

	for (size_t i = 0;
		i < setting->landmarks->count && setting->diags->warnings < GUESSES;
		i++)
		suggest_offer(&suggest, setting->landmarks->items[i].name);
	diag_add(setting->diags, DIAG_L203, link->at, "the link to #%.*s leads nowhere",
		TEXT_ARG(name));
	if (suggest.nearest.size)
		diag_help(setting->diags, "did you mean #%.*s?",
			TEXT_ARG(suggest.nearest));
	else
		diag_help(setting->diags,
			"no heading and no table with a caption has this name");
}

static const struct target *
target_make(struct setting *setting, struct node *link)
{
	struct text url = link->link.url;
	struct target *target = arena_make(setting->rough, struct target);
	struct landmark *landmark;

	target->says = link->first ? node_plain(setting->rough, link) : url;
	if (url.size == 0)
		return NULL;
	if (url.at[0] != '#') {
		target->url = url;
		return target;
	}
	target->name = text_slice(url, 1, url.size);
	landmark = landmark_find(setting->landmarks, target->name);
	if (landmark) {
		if (!link->first)
			target->says =
				landmark_say(setting, landmark, link->link.title);
		return target;
	}
	link_complain(setting, link, target->name);
	return NULL;
}

/* A link without words says where it leads. */
static void
link_enter(struct setting *setting, struct node *node, const struct block_style *style,
	struct look *look, struct run_list *runs)
{
	look->target = target_make(setting, node);
	if (look->target)
		look->tag =
			pages_add_tag(setting->pages, ROLE_LINK, look->tag, node->at);
	if (!node->first)
		run_add(setting, runs,
			text_run(setting, style, look, node,
				look->target ? look->target->says : node->link.url));
}

/* Back to the tag around that of a link or a span. */
static void
tag_leave(const struct setting *setting, struct look *look)
{
	look->tag = setting->pages->tags[look->tag].parent;
}

static void
link_leave(const struct setting *setting, struct look *look)
{
	if (look->target)
		tag_leave(setting, look);
	look->target = NULL;
}

static void
span_enter(struct setting *setting, const struct node *node, struct look *look)
{
	struct pages *pages = setting->pages;

	look->tag = pages_add_tag(pages, ROLE_SPAN, look->tag, node->at);
	pages_texts(pages, look->tag)->language =
		text_keep(pages->arena, node->language);
	look->tongue = tongue_find(setting->tongues, node->language);
	if (!look->apart)
		look->apart = node;
}

static void
span_leave(struct setting *setting, const struct node *node, struct look *look)
{
	struct text language = node_language(node->parent);

	tag_leave(setting, look);
	look->tongue = language.size ? tongue_find(setting->tongues, language)
				     : setting->tongue;
	if (look->apart == node)
		look->apart = NULL;
}

/* What parse did not make a figure is its description. */
static void
image_say(struct setting *setting, const struct node *node)
{
	bool alone = !node->prev && !node->next && node->parent->kind == NODE_PARAGRAPH;

	diag_add(setting->diags, DIAG_L202, node->at, "the picture %.*s is not placed",
		TEXT_ARG(node->link.url));
	diag_help(setting->diags, "its description is printed instead; %s",
		alone ? "there is no such file beside this text"
		      : "a picture is placed where it is a paragraph by itself");
}

static void
leaf_collect(struct setting *setting, const struct node *node,
	const struct block_style *style, const struct look *look, struct run_list *runs)
{
	if (node->kind == NODE_TEXT)
		run_add(setting, runs,
			text_run(setting, style, look, node, node->text));
	else if (node->kind == NODE_SOFT_BREAK)
		run_add(setting, runs, text_run(setting, style, look, node, TEXT(" ")));
	else if (node->kind == NODE_LINE_BREAK)
		run_add(setting, runs,
			text_run(setting, style, look, node, TEXT("\n")));
	else if (node->kind == NODE_CODE || node->kind == NODE_HTML)
		run_add(setting, runs, code_run(setting, style, look, node));
	else if (node->kind == NODE_MARK)
		run_add(setting, runs, mark_run(setting, style, look, node));
}

void
inline_collect(struct setting *setting, struct node *block,
	const struct block_style *style, uint32_t tag, struct run_list *runs)
{
	struct look look = { .tag = tag, .tongue = setting->tongue };

	for (struct walk walk = walk_of(block); walk_next(&walk);) {
		struct node *node = walk.node;
		int step = walk.entering ? 1 : -1;

		if (node->kind == NODE_STRONG)
			look.strong += step;
		else if (node->kind == NODE_EMPHASIS || node->kind == NODE_IMAGE)
			look.emphasis += step;
		else if (node->kind == NODE_LINK && walk.entering)
			link_enter(setting, node, style, &look, runs);
		else if (node->kind == NODE_LINK)
			link_leave(setting, &look);
		else if (node->kind == NODE_SPAN && walk.entering)
			span_enter(setting, node, &look);
		else if (node->kind == NODE_SPAN)
			span_leave(setting, node, &look);
		else if (walk.entering && node != block)
			leaf_collect(setting, node, style, &look, runs);
		if (node->kind == NODE_IMAGE && walk.entering)
			image_say(setting, node);
	}
}
