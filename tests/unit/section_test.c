#include "model/document.h"
#include "parse/section.h"
#include "stand.h"

static void
slug_is(struct stand *stand, const char *title, const char *slug)
{
	assert_text(section_slug(stand->arena, text_of(title)), slug);
}

static void
section_slug_keeps_letters_of_every_script(void **state)
{
	struct stand *stand = *state;

	slug_is(stand, "Uptake of Tools at Country Level",
		"uptake-of-tools-at-country-level");
	slug_is(stand, "2.1 Água & “Cidades” — hoje?", "2-1-Água-cidades-hoje");
	slug_is(stand, "المنتدى الحضري", "المنتدى-الحضري");
	slug_is(stand, "国土交通部（韩国）", "国土交通部-韩国");
	slug_is(stand, "UN-Habitat's year", "un-habitats-year");
	slug_is(stand, "  --  ", "section");
	slug_is(stand, "", "section");
}

static struct node *
node_add(struct stand *stand, struct node *parent, enum node_kind kind)
{
	struct node *node = node_make(stand->arena, kind, (struct place){ 0 });

	node_append(parent, node);
	return node;
}

static struct node *
heading_add(struct stand *stand, struct node *section, int level, const char *title)
{
	struct node *heading = node_add(stand, section, NODE_HEADING);

	heading->heading.level = level;
	node_add(stand, heading, NODE_TEXT)->text = text_of(title);
	return heading;
}

static void
section_gives_ids_that_nothing_else_has(void **state)
{
	struct stand *stand = *state;
	struct document *document = document_make(stand->arena);
	struct node *section = node_add(stand, document->root, NODE_SECTION);
	struct node *first = heading_add(stand, section, 2, "Annex");
	struct node *second = heading_add(stand, section, 2, "Annex");
	struct node *taken = heading_add(stand, section, 2, "Annex 2");

	section->section.id = TEXT("annex");
	section_name(stand->arena, stand->diags, document);
	assert_text(section->section.id, "annex");
	assert_text(first->heading.id, "annex-2");
	assert_text(second->heading.id, "annex-3");
	assert_text(taken->heading.id, "annex-2-2");
}

static void
section_numbers_headings_afresh_in_each_section(void **state)
{
	struct stand *stand = *state;
	struct document *document = document_make(stand->arena);
	struct node *one = node_add(stand, document->root, NODE_SECTION);
	struct node *two = node_add(stand, document->root, NODE_SECTION);
	struct node *title = heading_add(stand, one, 1, "Title");
	struct node *first = heading_add(stand, one, 2, "First");
	struct node *deep = heading_add(stand, one, 3, "Deep");
	struct node *again = heading_add(stand, one, 1, "Again");
	struct node *second = heading_add(stand, two, 2, "Second");

	one->section.number = TEXT("IV");
	two->section.number = TEXT("V");
	section_name(stand->arena, stand->diags, document);
	assert_text(title->heading.number, "IV");
	assert_text(first->heading.number, "1");
	assert_text(deep->heading.number, "");
	assert_text(again->heading.number, "");
	assert_text(second->heading.number, "1");
}

static void
section_leaves_a_plain_text_without_numbers(void **state)
{
	struct stand *stand = *state;
	struct document *document = document_make(stand->arena);
	struct node *section = node_add(stand, document->root, NODE_SECTION);
	struct node *title = heading_add(stand, section, 1, "A title");
	struct node *first = heading_add(stand, section, 2, "First");

	section_name(stand->arena, stand->diags, document);
	assert_text(title->heading.number, "");
	assert_text(first->heading.number, "");
	assert_text(document->title, "A title");
	assert_text(document->language, "en");
}

static void
section_gives_ids_to_thousands_of_equal_headings(void **state)
{
	struct stand *stand = *state;
	struct document *document = document_make(stand->arena);
	struct node *section = node_add(stand, document->root, NODE_SECTION);
	struct node *last = NULL;

	for (int i = 0; i < 20000; i++)
		last = heading_add(stand, section, 2, "Same");
	section_name(stand->arena, stand->diags, document);
	assert_text(last->heading.id, "same-20000");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(section_slug_keeps_letters_of_every_script),
		STAND_TEST(section_gives_ids_that_nothing_else_has),
		STAND_TEST(section_numbers_headings_afresh_in_each_section),
		STAND_TEST(section_leaves_a_plain_text_without_numbers),
		STAND_TEST(section_gives_ids_to_thousands_of_equal_headings),
	};

	return cmocka_run_group_tests_name("section", tests, NULL, NULL);
}
