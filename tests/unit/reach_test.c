#include <libxml/parser.h>
#include <libxml/tree.h>

#include "model/fields.h"
#include "model/reach.h"
#include "stand.h"

/* Things have parts and point to makers; reports have none of these. */
static const char schema[] =
	"<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' "
	"xmlns:p='urn:plgs:schema:1'>"
	"<xs:simpleType name='colour'><xs:restriction base='xs:string'>"
	"<xs:enumeration value='red'/><xs:enumeration value='blue'/>"
	"</xs:restriction></xs:simpleType>"
	"<xs:complexType name='names'><xs:all>"
	"<xs:element name='en' type='xs:string'/></xs:all></xs:complexType>"
	"<xs:complexType name='maker'><xs:all>"
	"<xs:element name='id' type='xs:string' p:identifies='maker'/>"
	"<xs:element name='names' type='names'/></xs:all></xs:complexType>"
	"<xs:complexType name='thing'><xs:all>"
	"<xs:element name='id' type='xs:string' p:identifies='thing'/>"
	"<xs:element name='colour' type='colour'/>"
	"<xs:element name='maker' type='xs:string' p:refers-to='maker'/>"
	"<xs:element name='parts'><xs:complexType><xs:sequence>"
	"<xs:element name='item' type='thing'/></xs:sequence></xs:complexType>"
	"</xs:element></xs:all></xs:complexType>"
	"<xs:complexType name='shop'><xs:all>"
	"<xs:element name='things'><xs:complexType><xs:sequence>"
	"<xs:element name='item' type='thing'/></xs:sequence></xs:complexType>"
	"</xs:element>"
	"<xs:element name='makers'><xs:complexType><xs:sequence>"
	"<xs:element name='item' type='maker'/></xs:sequence></xs:complexType>"
	"</xs:element></xs:all></xs:complexType>"
	"<xs:complexType name='report'><xs:all>"
	"<xs:element name='year' type='xs:string'/></xs:all></xs:complexType>"
	"<xs:element name='shop' type='shop'/>"
	"<xs:element name='report' type='report'/>"
	"</xs:schema>";

static const struct reach_function functions[] = {
	{ TEXT_CONSTANT("record"), 1, 2, REACH_RECORD, NULL, NULL },
	{ TEXT_CONSTANT("report"), 0, 0, REACH_REPORT, NULL, NULL },
	{ TEXT_CONSTANT("current"), 0, 0, REACH_SUBJECT, NULL, NULL },
	{ TEXT_CONSTANT("words"), 1, 1, REACH_VALUE, NULL, NULL },
};

static struct reach_world
world_make(struct stand *stand)
{
	xmlDoc *tree = xmlReadMemory(schema, sizeof schema - 1, NULL, NULL, 0);
	struct reach_world world = { .terrain = { stand->arena,
					     fields_make(stand->arena, tree), NULL },
		.diags = stand->diags,
		.functions = functions,
		.function_count = sizeof functions / sizeof *functions,
		.unknown = DIAG_C106,
		.never = DIAG_C111 };

	xmlFreeDoc(tree);
	return world;
}

/* From a shop, of which the things were gone through; $t is one of them. */
static bool
check(struct stand *stand, const char *from, const char *expression)
{
	struct reach_world world = world_make(stand);
	struct reach_from start = { .node = reach_records(stand->arena) };
	struct reach_variable variable = { .name = TEXT("t") };
	const struct reach *reach;

	if (*from)
		assert_true(reach_check(&world, text_of(from), (struct place){ 0 },
			&start, &start.node));
	variable.reach = start.node;
	start.variables = &variable;
	return reach_check(&world, text_of(expression),
		(struct place){ .file = TEXT("t.md"), .line = 1, .column = 1 }, &start,
		&reach);
}

#define THINGS "file/shop/things/item"

static void
reach_follows_a_path(void **state)
{
	static const char *const good[] = { "id", ".", "..", "../item",
		"../../makers/item", "parts/item/parts/item/colour", "//shop",
		"/records/file/shop", "record(maker)/names/en",
		"record('maker', 'x')/names", "report()/year", "current()/colour",
		"$t/id", "parts/item[colour = 'red'][2]/id",
		"count(parts/item) > 2 and not(colour)", "*[1]", "self::item/id",
		"ancestor::shop/things", "parts//colour", "preceding-sibling::item/id",
		"descendant::colour", "id | colour", "(parts/item)[1]/id", "-1 + 2 * 3",
		"words(2 div 1)", "text()", "parts/node()", "colour != 'blue'",
		"record(id)/anything-is-not-known[id]", "'a' = colour" };

	for (size_t i = 0; i < 28; i++)
		assert_true(check(*state, THINGS, good[i]));
}

/* The expression is refused at the column, with that help. */
static void
refuses(struct stand *stand, const char *expression, enum diag_code code,
	uint32_t column, const char *help)
{
	const struct diag *last;

	assert_false(check(stand, THINGS, expression));
	last = &stand->diags->items[stand->diags->count - 1];
	assert_int_equal(last->code, code);
	assert_int_equal(last->at.column, column);
	assert_text(last->help, help);
}

static void
reach_knows_which_names_lead_nowhere(void **state)
{
	struct stand *stand = *state;

	refuses(stand, "colur", DIAG_C106, 1, "did you mean \"colour\"?");
	/* It is a field, but not one of a thing. */
	refuses(stand, "year", DIAG_C106, 1, "it has id, colour, maker, parts");
	refuses(stand, "parts/id", DIAG_C106, 7, "it has item");
	refuses(stand, "parts/item[yeer = 1]", DIAG_C106, 12,
		"it has id, colour, maker, parts");
	refuses(stand, "record(maker)/name", DIAG_C106, 15, "did you mean \"names\"?");
	refuses(stand, "record('makr', 'x')", DIAG_C106, 9, "did you mean \"maker\"?");
	refuses(stand, "report()/yaer", DIAG_C106, 10, "did you mean \"year\"?");
	refuses(stand, "$u/id", DIAG_C106, 2,
		"such names come from as=\"…\", and from the tag that puts a file in");
	refuses(stand, "$t/idd", DIAG_C106, 4, "did you mean \"id\"?");
	refuses(stand, "../itm", DIAG_C106, 4, "did you mean \"item\"?");
	refuses(stand, "id/en", DIAG_C106, 4, "");
	refuses(stand, "word(1)", DIAG_C106, 1, "did you mean \"words\"?");
	refuses(stand, "words(1, 2)", DIAG_C106, 1, "it takes 1");
	refuses(stand, "count()", DIAG_C106, 1, "it takes 1");
	refuses(stand, "contains(id, clour)", DIAG_C106, 14,
		"did you mean \"colour\"?");
}

static void
reach_knows_values_that_a_field_never_has(void **state)
{
	struct stand *stand = *state;

	refuses(stand, "colour = 'bleu'", DIAG_C111, 11, "did you mean \"blue\"?");
	refuses(stand, "parts/item['rd' != colour]", DIAG_C111, 13,
		"did you mean \"red\"?");
	assert_true(check(stand, THINGS, "colour = ''"));
	assert_true(check(stand, THINGS, "id = 'bleu'"));
}

/* One fault in a path hides what follows in it, and nothing else. */
static void
reach_tells_each_fault_once(void **state)
{
	struct stand *stand = *state;

	assert_false(check(stand, THINGS, "foo/bar/id = 1 or baz and colour = 'x'"));
	assert_int_equal(stand->diags->errors, 4);
}

static void
reach_ends_whatever_it_is_given(void **state)
{
	static const char *const bad[] = { "", "[", "]", "a[", "f(", "f(,", "(((", "'a",
		"$", "/", "//", "::", "a::", "@", "a b", "1 1", ")", "a]b", "and",
		"*/*/*//*//*" };
	struct buffer deep = buffer_make(((struct stand *)*state)->arena);

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		check(*state, "", bad[i]);
	buffer_fill(&deep, '(', 1000);
	buffer_byte(&deep, '\0');
	check(*state, "", deep.at);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(reach_follows_a_path),
		STAND_TEST(reach_knows_which_names_lead_nowhere),
		STAND_TEST(reach_knows_values_that_a_field_never_has),
		STAND_TEST(reach_tells_each_fault_once),
		STAND_TEST(reach_ends_whatever_it_is_given),
	};

	return cmocka_run_group_tests_name("reach", tests, NULL, NULL);
}
