#include <libxml/parser.h>
#include <libxml/tree.h>

#include "model/fields.h"
#include "stand.h"

static const char schema[] =
	"<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' "
	"xmlns:p='urn:plgs:schema:1'>"
	"<xs:simpleType name='code' p:says='Write two capitals.  No more.'>"
	"<xs:restriction base='xs:string'><xs:minLength value='1'/>"
	"<xs:maxLength value='2'/><xs:pattern value='[A-Z]+'/>"
	"<xs:pattern value='[0-9]+'/></xs:restriction>"
	"</xs:simpleType>"
	"<xs:simpleType name='day'><xs:restriction base='xs:date'/></xs:simpleType>"
	"<xs:simpleType name='when'><xs:union memberTypes='day code'/></xs:simpleType>"
	"<xs:simpleType name='colour' p:codelist='colours'>"
	"<xs:restriction base='xs:string'>"
	"<xs:enumeration value='red' "
	"p:requires='when' p:expects='id' "
	"p:known-as='rouge|rojo' p:open='begun'><xs:annotation><xs:documentation>"
	"Like\n fire.</xs:documentation></xs:annotation></xs:enumeration>"
	"<xs:enumeration value='blue'/>"
	"</xs:restriction></xs:simpleType>"
	"<xs:complexType name='thing' p:requires='when|parts' "
	"p:known-by='colour when' p:languages='true'><xs:all>"
	"<xs:element name='id' type='code' p:identifies='thing' p:example='AZ'/>"
	"<xs:element name='colour' type='colour' p:example='a: b' p:internal='true'>"
	"<xs:annotation><xs:documentation>\n\tHow it\n\tlooks.\n"
	"</xs:documentation></xs:annotation></xs:element>"
	"<xs:element name='when' type='when' minOccurs='0' p:change='date' "
	"p:continues='true' p:original='true'/>"
	"<xs:element name='parts' minOccurs='0'><xs:complexType><xs:sequence>"
	"<xs:element name='item' type='thing' maxOccurs='unbounded'/>"
	"</xs:sequence></xs:complexType></xs:element>"
	"</xs:all></xs:complexType>"
	"<xs:element name='thing' type='thing'/>"
	"</xs:schema>";

static const struct field *
root(struct stand *stand)
{
	xmlDoc *tree = xmlReadMemory(schema, sizeof schema - 1, NULL, NULL, 0);
	const struct fields *fields = fields_make(stand->arena, tree);
	const struct field *field = fields_root(fields, TEXT("thing"));

	xmlFreeDoc(tree);
	return field;
}

static const struct field *
key(const struct field *map, const char *name)
{
	size_t index = fields_index(map->type, text_of(name));

	assert_true(index < map->type->count);
	return &map->type->fields[index];
}

static void
fields_tell_maps_lists_and_values_apart(void **state)
{
	const struct field *thing = root(*state);

	assert_int_equal(thing->type->kind, TYPE_MAP);
	assert_int_equal(thing->type->count, 4);
	assert_int_equal(key(thing, "parts")->type->kind, TYPE_LIST);
	assert_int_equal(key(thing, "id")->type->kind, TYPE_VALUE);
	assert_true(key(thing, "id")->required);
	assert_false(key(thing, "when")->required);
	assert_ptr_equal(thing->type->identity, key(thing, "id"));
	assert_int_equal(fields_index(thing->type, TEXT("size")), 4);
}

static void
fields_let_a_type_hold_itself(void **state)
{
	const struct field *thing = root(*state);

	assert_ptr_equal(key(thing, "parts")->type->fields[0].type, thing->type);
}

static void
fields_know_what_a_value_may_be(void **state)
{
	const struct field *thing = root(*state);

	assert_int_equal(key(thing, "id")->type->most, 2);
	assert_text(key(thing, "id")->type->says, "write two capitals. No more");
	assert_int_equal(key(thing, "colour")->type->choice_count, 2);
	assert_text(key(thing, "colour")->type->choices[1].value, "blue");
	assert_true(key(thing, "when")->type->is_date);
	assert_false(key(thing, "id")->type->is_date);
}

static void
fields_know_what_the_schema_tells_of_them(void **state)
{
	const struct field *thing = root(*state);
	const struct field *colour = key(thing, "colour");

	assert_text(thing->type->name, "thing");
	assert_text(thing->type->requires, "when|parts");
	assert_ptr_equal(fields_head(thing->type, TEXT("when")), key(thing, "when"));
	assert_ptr_equal(
		fields_head(thing->type, TEXT("parts/item")), key(thing, "parts"));
	assert_ptr_equal(
		fields_head(thing->type, TEXT("colour=red")), key(thing, "colour"));
	assert_null(fields_head(thing->type, TEXT("size")));
	assert_text(colour->hint, "How it looks.");
	assert_true(colour->internal);
	assert_false(thing->internal);
	assert_text(colour->type->choices[0].hint, "Like fire.");
	assert_text(colour->type->choices[0].requires, "when");
	assert_text(colour->type->choices[0].expects, "id");
	assert_text(colour->type->choices[0].known_as, "rouge|rojo");
	assert_text(colour->type->codelist, "colours");
	assert_int_equal(key(thing, "parts")->most, 1);
	assert_int_equal(key(thing, "parts")->type->fields[0].most, 0);
}

static void
fields_know_the_shape_of_a_value(void **state)
{
	const struct field *thing = root(*state);
	const struct type *when = key(thing, "when")->type;

	assert_text(key(thing, "id")->type->builtin, "xs:string");
	assert_text(key(thing, "id")->type->pattern, "[A-Z]+|[0-9]+");
	assert_int_equal(key(thing, "id")->type->least, 1);
	assert_int_equal(when->member_count, 2);
	assert_text(when->members[0]->builtin, "xs:date");
	assert_text(when->pattern, "");
}

static void
fields_know_what_changes_with_them(void **state)
{
	const struct field *thing = root(*state);
	const struct field *when = key(thing, "when"), *colour = key(thing, "colour");

	assert_text(when->change, "date");
	assert_true(when->continues && when->original);
	assert_text(colour->change, "");
	assert_false(colour->continues || colour->original);
	assert_text(colour->type->choices[0].open, "begun");
	assert_text(colour->type->choices[1].open, "");
	assert_text(thing->type->known_by, "colour when");
	assert_true(thing->type->has_languages);
	assert_false(key(thing, "parts")->type->has_languages);
}

static void
fields_list_their_roots(void **state)
{
	struct stand *stand = *state;
	xmlDoc *tree = xmlReadMemory(schema, sizeof schema - 1, NULL, NULL, 0);
	const struct fields *fields = fields_make(stand->arena, tree);

	assert_ptr_equal(fields_root_at(fields, 0), fields_root(fields, TEXT("thing")));
	assert_null(fields_root_at(fields, 1));
	xmlFreeDoc(tree);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(fields_tell_maps_lists_and_values_apart),
		STAND_TEST(fields_let_a_type_hold_itself),
		STAND_TEST(fields_know_what_a_value_may_be),
		STAND_TEST(fields_know_what_the_schema_tells_of_them),
		STAND_TEST(fields_know_the_shape_of_a_value),
		STAND_TEST(fields_know_what_changes_with_them),
		STAND_TEST(fields_list_their_roots),
	};

	return cmocka_run_group_tests_name("fields", tests, NULL, NULL);
}
