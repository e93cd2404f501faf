#include "model/sample.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include "model/fields.h"
#include "stand.h"

static const char schema[] =
	"<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' "
	"xmlns:p='urn:plgs:schema:1'>"
	"<xs:simpleType name='text'><xs:restriction base='xs:string'/></xs:simpleType>"
	"<xs:complexType name='part'><xs:all>"
	"<xs:element name='id' type='text' p:example='AZ'/>"
	"<xs:element name='colour' type='text' p:example='a: b'/>"
	"<xs:element name='size' type='text' minOccurs='0' p:example='2'/>"
	"</xs:all></xs:complexType>"
	"<xs:complexType name='thing'><xs:all>"
	"<xs:element name='parts'><xs:complexType><xs:sequence>"
	"<xs:element name='item' type='part' maxOccurs='unbounded'/>"
	"</xs:sequence></xs:complexType></xs:element>"
	"<xs:element name='whole' type='part' p:example='KH'/>"
	"</xs:all></xs:complexType>"
	"<xs:element name='thing' type='thing'/>"
	"</xs:schema>";

static void
sample_is_yaml_with_what_is_required(void **state)
{
	struct stand *stand = *state;
	struct buffer sample = buffer_make(stand->arena);
	xmlDoc *tree = xmlReadMemory(schema, sizeof schema - 1, NULL, NULL, 0);
	const struct fields *fields = fields_make(stand->arena, tree);

	sample_print(fields_within(fields_root(fields, TEXT("thing")), TEXT("parts")),
		&sample);
	assert_text(buffer_text(&sample), "parts: [{id: AZ, colour: \"a: b\"}]");
	xmlFreeDoc(tree);
}

static void
sample_takes_the_example_of_a_map_for_its_first_key(void **state)
{
	struct stand *stand = *state;
	struct buffer sample = buffer_make(stand->arena);
	xmlDoc *tree = xmlReadMemory(schema, sizeof schema - 1, NULL, NULL, 0);
	const struct fields *fields = fields_make(stand->arena, tree);

	sample_print(fields_within(fields_root(fields, TEXT("thing")), TEXT("whole")),
		&sample);
	assert_text(buffer_text(&sample), "whole: {id: KH, colour: \"a: b\"}");
	xmlFreeDoc(tree);
}

static void
sample_quotes_what_yaml_would_misread(void **state)
{
	static const char *const pairs[][2] = { { "AZ", "AZ" }, { "a:b", "a:b" },
		{ "a: b", "\"a: b\"" }, { "- a", "\"- a\"" }, { "", "\"\"" },
		{ "say \"x\\y\"", "\"say \\\"x\\\\y\\\"\"" }, { "a #1", "\"a #1\"" } };
	struct stand *stand = *state;

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		struct buffer quoted = buffer_make(stand->arena);

		sample_quote(text_of(pairs[i][0]), &quoted);
		assert_text(buffer_text(&quoted), pairs[i][1]);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(sample_is_yaml_with_what_is_required),
		STAND_TEST(sample_takes_the_example_of_a_map_for_its_first_key),
		STAND_TEST(sample_quotes_what_yaml_would_misread),
	};

	return cmocka_run_group_tests_name("sample", tests, NULL, NULL);
}
