#include "base/json.h"

#include "stand.h"

static void
json_sets_commas_between_members_alone(void **state)
{
	struct stand *stand = *state;
	struct buffer out = buffer_make(stand->arena);
	struct json json = json_start(&out);

	json_open(&json, NULL, '{');
	json_open(&json, "none", '[');
	json_close(&json, ']');
	json_number(&json, "count", 3);
	json_flag(&json, "done", false);
	json_text_if(&json, "left out", TEXT(""));
	json_number_if(&json, "left out", 0);
	json_open(&json, "words", '[');
	json_string(&json, NULL, "a");
	json_string(&json, NULL, "b");
	json_close(&json, ']');
	json_close(&json, '}');
	assert_text(buffer_text(&out), "{\n  \"none\": [],\n  \"count\": 3,\n"
				       "  \"done\": false,\n  \"words\": [\n"
				       "    \"a\",\n    \"b\"\n  ]\n}\n");
}

static void
json_writes_what_every_reader_takes(void **state)
{
	struct stand *stand = *state;
	struct buffer out = buffer_make(stand->arena);
	struct json json = json_start(&out);

	json_text(&json, NULL, TEXT("\"\\\n\t\x01\x7f é \xff"));
	assert_text(
		buffer_text(&out), "\"\\\"\\\\\\n\\t\\u0001\\u007f é \xef\xbf\xbd\"");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(json_sets_commas_between_members_alone),
		STAND_TEST(json_writes_what_every_reader_takes),
	};

	return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
