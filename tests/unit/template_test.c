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
};

static struct _xmlNode *
record_find(void *registry, struct text kind, struct text id)
{
	return registry_find(registry, kind, id);
}

static struct kit
kit_make(struct stand *stand, const char *language)
{
	struct kit kit;

	assert_true(records_parse(stand->arena, stand->diags, TEXT("stream"),
		text_of(stream), &kit.records));
	kit.queries = queries_make(stand->arena, stand->diags,
		&(struct query_setup){ .find = record_find,
			.finder = registry_make(stand->arena, kit.records, NULL),
			.report = records_root(kit.records, "report"),
			.language = text_of(language),
			.functions = speech_functions,
			.unreadable = DIAG_C105,
			.unknown = DIAG_C106,
			.unanswered = DIAG_C109 });
	return kit;
}

static bool
fill(struct stand *stand, const char *language, const char *template,
	struct text *ret_text)
{
	struct kit kit = kit_make(stand, language);
	struct prose prose = prose_make(stand->arena);
	struct part *parts;

	if (!template_parse(stand->arena, stand->diags, kit.queries, TEXT("t.md"),
		    text_of(template), &parts) ||
		!expand_parts(stand->arena, stand->diags, kit.queries,
			text_of(language), parts,
			xmlDocGetRootElement(kit.records->xml), &prose))
		return false;
	*ret_text = buffer_text(&prose.buffer);
	return true;
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
	assert_text(text, "Azerbaijan, Cambodge, Égypte");
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
	refuses(*state, "{{#each //item}}{{else}}{{/each}}", DIAG_C103, 1, 17);
	refuses(*state, "{{#if 1}}{{else}}{{else}}{{/if}}", DIAG_C103, 1, 18);
}

static void
template_shows_tags_that_there_are_not(void **state)
{
	refuses(*state, "{{}}", DIAG_C104, 1, 1);
	refuses(*state, "{{#foreach //item}}", DIAG_C104, 1, 1);
	refuses(*state, "{{#each }}{{/each}}", DIAG_C104, 1, 1);
	refuses(*state, "{{{title}}}", DIAG_C104, 1, 1);
	refuses(*state, "{{#each //item order=\"id\"}}{{/each}}", DIAG_C104, 1, 16);
}

static void
template_shows_where_a_path_breaks(void **state)
{
	refuses(*state, "é {{ //item[ }}", DIAG_C105, 1, 13);
	refuses(*state, "{{//item[id = 'm-1]}}", DIAG_C105, 1, 20);
	refuses(*state, "A\n{{#if\n  title =}}{{/if}}", DIAG_C105, 3, 10);
	refuses(*state, "{{wrods(1)}}", DIAG_C106, 1, 3);
	refuses(*state, "{{words(1, 2)}}", DIAG_C109, 1, 3);
	refuses(*state, "{{$title}}", DIAG_C109, 1, 3);
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
	};

	return cmocka_run_group_tests_name("template", tests, NULL, NULL);
}
