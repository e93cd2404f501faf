#include "compare/revision.h"

#include <string.h>

#include "model/document.h"
#include "stand.h"

/* A document of a paragraph for each word. */
static struct document *
said(struct stand *stand, const char *words)
{
	struct document *document = document_make(stand->arena);
	struct node *section =
		node_make(stand->arena, NODE_SECTION, (struct place){ 0 });
	struct text rest = text_of(words), word;

	node_append(document->root, section);
	while (text_cut(&rest, ' ', &word)) {
		struct node *paragraph =
			node_make(stand->arena, NODE_PARAGRAPH, (struct place){ 0 });
		struct node *text =
			node_make(stand->arena, NODE_TEXT, (struct place){ 0 });

		text->text = word;
		node_append(paragraph, text);
		node_append(section, paragraph);
	}
	return document;
}

/* The words that are marked, "b c"; one before which something is gone has a stroke. */
static const char *
marked(struct stand *stand, const char *before, const char *now)
{
	struct document *document = said(stand, now);
	struct buffer marks = buffer_make(stand->arena);

	revision_mark(stand->arena, document, said(stand, before));
	for (const struct node *node = document->root->first->first; node;
		node = node->next) {
		if (node->change == CHANGE_NONE)
			continue;
		if (marks.size)
			buffer_byte(&marks, ' ');
		if (node->change == CHANGE_GAP)
			buffer_byte(&marks, '/');
		buffer_add(&marks, node->first->text);
	}
	buffer_byte(&marks, '\0');
	return marks.at;
}

static void
revision_marks_what_is_new(void **state)
{
	struct stand *stand = *state;

	assert_string_equal(marked(stand, "a b c", "a b c"), "");
	assert_string_equal(marked(stand, "a b c", "a x b c"), "x");
	assert_string_equal(marked(stand, "a b c", "a x c"), "x");
	assert_string_equal(marked(stand, "", "a b"), "a b");
	assert_string_equal(marked(stand, "a b", ""), "");
}

static void
revision_marks_what_stands_behind_a_gap(void **state)
{
	struct stand *stand = *state;

	assert_string_equal(marked(stand, "a b c", "a c"), "/c");
	assert_string_equal(marked(stand, "a b c", "b c"), "/b");
	assert_string_equal(marked(stand, "a b c d", "a x d"), "x /d");
	assert_string_equal(marked(stand, "a b c d", "a x y d"), "x y");
}

static void
revision_passes_over_what_moved(void **state)
{
	struct stand *stand = *state;

	assert_string_equal(marked(stand, "a b c d", "c d a b"), "");
}

/* What stands more than once is known by what is beside it. */
static void
revision_tells_repeated_blocks_apart(void **state)
{
	struct stand *stand = *state;

	assert_string_equal(marked(stand, "s s s", "s s s"), "");
	assert_string_equal(marked(stand, "a s b s c", "a s b x s c"), "x");
	assert_string_equal(marked(stand, "a s b s c", "a s b s s c"), "s");
	assert_string_equal(marked(stand, "a s b s c", "a b s c"), "/b");
}

static void
revision_sees_more_than_text(void **state)
{
	struct stand *stand = *state;
	struct document *now = said(stand, "a b"), *before = said(stand, "a b");
	struct node *link = node_make(stand->arena, NODE_LINK, (struct place){ 0 });

	link->link.url = TEXT("https://unhabitat.org");
	node_append(now->root->first->last, link);
	revision_mark(stand->arena, now, before);
	assert_int_equal(now->root->first->first->change, CHANGE_NONE);
	assert_int_equal(now->root->first->last->change, CHANGE_TEXT);
}

/* Where a report lies says nothing; all else that a picture has does. */
static void
revision_knows_pictures_by_their_names(void **state)
{
	static const char *const files[] = { "old/forum.jpg", "new/forum.jpg",
		"new/town.jpg" };
	struct stand *stand = *state;
	struct document *documents[3];

	for (size_t i = 0; i < 3; i++) {
		struct node *figure =
			node_make(stand->arena, NODE_FIGURE, (struct place){ 0 });
		struct node *picture =
			node_make(stand->arena, NODE_PICTURE, (struct place){ 0 });

		documents[i] = said(stand, "a");
		picture->picture.file = text_of(files[i]);
		node_append(figure, picture);
		node_append(documents[i]->root->first, figure);
	}
	revision_mark(stand->arena, documents[1], documents[0]);
	assert_int_equal(documents[1]->root->first->last->change, CHANGE_NONE);
	revision_mark(stand->arena, documents[2], documents[0]);
	assert_int_equal(documents[2]->root->first->last->change, CHANGE_TEXT);
	documents[1]->root->first->last->first->picture.alt = TEXT("A forum");
	revision_mark(stand->arena, documents[1], documents[0]);
	assert_int_equal(documents[1]->root->first->last->change, CHANGE_TEXT);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(revision_marks_what_is_new),
		STAND_TEST(revision_marks_what_stands_behind_a_gap),
		STAND_TEST(revision_passes_over_what_moved),
		STAND_TEST(revision_tells_repeated_blocks_apart),
		STAND_TEST(revision_sees_more_than_text),
		STAND_TEST(revision_knows_pictures_by_their_names),
	};

	return cmocka_run_group_tests_name("revision", tests, NULL, NULL);
}
