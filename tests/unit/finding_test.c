#include <libxml/tree.h>

#include "model/rulebook.h"
#include "stand.h"
#include "validate/finding.h"

static struct phrase style[] = {
	{ TEXT_CONSTANT("program"), TEXT_CONSTANT("programme"), NULL },
	{ TEXT_CONSTANT("Tanzania"), TEXT_CONSTANT("the United Republic of Tanzania"),
		NULL },
};
static struct phrases lists = {
	.name = TEXT_CONSTANT("style"),
	.items = style,
	.count = 2,
};
static const struct rulebook book = { .phrases = &lists };

/* Whether `source` finds something in <en>text</en>. */
static bool
finds(const char *source, const char *text)
{
	xmlNode *node = xmlNewNode(NULL, BAD_CAST "en");
	struct finding finding;
	bool found;

	if (!lists.heads['p' % PHRASES_LETTERS])
		phrases_seal(&lists);
	assert_true(finding_read(&book, text_of(source), &finding));
	xmlNodeAddContent(node, BAD_CAST text);
	found = finding.finds(&finding, node);
	xmlFreeNode(node);
	return found;
}

static void
finding_tells_what_it_looks_for(void **state)
{
	(void)state;
	assert_true(finds("begins http:", "http://example.org"));
	assert_false(finds("begins http:", "https://example.org"));
	assert_true(finds("digit-first", " 12 people came."));
	assert_false(finds("digit-first", "They were 12."));
	assert_true(finds("foreign-script", "сельский форум"));
	assert_false(finds("foreign-script", "A forum, форум"));
	assert_true(finds("holds ~?", "2023-12?"));
	assert_false(finds("holds ~?", "2023-12"));
	assert_true(finds("other-than en", "pt"));
	assert_false(finds("other-than en", "en"));
	assert_true(finds("words-beyond 2 3", "one"));
	assert_false(finds("words-beyond 2 3", "one two"));
	assert_false(finds("words-beyond 2 3", "one two three"));
	assert_true(finds("words-beyond 2 3", "one two three four"));
}

static void
finding_mentions_whole_words_only(void **state)
{
	(void)state;
	assert_true(finds("mentions style", "program"));
	assert_true(finds("mentions style", "The Program began"));
	assert_true(finds("mentions style", "(program)"));
	assert_false(finds("mentions style", "programme"));
	assert_false(finds("mentions style", "subprogram"));
	assert_false(finds("mentions style", ""));
}

static void
finding_leaves_a_name_alone_inside_the_better_one(void **state)
{
	(void)state;
	assert_true(finds("mentions style", "In Tanzania it began."));
	assert_true(finds("mentions style", "the Republic of Tanzania"));
	assert_false(finds("mentions style", "the United Republic of Tanzania"));
	assert_false(finds("mentions style", "United Republic of Tanzania"));
	assert_true(
		finds("mentions style", "United Republic of Tanzania, or Tanzania"));
}

static void
finding_refuses_what_cannot_be_looked_for(void **state)
{
	struct finding finding;

	(void)state;
	assert_false(finding_read(&book, TEXT(""), &finding));
	assert_false(finding_read(&book, TEXT("nothing"), &finding));
	assert_false(finding_read(&book, TEXT("mixed up"), &finding));
	assert_false(finding_read(&book, TEXT("begins"), &finding));
	assert_false(finding_read(&book, TEXT("mentions names"), &finding));
	assert_false(finding_read(&book, TEXT("words-beyond 2"), &finding));
	assert_false(finding_read(&book, TEXT("words-beyond two 3"), &finding));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finding_tells_what_it_looks_for),
		cmocka_unit_test(finding_mentions_whole_words_only),
		cmocka_unit_test(finding_leaves_a_name_alone_inside_the_better_one),
		cmocka_unit_test(finding_refuses_what_cannot_be_looked_for),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
