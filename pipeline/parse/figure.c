#include "figure.h"

#include "base/arena.h"
#include "base/files.h"
#include "model/document.h"
#include "parse/conversion.h"
#include "parse/fence.h"
#include "parse/keyline.h"
#include "parse/literal.h"

static const struct text COPYRIGHT = TEXT_CONSTANT("\u00a9");

/* A figure that is being read from its fence. */
struct reading {
	struct keyline keyline;
	struct node *figure, *picture;
};

static void
caption_read(struct reading *reading, struct text words)
{
	keyline_add(&reading->keyline, reading->figure, NODE_CAPTION, words);
}

/* A paragraph until all has been read: figures_judge takes its words. */
static void
alt_read(struct reading *reading, struct text words)
{
	keyline_add(&reading->keyline, reading->figure, NODE_PARAGRAPH, words);
}

static void
credit_read(struct reading *reading, struct text words)
{
	keyline_add(&reading->keyline, reading->figure, NODE_CREDIT, words);
}

static void
value_complain(const struct reading *reading, struct text words, const char *key,
	const char *help)
{
	struct diag_list *diags = reading->keyline.conversion->diags;

	diag_add(diags, DIAG_P244, keyline_place(&reading->keyline, words),
		"\"%.*s\" is no %s for a figure", TEXT_ARG(words), key);
	diag_help(diags, "%s", help);
}

/* "80%" or "80 %" */
static void
width_read(struct reading *reading, struct text words)
{
	struct text number = words;
	int64_t width;

	if (text_ends(number, TEXT("%")))
		number = text_trim(text_slice(number, 0, number.size - 1));
	if (number.size < words.size && text_number(number, &width) && width >= 1 &&
		width <= 100)
		reading->picture->picture.width = (int)width;
	else
		value_complain(reading, words, "width",
			"write how much of the column it takes, 1% to 100%: width: "
			"80%");
}

static void
decorative_read(struct reading *reading, struct text words)
{
	bool yes = text_is(words, "true") || text_is(words, "yes");

	reading->picture->picture.decorative = yes;
	if (!yes && !text_is(words, "false") && !text_is(words, "no"))
		value_complain(reading, words, "answer to decorative",
			"write decorative: true for a picture that says nothing, or "
			"leave the line out");
}

static const char *const names[] = { "alt", "caption", "credit", "decorative",
	"width" };

static void (*const readers[])(struct reading *, struct text words) = {
	alt_read,
	caption_read,
	credit_read,
	decorative_read,
	width_read,
};

static const struct keyline_kind lines = {
	.what = "a figure",
	.names = names,
	.count = sizeof names / sizeof *names,
	.unknown = DIAG_P243,
	.twice = DIAG_P246,
	.help = "begin each line with caption:, alt:, credit:, width: or decorative:, "
		"and "
		"write all that belongs to it on that line",
};

static void
line_read(struct reading *reading)
{
	struct keyline *keyline = &reading->keyline;
	struct text name, words;
	bool colon = keyline_cut(keyline, &name, &words);
	size_t key;

	if (keyline_find(keyline, name, colon, &key) &&
		keyline_note(keyline, name, key) && words.size)
		readers[key](reading, words);
}

void
figure_add(struct conversion *conversion, const struct fence *fence, struct place at)
{
	struct arena *arena = conversion->arena;
	struct reading reading = { .keyline = keyline_start(conversion, fence, &lines),
		.figure = node_make(arena, NODE_FIGURE, at),
		.picture = node_make(arena, NODE_PICTURE, at) };
	struct text rest = fence->lines;

	if (fence->words.size == 0) {
		diag_add(conversion->diags, DIAG_P245, at,
			"this figure names no picture");
		diag_help(conversion->diags,
			"write its file behind the word: ```figure photos/forum.jpg");
	}
	reading.picture->picture.file = text_keep(
		arena, files_beside(conversion->scratch, at.file,
			       literal_keep(conversion->scratch, fence->words)));
	node_append(reading.figure, reading.picture);
	for (; text_cut(&rest, '\n', &reading.keyline.whole); reading.keyline.line++)
		if (text_trim(reading.keyline.whole).size)
			line_read(&reading);
	conversion_add(conversion, reading.figure);
}

static int
digit_of(char byte)
{
	if (byte >= '0' && byte <= '9')
		return byte - '0';
	if (byte >= 'a' && byte <= 'f')
		return byte - 'a' + 10;
	return byte >= 'A' && byte <= 'F' ? byte - 'A' + 10 : -1;
}

/* "%20" is a blank, and so on; what would be no name of a file stays. */
static struct text
url_decode(struct arena *arena, struct text url)
{
	struct buffer plain = buffer_make(arena);

	for (size_t i = 0; i < url.size; i++) {
		int high = -1, low = -1;

		if (url.at[i] == '%' && i + 2 < url.size) {
			high = digit_of(url.at[i + 1]);
			low = digit_of(url.at[i + 2]);
		}
		if (high < 2 || low < 0) {
			buffer_byte(&plain, url.at[i]);
			continue;
		}
		buffer_byte(&plain, (char)(high << 4 | low));
		i += 2;
	}
	return text_first_bad(buffer_text(&plain)) < plain.size ? url
								: buffer_text(&plain);
}

static void
plain_add(struct conversion *conversion, struct node *figure, enum node_kind kind,
	struct text words)
{
	struct node *node = node_make(conversion->arena, kind, figure->at);
	struct node *text = node_make(conversion->arena, NODE_TEXT, figure->at);

	words = text_trim(words);
	if (words.size == 0)
		return;
	text->text = words;
	node_append(node, text);
	if (kind == NODE_CAPTION)
		node_prepend(figure, node);
	else
		node_append(figure, node);
}

/* `The forum © Somebody {#forum}`: the name belongs to the caption. */
static void
title_add(struct conversion *conversion, struct node *figure, struct text title)
{
	size_t credit = 0, name = title.size;
	struct text caption;

	while (credit < title.size &&
		!text_starts(text_slice(title, credit, title.size), COPYRIGHT))
		credit++;
	for (size_t i = credit; i < title.size; i++)
		if (text_starts(text_slice(title, i, title.size), TEXT("{#")))
			name = i;
	caption = text_slice(title, 0, credit);
	if (name < title.size)
		caption = text_format(conversion->arena, "%.*s%.*s", TEXT_ARG(caption),
			TEXT_ARG(text_slice(title, name, title.size)));
	plain_add(conversion, figure, NODE_CAPTION, caption);
	plain_add(conversion, figure, NODE_CREDIT, text_slice(title, credit, name));
}

void
figure_take(struct conversion *conversion, struct node *paragraph)
{
	struct node *image = paragraph->first, *picture;
	struct text file, title;

	if (!image || image->next || image->kind != NODE_IMAGE ||
		image->link.url.size == 0)
		return;
	file = files_beside(conversion->scratch, image->at.file,
		url_decode(conversion->scratch, image->link.url));
	if (!files_exists(conversion->files, file))
		return;
	picture = node_make(conversion->arena, NODE_PICTURE, image->at);
	picture->picture.file = text_keep(conversion->arena, file);
	picture->picture.alt = node_plain(conversion->arena, image);
	title = image->link.title;
	node_unlink(image);
	paragraph->kind = NODE_FIGURE;
	paragraph->figure.id = paragraph->figure.number = TEXT("");
	node_append(paragraph, picture);
	title_add(conversion, paragraph, title);
}

/* By its name: what a camera gives. */
static bool
is_photograph(struct text file)
{
	static const char *const endings[] = { ".jpg", ".jpeg", ".JPG", ".JPEG" };

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (text_ends(file, text_of(endings[i])))
			return true;
	return false;
}

static struct text
file_name(struct text file)
{
	size_t slash = file.size;

	while (slash && file.at[slash - 1] != '/')
		slash--;
	return text_slice(file, slash, file.size);
}

static void
alt_judge(struct arena *arena, struct diag_list *diags, struct node *figure,
	const struct node *picture)
{
	struct node *caption = figure->first;
	struct text alt = picture->picture.alt;

	if (alt.size == 0 && !picture->picture.decorative) {
		diag_add(diags, DIAG_P241, figure->at,
			"nothing tells those who do not see the picture what it shows");
		diag_help(diags, "add a line like alt: Four people on a stage; if it "
				 "only adorns the page, add decorative: true");
	} else if (alt.size && picture->picture.decorative) {
		diag_add(diags, DIAG_P244, figure->at,
			"a picture that only adorns has no alt");
		diag_help(diags, "delete one of the two lines, alt: or decorative:");
	} else if (alt.size &&
		   ((caption->kind == NODE_CAPTION &&
			    text_equal(alt, node_plain(arena, caption))) ||
			   text_equal(alt, file_name(picture->picture.file)))) {
		diag_add(diags, DIAG_P247, figure->at,
			"the alt of this picture is its caption or its file name");
		diag_help(diags, "write what is to be seen on it");
	}
}

static void
figure_judge(struct arena *arena, struct diag_list *diags, struct node *figure)
{
	struct node *picture = figure->first, *alt = NULL;
	bool credited = false;

	while (picture && picture->kind != NODE_PICTURE)
		picture = picture->next;
	if (!picture)
		return;
	for (struct node *child = figure->first; child; child = child->next) {
		credited |= child->kind == NODE_CREDIT;
		if (child->kind == NODE_PARAGRAPH)
			alt = child;
	}
	if (alt) {
		picture->picture.alt = text_trim(node_plain(arena, alt));
		node_unlink(alt);
	}
	alt_judge(arena, diags, figure, picture);
	if (credited || !is_photograph(picture->picture.file))
		return;
	diag_add(diags, DIAG_P242, figure->at, "nothing says whose photograph this is");
	diag_help(diags, "add a line like credit: \u00a9 UN-Habitat/Name of the "
			 "photographer");
}

void
figures_judge(struct arena *arena, struct diag_list *diags, struct document *document)
{
	for (struct walk walk = walk_blocks(document->root); walk_next(&walk);)
		if (walk.entering && walk.node->kind == NODE_FIGURE)
			figure_judge(arena, diags, walk.node);
}
