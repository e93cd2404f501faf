#include "model/document.h"

#include <string.h>

#include "stand.h"

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define OPEN                                                                           \
	"<document xmlns=\"http://commonmark.org/xml/1.0\" "                           \
	"xmlns:p=\"urn:plgs:document:1\">"

static struct document *
parsed(struct stand *stand, struct text xml)
{
	struct document *document = NULL;

	if (!document_parse(stand->arena, stand->diags, TEXT("stdin"), xml, &document))
		fail_msg("refused: %.*s", TEXT_ARG(stand->diags->items[0].says));
	return document;
}

static struct text
printed(struct stand *stand, const struct document *document)
{
	struct buffer buffer = buffer_make(stand->arena);

	document_print(document, &buffer);
	return buffer_text(&buffer);
}

static struct node *
added(struct stand *stand, struct node *parent, enum node_kind kind)
{
	struct node *node = node_make(stand->arena, kind,
		(struct place){ TEXT("a & b.md"), 3, (uint32_t)kind + 1, 0 });

	node_append(parent, node);
	return node;
}

static struct node *
added_text(
	struct stand *stand, struct node *parent, enum node_kind kind, struct text text)
{
	struct node *node = added(stand, parent, kind);

	node->text = text;
	return node;
}

static void
figure_fill(struct stand *stand, struct node *figure)
{
	struct node *picture;

	figure->figure.id = TEXT("forum");
	figure->figure.number = TEXT("2");
	added_text(stand, added(stand, figure, NODE_CAPTION), NODE_TEXT, TEXT("Said"));
	picture = added(stand, figure, NODE_PICTURE);
	picture->picture.file = TEXT("photos/forum.jpg");
	picture->picture.alt = TEXT("Four people & \"a\" stage");
	picture->picture.width = 80;
	added_text(stand, added(stand, figure, NODE_CREDIT), NODE_TEXT, TEXT("Us"));
	picture = added(stand, added(stand, figure->parent, NODE_FIGURE), NODE_PICTURE);
	picture->picture.file = TEXT("ornament.png");
	picture->picture.decorative = true;
}

static void
index_fill(struct stand *stand, struct node *index)
{
	struct node *entry = added(stand, index, NODE_ENTRY), *mention;

	entry->entry.name = TEXT("C\u00f4te d'Ivoire");
	mention = added(stand, entry, NODE_MENTION);
	mention->mention.from = TEXT("country:CI:1");
	mention->mention.to = TEXT("country:CI:1:end");
	mention = added(stand, entry, NODE_MENTION);
	mention->mention.from = TEXT("uptake");
	added(stand, index->parent, NODE_ANCHOR)->anchor.id = TEXT("country:CI:1:end");
}

static void
card_fill(struct stand *stand, struct node *card)
{
	card->card.title = TEXT("Cities & \"towns\"");
	card->card.date = TEXT("2024");
	card->card.languages = TEXT("English");
	card->card.pages = TEXT("64");
	card->card.link = TEXT("https://example.org/?a=1&b=2");
	card->card.cover = TEXT("cover.png");
	card->card.alt = TEXT("Towers");
	added_text(stand, card, NODE_TEXT, TEXT("About"));
}

/* Blocks of every kind, in one section. */
static void
blocks_fill(struct stand *stand, struct node *section)
{
	struct node *heading = added(stand, section, NODE_HEADING), *list, *code;
	static const enum node_kind around[] = { NODE_QUOTE, NODE_CALLOUT };

	heading->heading.level = 3;
	heading->heading.id = TEXT("uptake");
	heading->heading.number = TEXT("1.2");
	heading->change = CHANGE_TEXT;
	added_text(stand, heading, NODE_TEXT, TEXT("Uptake"));
	for (size_t i = 0; i < 2; i++)
		added_text(stand,
			added(stand, added(stand, section, around[i]), NODE_PARAGRAPH),
			NODE_TEXT, TEXT("within"));
	section->last->callout.country = TEXT("AZ");
	section->last->callout.id = TEXT("country:AZ:1");
	for (int ordered = 0; ordered < 2; ordered++) {
		list = added(stand, section, NODE_LIST);
		list->list.ordered = ordered;
		list->list.tight = !ordered;
		list->list.start = ordered ? 7 : 0;
		list->list.delimiter = ordered ? ')' : '.';
		added(stand, added(stand, list, NODE_ITEM), NODE_PARAGRAPH);
	}
	code = added(stand, section, NODE_CODE_BLOCK);
	code->code.info = TEXT("c \"x\"");
	code->code.text = TEXT("if (a < b && c)\n\treturn;\n");
	added_text(stand, section, NODE_HTML_BLOCK, TEXT("<hr>\n"));
	added(stand, section, NODE_RULE);
	figure_fill(stand, added(stand, section, NODE_FIGURE));
	added(stand, section, NODE_CONTENTS)->contents.listed = LISTED_TABLES;
	index_fill(stand, added(stand, section, NODE_INDEX));
	card_fill(stand, added(stand, added(stand, section, NODE_CARDS), NODE_CARD));
}

/* Inlines of every kind, in one paragraph. */
static void
inlines_fill(struct stand *stand, struct node *paragraph)
{
	static const enum node_kind around[] = { NODE_EMPHASIS, NODE_STRONG, NODE_LINK,
		NODE_IMAGE };

	added_text(stand, paragraph, NODE_TEXT, TEXT("  blanks kept  "));
	added(stand, paragraph, NODE_SOFT_BREAK);
	added_text(stand, paragraph, NODE_CODE, TEXT("a  <b>"));
	added(stand, paragraph, NODE_LINE_BREAK);
	added_text(stand, paragraph, NODE_HTML, TEXT("<b title='&amp;'>"));
	for (size_t i = 0; i < 4; i++) {
		struct node *node = added(stand, paragraph, around[i]);

		if (i >= 2) {
			node->link.url = TEXT("https://example.org/?a=1&b=2");
			node->link.title = TEXT("a \"title\"");
		}
		added_text(stand, node, NODE_TEXT, TEXT("in\xc3\xa9"));
	}
}

static struct document *
sample(struct stand *stand)
{
	struct document *document = document_make(stand->arena);
	struct node *section = added(stand, document->root, NODE_SECTION);

	document->title = TEXT("A <title>");
	document->subtitle = TEXT("\"sub\"");
	document->language = TEXT("en-GB");
	document->publisher = TEXT("P & Q");
	document->date = TEXT("2024-03");
	document->dated = TEXT("March 2024");
	document->cover = TEXT("photos/cover.jpg");
	document->cover_alt = TEXT("A \"square\"");
	document->style = TEXT("style.yaml");
	document->since = TEXT("old/reports");
	document->front = true;
	section->section.id = TEXT("first");
	section->section.number = TEXT("IV");
	blocks_fill(stand, section);
	inlines_fill(stand, added(stand, section, NODE_PARAGRAPH));
	added(stand, document->root, NODE_SECTION)->section.place = PLACE_FOREWORD;
	return document;
}

static void
document_reads_back_what_it_prints(void **state)
{
	struct stand *stand = *state;
	struct text once = printed(stand, sample(stand));
	const struct document *back = parsed(stand, once);

	assert_text(printed(stand, back), text_string(stand->arena, once));
	assert_text(back->title, "A <title>");
	assert_text(back->publisher, "P & Q");
	assert_text(back->date, "2024-03");
	assert_text(back->style, "style.yaml");
	assert_true(back->front);
}

static void
document_keeps_every_field_of_its_nodes(void **state)
{
	struct stand *stand = *state;
	struct document *first = sample(stand);
	struct document *second = parsed(stand, printed(stand, first));
	struct walk a = walk_of(first->root), b = walk_of(second->root);

	while (walk_next(&a)) {
		assert_true(walk_next(&b));
		assert_int_equal(a.node->kind, b.node->kind);
		assert_int_equal(a.entering, b.entering);
		assert_true(text_equal(a.node->at.file, b.node->at.file));
		assert_int_equal(a.node->at.column, b.node->at.column);
		if (a.node->kind == NODE_HEADING) {
			assert_int_equal(b.node->heading.level, 3);
			assert_text(b.node->heading.id, "uptake");
			assert_text(b.node->heading.number, "1.2");
		} else if (a.node->kind == NODE_LIST) {
			assert_int_equal(a.node->list.ordered, b.node->list.ordered);
			assert_int_equal(a.node->list.tight, b.node->list.tight);
			assert_int_equal(a.node->list.start, b.node->list.start);
			assert_int_equal(
				a.node->list.delimiter, b.node->list.delimiter);
		} else if (a.node->kind == NODE_CALLOUT) {
			assert_text(b.node->callout.country, "AZ");
			assert_text(b.node->callout.id, "country:AZ:1");
		} else if (a.node->kind == NODE_SECTION) {
			assert_int_equal(a.node->section.place, b.node->section.place);
		} else if (a.node->kind == NODE_CONTENTS) {
			assert_int_equal(b.node->contents.listed, LISTED_TABLES);
		} else if (a.node->kind == NODE_MENTION) {
			assert_true(
				text_equal(a.node->mention.from, b.node->mention.from));
			assert_true(text_equal(a.node->mention.to, b.node->mention.to));
		} else if (a.node->kind == NODE_CARD) {
			assert_text(b.node->card.title, "Cities & \"towns\"");
			assert_text(b.node->card.alt, "Towers");
		} else if (a.node->kind == NODE_CODE_BLOCK) {
			assert_text(b.node->code.info, "c \"x\"");
			assert_true(text_equal(a.node->code.text, b.node->code.text));
		} else if (a.node->kind == NODE_LINK) {
			assert_text(b.node->link.title, "a \"title\"");
		}
	}
	assert_false(walk_next(&b));
}

/* What cmark prints has no sections and a document type. */
static void
document_takes_the_xml_of_cmark(void **state)
{
	struct stand *stand = *state;
	const struct document *document = parsed(
		stand, TEXT("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			    "<!DOCTYPE document SYSTEM \"CommonMark.dtd\">\n"
			    "<document xmlns=\"http://commonmark.org/xml/1.0\">\n"
			    "  <heading level=\"1\">\n"
			    "    <text xml:space=\"preserve\">A title</text>\n"
			    "  </heading>\n"
			    "  <list type=\"ordered\" start=\"3\" delim=\"period\" "
			    "tight=\"true\">\n"
			    "    <item><paragraph><code xml:space=\"preserve\"> x "
			    "</code></paragraph>"
			    "</item>\n"
			    "  </list>\n"
			    "</document>\n"));
	const struct node *section = document->root->first, *list = section->last;

	assert_int_equal(section->kind, NODE_SECTION);
	assert_ptr_equal(section, document->root->last);
	assert_int_equal(section->first->heading.level, 1);
	assert_text(section->first->first->text, "A title");
	assert_int_equal(list->list.start, 3);
	assert_text(list->first->first->first->text, " x ");
}

static void
document_puts_every_block_into_a_section(void **state)
{
	struct stand *stand = *state;
	const struct document *document = parsed(stand,
		TEXT(OPEN "<paragraph/><thematic_break/><p:section id='a'/><paragraph/>"
			  "<p:section id='b'/></document>"));
	static const char *const ids[] = { "", "a", "", "b" };
	size_t count = 0;

	for (const struct node *node = document->root->first; node; node = node->next) {
		assert_int_equal(node->kind, NODE_SECTION);
		assert_ptr_equal(node->parent, document->root);
		assert_text(node->section.id, ids[count++]);
	}
	assert_int_equal(count, 4);
	assert_int_equal(document->root->first->last->kind, NODE_RULE);
}

static void
document_refuses_what_cannot_stand_there(void **state)
{
	static const char *const wrong[] = {
		"<text>x</text>",
		"<paragraph><paragraph/></paragraph>",
		"<paragraph><emph><list/></emph></paragraph>",
		"<list><paragraph/></list>",
		"<item/>",
		"<block_quote><p:section/></block_quote>",
		"<document/>",
		"<section/>",
		"<p:paragraph/>",
		"<table/>",
	};
	struct stand *stand = *state;

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct document *document = NULL;

		stand->diags->count = 0;
		if (document_parse(stand->arena, stand->diags, TEXT("stdin"),
			    text_format(stand->arena, OPEN "%s</document>", wrong[i]),
			    &document))
			fail_msg("taken: %s", wrong[i]);
		assert_diag(stand, DIAG_G102);
	}
}

static void
walk_enters_and_leaves_in_order(void **state)
{
	struct stand *stand = *state;
	const struct document *document =
		parsed(stand, TEXT(OPEN "<p:section><paragraph><text>a</text><emph/"
					"><softbreak/></paragraph>"
					"<thematic_break/></p:section></document>"));
	static const struct {
		char sign;
		enum node_kind kind;
	} path[] = { { '+', NODE_DOCUMENT }, { '+', NODE_SECTION },
		{ '+', NODE_PARAGRAPH }, { '+', NODE_TEXT }, { '+', NODE_EMPHASIS },
		{ '-', NODE_EMPHASIS }, { '+', NODE_SOFT_BREAK },
		{ '-', NODE_PARAGRAPH }, { '+', NODE_RULE }, { '-', NODE_SECTION },
		{ '-', NODE_DOCUMENT } };
	struct walk walk = walk_of(document->root);
	size_t count = 0;

	while (walk_next(&walk)) {
		assert_true(count < sizeof path / sizeof *path);
		assert_int_equal(walk.entering ? '+' : '-', path[count].sign);
		assert_int_equal(walk.node->kind, path[count++].kind);
	}
	assert_int_equal(count, sizeof path / sizeof *path);
}

static void
walk_stays_below_its_root(void **state)
{
	struct stand *stand = *state;
	struct node *parent =
		node_make(stand->arena, NODE_PARAGRAPH, (struct place){ 0 });
	struct node *leaf = added_text(stand, parent, NODE_TEXT, TEXT("a"));
	struct walk walk;

	added_text(stand, parent, NODE_TEXT, TEXT("b"));
	walk = walk_of(leaf);
	assert_true(walk_next(&walk));
	assert_ptr_equal(walk.node, leaf);
	assert_false(walk_next(&walk));
	walk = walk_of(NULL);
	assert_false(walk_next(&walk));
}

static void
node_unlink_mends_the_chain(void **state)
{
	struct stand *stand = *state;
	struct node *parent =
		node_make(stand->arena, NODE_PARAGRAPH, (struct place){ 0 });
	struct node *nodes[3];

	for (int i = 0; i < 3; i++)
		nodes[i] = added_text(stand, parent, NODE_TEXT, TEXT("x"));
	node_unlink(nodes[1]);
	assert_ptr_equal(nodes[0]->next, nodes[2]);
	assert_ptr_equal(nodes[2]->prev, nodes[0]);
	node_unlink(nodes[0]);
	assert_ptr_equal(parent->first, nodes[2]);
	node_unlink(nodes[2]);
	assert_null(parent->first);
	assert_null(parent->last);
	node_append(parent, nodes[1]);
	assert_ptr_equal(parent->last, nodes[1]);
	assert_null(nodes[1]->next);
}

static void
node_plain_is_one_line(void **state)
{
	struct stand *stand = *state;
	const struct document *document = parsed(stand,
		TEXT(OPEN "<heading level='1'><text>A "
			  "</text><strong><text>b</text></strong>"
			  "<softbreak/><code>c</code><linebreak/><html_inline>&lt;i&gt;"
			  "</html_inline><text>d</text></heading></document>"));

	assert_text(node_plain(stand->arena, document->root->first->first), "A b c d");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(document_reads_back_what_it_prints),
		STAND_TEST(document_keeps_every_field_of_its_nodes),
		STAND_TEST(document_takes_the_xml_of_cmark),
		STAND_TEST(document_puts_every_block_into_a_section),
		STAND_TEST(document_refuses_what_cannot_stand_there),
		STAND_TEST(walk_enters_and_leaves_in_order),
		STAND_TEST(walk_stays_below_its_root),
		STAND_TEST(node_unlink_mends_the_chain),
		STAND_TEST(node_plain_is_one_line),
	};

	return cmocka_run_group_tests_name("document", tests, NULL, NULL);
}
