#include "base/files.h"
#include "compose/expand.h"
#include "compose/prose.h"
#include "compose/speech.h"
#include "compose/template.h"
#include "model/query.h"
#include "model/records.h"
#include "model/registry.h"
#include "stage.h"
#include "stand.h"

/* libxml2's, which only the room itself sees. */
struct _xmlNode *xmlDocGetRootElement(const struct _xmlDoc *);

static const char stream[] =
	"<records><file path='r.yaml'><report><year>2023</year></report></file>"
	"<file path='c.yaml'><register><countries>"
	"<item><iso2>KH</iso2><name><en>Cambodia</en><fr>Cambodge</fr></name></item>"
	"<item><iso2>EG</iso2><name><en>Egypt</en><fr>Égypte</fr></name></item>"
	"<item><iso2>AZ</iso2><name><en>Azerbaijan</en></name></item>"
	"</countries></register></file>"
	"<file path='m.yaml'><submission><milestones>"
	"<item><id>m-1</id><title>One *star*</title><country>KH</country>"
	"<date>2023-05</date><value>7</value></item>"
	"<item><id>m-2</id><title>Two</title><country>AZ</country>"
	"<url>https://example.org/a b</url><value>12</value></item>"
	"<item><id>m-3</id><title>Three</title><country>EG</country>"
	"<url>javascript:x</url></item>"
	"</milestones></submission></file></records>";

/* What compose has at hand, less the schemas. */
struct kit {
	struct records *records;
	struct queries *queries;
	struct speaker speaker;
	struct template_shop shop;
};

static struct _xmlNode *
record_find(void *registry, struct text kind, struct text id)
{
	return registry_find(registry, kind, id);
}

static struct kit *
kit_make(struct stand *stand, const char *language, struct files *files)
{
	struct kit *kit = arena_make(stand->arena, struct kit);

	assert_true(records_parse(stand->arena, stand->diags, TEXT("stream"),
		text_of(stream), &kit->records));
	kit->speaker = (struct speaker){ .arena = stand->arena,
		.diags = stand->diags,
		.language = text_of(language),
		.report = records_root(kit->records, "report") };
	kit->queries = queries_make(stand->arena, stand->diags,
		&(struct query_setup){ .find = record_find,
			.finder = registry_make(stand->arena, kit->records, NULL),
			.report = records_root(kit->records, "report"),
			.language = text_of(language),
			.functions = speech_functions,
			.hints = speech_hints,
			.owner = &kit->speaker,
			.bound = speaker_bound,
			.unreadable = DIAG_C105,
			.unknown = DIAG_C106,
			.unanswered = DIAG_C109,
			.never = DIAG_C111,
			.inexact = DIAG_C113,
			.is_template = true,
			.most_steps = 2000000 });
	kit->shop = (struct template_shop){ .arena = stand->arena,
		.diags = stand->diags,
		.queries = kit->queries,
		.files = files };
	return kit;
}

static bool
fill_from(struct stand *stand, const char *language, const char *template,
	struct files *files, struct text *ret_text)
{
	struct kit *kit = kit_make(stand, language, files);
	struct prose prose = prose_make(stand->arena);
	struct part *parts;

	if (!template_parse(&kit->shop, TEXT("t.md"), text_of(template), &parts) ||
		!expand_parts(&kit->speaker, kit->queries, parts,
			xmlDocGetRootElement(kit->records->xml), &prose))
		return false;
	*ret_text = buffer_text(&prose.buffer);
	return true;
}

static bool
fill(struct stand *stand, const char *language, const char *template,
	struct text *ret_text)
{
	return fill_from(stand, language, template, NULL, ret_text);
}

static void
gives(struct stand *stand, const char *template, const char *wanted)
{
	struct text text = TEXT("");

	assert_true(fill(stand, "en", template, &text));
	assert_text(text, wanted);
}

/* The template is refused at line and column, with this code. */
static void
refuses(struct stand *stand, const char *template, enum diag_code code, uint32_t line,
	uint32_t column)
{
	const struct diag *last;
	struct text text;

	assert_false(fill(stand, "en", template, &text));
	assert_true(stand->diags->count > 0);
	last = &stand->diags->items[stand->diags->count - 1];
	assert_string_equal(diag_entry(last->code)->code, diag_entry(code)->code);
	assert_text(last->at.file, "t.md");
	assert_int_equal(last->at.line, line);
	assert_int_equal(last->at.column, column);
}

static void
template_puts_values_in_escaped(void **state)
{
	gives(*state, "A {{//item[id = 'm-1']/title}} b", "A One \\*star\\* b");
	gives(*state, "[{{//item/id[. = 'm-2']}}]({{url //item[id = 'm-2']/url}})",
		"[m-2](https://example.org/a%20b)");
}

static void
template_goes_through_records_in_order(void **state)
{
	gives(*state,
		"{{#each //milestones/item separator=\", \" last=\" and "
		"\"}}{{id}}{{/each}}",
		"m-1, m-2 and m-3");
	gives(*state,
		"{{#each //countries/item sort=\"name\" separator=\" "
		"\"}}{{iso2}}{{/each}}",
		"AZ KH EG");
	gives(*state,
		"{{#each //item[value] sort=\"value\" separator=\" "
		"\"}}{{value}}{{/each}}",
		"7 12");
	gives(*state, "{{#each //nothing}}x{{/each}}.", ".");
}

static void
template_sorts_in_the_language_of_the_edition(void **state)
{
	struct text text = TEXT("");

	assert_true(fill(*state, "fr",
		"{{#each //countries/item sort=\"name\" separator=\", "
		"\"}}{{name}}{{/each}}",
		&text));
	assert_text(text, "<span lang=\"en\">Azerbaijan</span>, Cambodge, Égypte");
}

static void
template_chooses_between_two(void **state)
{
	const char *template = "{{#each //milestones/item}}{{#if "
			       "date}}{{date(date)}}{{else}}-{{/if}};{{/each}}";

	gives(*state, template, "May 2023;-;-;");
}

static void
template_drops_lines_of_block_tags(void **state)
{
	gives(*state,
		"> A\n> {{#each //countries/item}}\n> - {{iso2}}\n>\t{{/each}} \n"
		"  {{! remark }}\nB {{! stays }}\n",
		"> A\n> - KH\n> - EG\n> - AZ\nB \n");
	gives(*state, "{{#if 1}}\r\nA\r\n{{/if}}", "A\n");
}

static void
template_finds_records_by_their_names(void **state)
{
	gives(*state, "{{record('KH')/name}} {{report()/year}}", "Cambodia 2023");
	gives(*state, "{{#each record(//milestones/item/country)}}{{iso2}}{{/each}}",
		"KHEGAZ");
	gives(*state, "{{words(count(//milestones/item))}}", "three");
}

static void
template_shows_what_is_never_closed(void **state)
{
	refuses(*state, "A\n {{title", DIAG_C102, 2, 2);
	refuses(*state, "é {{#if 1}}", DIAG_C103, 1, 3);
	refuses(*state, "{{#each //item}}{{#if 1}}{{/each}}", DIAG_C103, 1, 26);
	refuses(*state, "{{/if}}", DIAG_C103, 1, 1);
	refuses(*state, "{{#each //item}}{{elif 1}}{{/each}}", DIAG_C103, 1, 17);
	refuses(*state, "{{else}}", DIAG_C103, 1, 1);
	refuses(*state, "{{#if 1}}{{else if 2}}{{/if}}", DIAG_C104, 1, 10);
	refuses(*state, "{{#if 1}}{{else}}{{else}}{{/if}}", DIAG_C103, 1, 18);
}

static void
template_shows_tags_that_there_are_not(void **state)
{
	refuses(*state, "{{}}", DIAG_C104, 1, 1);
	refuses(*state, "{{#foreach //item}}", DIAG_C104, 1, 1);
	refuses(*state, "{{#each }}{{/each}}", DIAG_C104, 1, 1);
	refuses(*state, "{{{title}}}", DIAG_C104, 1, 1);
	refuses(*state, "{{#each //item from=\"id\"}}{{/each}}", DIAG_C104, 1, 16);
	refuses(*state, "{{#each //item order=\"id\"}}{{/each}}", DIAG_C104, 1, 23);
	refuses(*state, "{{#each //item limit=\"no\"}}{{/each}}", DIAG_C104, 1, 23);
	refuses(*state, "{{#group //item}}{{/group}}", DIAG_C104, 1, 1);
	refuses(*state, "{{> part.md}}", DIAG_C104, 1, 1);
}

static void
template_shows_where_a_path_breaks(void **state)
{
	refuses(*state, "é {{ //item[ }}", DIAG_C105, 1, 13);
	refuses(*state, "{{//item[id = 'm-1]}}", DIAG_C105, 1, 20);
	refuses(*state, "A\n{{#if\n  title =}}{{/if}}", DIAG_C105, 3, 10);
	refuses(*state, "{{wrods(1)}}", DIAG_C106, 1, 3);
	refuses(*state, "{{words(1, 2)}}", DIAG_C106, 1, 3);
	refuses(*state, "{{$title}}", DIAG_C106, 1, 4);
	refuses(*state, "{{#each //item as=\"m\"}}{{/each}}{{$m}}", DIAG_C106, 1, 36);
}

static void
template_shows_values_that_do_not_fit(void **state)
{
	struct stand *stand = *state;

	refuses(stand, "{{//item[id = 'm-2']/date}}", DIAG_C107, 1, 1);
	refuses(stand, "{{//item/id}}", DIAG_C109, 1, 3);
	refuses(stand, "{{//milestones}}", DIAG_C109, 1, 3);
	refuses(stand, "{{words(//item/title)}}", DIAG_C109, 1, 3);
	refuses(stand, "{{date('soon')}}", DIAG_C109, 1, 3);
	refuses(stand, "{{#each count(//item)}}{{/each}}", DIAG_C109, 1, 9);
	refuses(stand, "{{url //item[id = 'm-3']/url}}", DIAG_C108, 1, 1);
}

static void
template_tells_all_its_faults_at_once(void **state)
{
	struct stand *stand = *state;
	struct text text;

	assert_false(fill(
		stand, "en", "{{a[}}\n{{#foo}}\n{{#if b}}\n{{bar(1)}}\n{{", &text));
	assert_int_equal(stand->diags->errors, 5);
}

static void
template_joins_a_list_as_the_language_does(void **state)
{
	struct text text = TEXT("");

	gives(*state, "{{#each //countries/item list=\"and\"}}{{iso2}}{{/each}}",
		"KH, EG and AZ");
	gives(*state,
		"{{#each //countries/item[position() < 3] "
		"list=\"or\"}}{{iso2}}{{/each}}",
		"KH or EG");
	assert_true(fill(*state, "es",
		"{{#each //countries/item[position() < 3] sort=\"name\" list=\"and\"}}"
		"{{#if iso2 = 'KH'}}A{{else}}Irak{{/if}}{{/each}}",
		&text));
	assert_text(text, "A e Irak");
	assert_true(fill(*state, "fr",
		"{{#each //countries/item list=\"and\"}}{{iso2}}{{/each}}", &text));
	assert_text(text, "KH, EG et AZ");
}

static void
template_sorts_by_one_key_and_then_another(void **state)
{
	gives(*state,
		"{{#each //milestones/item sort=\"value\" order=\"descending\" "
		"sort=\"id\" separator=\" \"}}{{id}}{{/each}}",
		"m-2 m-1 m-3");
	gives(*state,
		"{{#each //milestones/item sort=\"boolean(url)\" sort=\"title\" "
		"order=\"descending\" separator=\" \"}}{{id}}{{/each}}",
		"m-1 m-2 m-3");
	gives(*state,
		"{{#each //countries/item sort=\"name\" limit=\"2\"}}{{iso2}}{{/each}}",
		"AZKH");
}

static void
template_knows_where_it_is_in_a_round(void **state)
{
	gives(*state,
		"{{#each //countries/item}}{{position()}}/{{last()}}"
		"{{#if position() = last()}}!{{/if}} {{/each}}",
		"1/3 2/3 3/3! ");
	/* A round inside does not change the one outside; brackets have their own. */
	gives(*state,
		"{{#each //countries/item}}{{#each //milestones/item[position() = 2]}}"
		"{{id}}{{/each}}{{position()}} {{/each}}",
		"m-21 m-22 m-23 ");
}

static void
template_says_something_where_there_is_nothing(void **state)
{
	gives(*state, "{{#each //nothing}}x{{else}}none{{/each}}.", "none.");
	gives(*state, "{{#each //countries/item}}{{iso2}}{{else}}none{{/each}}",
		"KHEGAZ");
}

static void
template_groups_by_what_things_have_in_common(void **state)
{
	gives(*state,
		"{{#group //milestones/item by=\"boolean(url)\" sort=\"key()\"}}"
		"{{key()}}: {{#each group() separator=\",\"}}{{id}}{{/each}} "
		"{{sum(group()/value)}};{{/group}}",
		"false: m-1 7;true: m-2,m-3 12;");
	gives(*state, "{{#group //nothing by=\"id\"}}x{{else}}none{{/group}}", "none");
	refuses(*state, "{{#each group()}}{{/each}}", DIAG_C109, 1, 9);
}

static void
template_shares_add_up_to_a_hundred(void **state)
{
	gives(*state,
		"{{#each //countries/item shares=\"1\" separator=\" "
		"\"}}{{share()}}{{/each}}",
		"34 33 33");
	gives(*state,
		"{{#each //item[value] shares=\"value\" places=\"1\" separator=\" \"}}"
		"{{share()}}{{/each}}",
		"36.8 63.2");
	refuses(*state, "{{share()}}", DIAG_C109, 1, 3);
	refuses(*state, "{{#each //item[value] shares=\"0\"}}{{/each}}", DIAG_C109, 1,
		31);
}

static void
template_chooses_the_first_that_is_true(void **state)
{
	gives(*state,
		"{{#each //milestones/item}}{{#if date}}d{{elif value}}v{{elif url}}u"
		"{{else}}-{{/if}}{{/each}}",
		"dvu");
	gives(*state, "{{#if 0}}a{{elif 0}}b{{/if}}.", ".");
}

static void
template_gives_names_to_what_it_goes_through(void **state)
{
	gives(*state,
		"{{#each //milestones/item as=\"m\" separator=\" \"}}"
		"{{#each record('country', "
		"$m/country)}}{{$m/id}}{{iso2}}{{/each}}{{/each}}",
		"m-1KH m-2AZ m-3EG");
}

static void
template_puts_other_files_in(void **state)
{
	struct stand *stand = *state;
	struct files *files = files_make(stand->arena);
	struct text text = TEXT("");

	files_hold(files, TEXT("part.md"), TEXT("<{{$who/id}} {{$what}}>\n"));
	files_hold(files, TEXT("outer.md"), TEXT("{{> part.md who=$who what='b'}}"));
	assert_true(fill_from(stand, "en",
		"{{> part.md who=//item[id = 'm-1'] what='a*'}}, "
		"{{> outer.md who=//item[id = 'm-2']}}.\n"
		"{{> part.md who=//item[id = 'm-3'] what=1+1}}\nend",
		files, &text));
	assert_text(text, "<m-1 a\\*>, <m-2 b>.\n<m-3 2>\nend");
}

static void
template_files_know_no_names_from_outside(void **state)
{
	struct stand *stand = *state;
	struct files *files = files_make(stand->arena);
	const struct diag *last;
	struct text text = TEXT("");

	files_hold(files, TEXT("part.md"), TEXT("A\n {{$m}}"));
	assert_false(fill_from(stand, "en",
		"{{#each //item as=\"m\"}}\n{{> part.md}}{{/each}}", files, &text));
	last = &stand->diags->items[stand->diags->count - 1];
	assert_text(last->at.file, "part.md");
	assert_int_equal(last->at.line, 2);
	assert_int_equal(last->at.column, 5);
	assert_text(last->labels->at.file, "t.md");
	assert_int_equal(last->labels->at.line, 2);
}

static void
template_files_do_not_hold_themselves(void **state)
{
	struct stand *stand = *state;
	struct files *files = files_make(stand->arena);
	struct text text = TEXT("");

	files_hold(files, TEXT("a.md"), TEXT("{{> b.md}}"));
	files_hold(files, TEXT("b.md"), TEXT("{{> a.md}}"));
	assert_false(fill_from(stand, "en", "{{> a.md}}", files, &text));
	assert_int_equal(stand->diags->errors, 1);
	assert_int_equal(stand->diags->items[0].code, DIAG_C112);
	assert_text(stand->diags->items[0].at.file, "b.md");
}

/* Each file asks for the next ten times: ten thousand million in the end. */
static void
template_files_are_not_put_in_without_end(void **state)
{
	struct stand *stand = *state;
	struct files *files = files_make(stand->arena);
	struct text text = TEXT("");

	for (char name = '0'; name < '9'; name++) {
		struct buffer bytes = buffer_make(stand->arena);

		for (int i = 0; i < 10; i++)
			buffer_format(&bytes, "{{> %c.md}}", name + 1);
		files_hold(files, text_format(stand->arena, "%c.md", name),
			buffer_text(&bytes));
	}
	assert_false(fill_from(stand, "en", "{{> 0.md}}", files, &text));
	assert_int_equal(stand->diags->items[0].code, DIAG_C112);
}

static void
template_checks_what_must_be_true(void **state)
{
	struct stand *stand = *state;

	gives(stand, "{{check sum(//item/value) = 19}}a", "a");
	gives(stand, "{{check '1.50' = '1.5'}}\na", "a");
	gives(stand, "{{check count(//item) > 2 and 1 < 2}}a", "a");
	refuses(stand, "\n{{check sum(//item/value) = 18}}", DIAG_C114, 2, 1);
	refuses(stand, "{{check //item[id = 'm-1']/value >= 8}}", DIAG_C114, 1, 1);
	refuses(stand, "{{check //nothing}}", DIAG_C114, 1, 1);
}

static void
template_prints_no_number_that_is_not_exact(void **state)
{
	struct stand *stand = *state;

	gives(stand, "{{1 + 1}} {{-3}} {{9007199254740991}}",
		"2 \\-3 9007199254740991");
	gives(stand, "{{difference('0.3', '0.1')}} {{product('1.1', '1.1')}}",
		"0.2 1.21");
	gives(stand, "{{figures('123456789012345.678901')}}",
		"123,456,789,012,345.678901");
	refuses(stand, "{{0.1 + 0.2}}", DIAG_C113, 1, 3);
	refuses(stand, "{{1 div 3}}", DIAG_C113, 1, 3);
	refuses(stand, "{{number('x')}}", DIAG_C113, 1, 3);
	refuses(stand, "{{words(1 div 3)}}", DIAG_C109, 1, 3);
	refuses(stand, "{{sum(//item/title)}}", DIAG_C109, 1, 3);
}

static void
template_finds_the_form_of_a_word(void **state)
{
	struct stand *stand = *state;
	const char *russian =
		"{{plural(3, 'one: # страна', 'few: # страны', "
		"'many: # стран')}} {{plural(11, 'one: # страна', 'few: # "
		"страны', 'many: # стран')}}";
	const char *arabic = "{{plural(2, 'one: بلد', 'two: بلدان', 'few: بلدان #', "
			     "'other: بلدا')}}";
	struct text text;

	gives(stand, "{{plural(1, '# country', '# countries')}}", "one country");
	gives(stand, "{{plural(0, '# country', '# countries')}}", "zero countries");
	gives(stand, "{{plural('1.5', '# country', '# countries')}}", "1.5 countries");
	assert_true(fill(stand, "ru", russian, &text));
	assert_text(text, "три страны 11 стран");
	assert_true(fill(stand, "ar", arabic, &text));
	assert_text(text, "بلدان");
}

/* Nothing is left to run for ever: each of 3 x 3 x 3 ... asks again. */
static void
template_takes_no_more_steps_than_it_may(void **state)
{
	struct stand *stand = *state;
	struct buffer template = buffer_make(stand->arena);
	struct text text;

	for (int i = 0; i < 20; i++)
		buffer_string(&template, "{{#each //item}}");
	buffer_string(&template, "{{count(//item)}}");
	for (int i = 0; i < 20; i++)
		buffer_string(&template, "{{/each}}");
	assert_false(fill(
		stand, "en", text_string(stand->arena, buffer_text(&template)), &text));
	assert_int_equal(stand->diags->items[0].code, DIAG_C109);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(template_puts_values_in_escaped),
		STAND_TEST(template_goes_through_records_in_order),
		STAND_TEST(template_sorts_in_the_language_of_the_edition),
		STAND_TEST(template_chooses_between_two),
		STAND_TEST(template_drops_lines_of_block_tags),
		STAND_TEST(template_finds_records_by_their_names),
		STAND_TEST(template_shows_what_is_never_closed),
		STAND_TEST(template_shows_tags_that_there_are_not),
		STAND_TEST(template_shows_where_a_path_breaks),
		STAND_TEST(template_shows_values_that_do_not_fit),
		STAND_TEST(template_tells_all_its_faults_at_once),
		STAND_TEST(template_joins_a_list_as_the_language_does),
		STAND_TEST(template_sorts_by_one_key_and_then_another),
		STAND_TEST(template_knows_where_it_is_in_a_round),
		STAND_TEST(template_says_something_where_there_is_nothing),
		STAND_TEST(template_groups_by_what_things_have_in_common),
		STAND_TEST(template_shares_add_up_to_a_hundred),
		STAND_TEST(template_chooses_the_first_that_is_true),
		STAND_TEST(template_gives_names_to_what_it_goes_through),
		STAND_TEST(template_puts_other_files_in),
		STAND_TEST(template_files_know_no_names_from_outside),
		STAND_TEST(template_files_do_not_hold_themselves),
		STAND_TEST(template_files_are_not_put_in_without_end),
		STAND_TEST(template_checks_what_must_be_true),
		STAND_TEST(template_prints_no_number_that_is_not_exact),
		STAND_TEST(template_finds_the_form_of_a_word),
		STAND_TEST(template_takes_no_more_steps_than_it_may),
	};

	return cmocka_run_group_tests_name("template", tests, NULL, NULL);
}
