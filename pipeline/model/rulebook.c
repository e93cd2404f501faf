#include "rulebook.h"

#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/files.h"
#include "base/lines.h"
#include "model/xml.h"

enum { LARGEST = 4 << 20 }; /* bytes */

struct binding {
	struct arena *arena;
	struct diag_list *diags;
	struct text path;
	struct lines lines; /* of the file */
	struct rulebook *book;
	size_t room;
};

static struct place
node_place(const struct binding *binding, const xmlNode *node)
{
	long line = xmlGetLineNo(node);

	return (struct place){ .file = binding->path,
		.line = line > 0 ? (uint32_t)line : 0 };
}

static bool
cannot_use(const struct binding *binding, struct place at, const char *why)
{
	diag_add(binding->diags, DIAG_G105, at, "the rules cannot be used: %s", why);
	return false;
}

static struct text
text_after(struct text line, struct text tag)
{
	for (size_t i = 0; i < line.size; i++)
		if (text_starts(text_slice(line, i, line.size), tag))
			return text_slice(line, i + tag.size, line.size);
	return text_slice(line, line.size, line.size);
}

/* Where the content of an element begins: no attribute stands in its tag. */
static struct place
content_place(const struct binding *binding, const xmlNode *node)
{
	struct place at = node_place(binding, node);
	struct text line = lines_at(&binding->lines, at.line);
	struct text tag = text_format(binding->arena, "<%s>", (const char *)node->name);
	struct text after = text_after(line, tag);

	at.column =
		1 + (uint32_t)text_length(text_slice(line, 0, line.size - after.size));
	return at;
}

static const xmlNode *
child_of(const xmlNode *node, const char *name)
{
	const xmlNode *child = xml_element(node->children);

	while (child && !xml_is(child, name))
		child = xml_element(child->next);
	return child;
}

static struct rulebook_text
text_read(const struct binding *binding, const xmlNode *rule, const char *name)
{
	const xmlNode *node = child_of(rule, name);
	struct rulebook_text text = { .text = TEXT("") };

	if (node) {
		text.text = xml_content(binding->arena, node);
		text.at = content_place(binding, node);
	}
	return text;
}

/* The lines of a paragraph as one. */
static char *
line_read(const struct binding *binding, const xmlNode *rule, const char *name)
{
	struct text words = text_read(binding, rule, name).text, word;
	struct buffer line = buffer_make(binding->arena);

	words = text_trim(words);
	for (size_t i = 0; i < words.size; i++)
		if (!strchr(" \t\n", words.at[i]))
			buffer_byte(&line, words.at[i]);
		else if (line.at[line.size - 1] != ' ')
			buffer_byte(&line, ' ');
	word = buffer_text(&line);
	return text_string(binding->arena, word);
}

static bool
level_read(struct text name, struct rule *rule)
{
	if (!text_is(name, "error") && !text_is(name, "warning") &&
		!text_is(name, "question") && !text_is(name, "off"))
		return false;
	rule->entry.severity =
		text_is(name, "error") ? SEVERITY_ERROR : SEVERITY_WARNING;
	rule->asleep = text_is(name, "off");
	return true;
}

static bool
rule_check(const struct binding *binding, const struct rule *rule)
{
	const struct rulebook *book = binding->book;

	if (strlen(rule->entry.code) != 4 || rule->entry.code[0] != 'V')
		return cannot_use(binding, rule->at, "a rule has a code such as V512");
	if (book->count &&
		strcmp(book->rules[book->count - 1].entry.code, rule->entry.code) >= 0)
		return cannot_use(
			binding, rule->at, "the codes of rules stand in order");
	if (!*rule->entry.title || !*rule->entry.meaning || !rule->says.text.size ||
		!rule->help.text.size || !rule->kinds.size)
		return cannot_use(binding, rule->at,
			"a rule has a title, a meaning, what it says, its help, and "
			"what it is for");
	return true;
}

static bool
rule_read(struct binding *binding, const xmlNode *node)
{
	struct arena *arena = binding->arena;
	struct rulebook *book = binding->book;
	struct rule rule = { .at = node_place(binding, node),
		.kinds = xml_attribute(arena, node, "for"),
		.with = xml_attribute(arena, node, "with"),
		.any = xml_attribute(arena, node, "any"),
		.named = xml_attribute(arena, node, "named"),
		.of = xml_attribute(arena, node, "of"),
		.state = xml_attribute(arena, node, "state"),
		.finds = xml_attribute(arena, node, "finds"),
		.within = xml_attribute(arena, node, "in"),
		.source = xml_attribute(arena, node, "source"),
		.test = text_read(binding, node, "test"),
		.blame = text_read(binding, node, "at"),
		.says = text_read(binding, node, "says"),
		.label = text_read(binding, node, "label"),
		.help = text_read(binding, node, "help"),
		.example = text_read(binding, node, "example").text };

	rule.entry.code = text_string(arena, xml_attribute(arena, node, "code"));
	rule.entry.title = line_read(binding, node, "title");
	rule.entry.meaning = line_read(binding, node, "meaning");
	rule.entry.mend = line_read(binding, node, "mend");
	if (!level_read(xml_attribute(arena, node, "level"), &rule))
		return cannot_use(binding, rule.at,
			"the level of a rule is error, warning, question or off");
	if (!rule_check(binding, &rule))
		return false;
	book->rules = arena_room(
		arena, book->rules, book->count, &binding->room, sizeof rule);
	book->rules[book->count++] = rule;
	return true;
}

/* A blank may stand for any other, and a phrase of one letter before anything. */
void
phrases_seal(struct phrases *phrases)
{
	for (size_t i = phrases->count; i-- > 0;) {
		struct phrase *phrase = &phrases->items[i];
		struct text says = phrase->says;
		size_t first = says.size ? (unsigned char)says.at[0] : 0;
		unsigned second = says.size > 1 ? (unsigned char)says.at[1] : ' ';
		const struct phrase **head = &phrases->heads[first % PHRASES_LETTERS];

		phrase->next = *head;
		*head = phrase;
		phrases->begins[first % PHRASES_LETTERS] |=
			second == ' ' ? UINT32_MAX
				      : (uint32_t)1 << second % PHRASES_LETTERS;
	}
}

static void
phrases_read(struct binding *binding, const xmlNode *node)
{
	struct arena *arena = binding->arena;
	struct phrases *phrases = arena_make(arena, struct phrases);
	size_t room = 0;

	phrases->name = xml_attribute(arena, node, "name");
	for (const xmlNode *item = xml_element(node->children); item;
		item = xml_element(item->next)) {
		const struct phrase phrase = { .says = xml_content(arena, item),
			.better = xml_attribute(arena, item, "better") };

		phrases->items = arena_room(
			arena, phrases->items, phrases->count, &room, sizeof phrase);
		phrases->items[phrases->count++] = phrase;
	}
	phrases_seal(phrases);
	phrases->next = binding->book->phrases;
	binding->book->phrases = phrases;
}

static bool
book_read(struct binding *binding, const xmlNode *root)
{
	for (const xmlNode *node = xml_element(root->children); node;
		node = xml_element(node->next)) {
		if (xml_is(node, "phrases"))
			phrases_read(binding, node);
		else if (!xml_is(node, "rule"))
			return cannot_use(binding, node_place(binding, node),
				"only rules and phrases stand here");
		else if (!rule_read(binding, node))
			return false;
	}
	return true;
}

bool
rulebook_open(struct arena *arena, struct diag_list *diags, struct files *files,
	struct text folder, const struct rulebook **ret_rulebook)
{
	struct binding binding = { .arena = arena, .diags = diags };
	struct place nowhere = { .line = 0 };
	struct text bytes;
	xmlDoc *document;

	binding.path = files_within(arena, folder, TEXT("rules.xml"));
	if (!files_read(files, diags, binding.path, nowhere, LARGEST, &bytes) ||
		!xml_open(arena, diags, binding.path, bytes, "rules", &document))
		return false;
	binding.lines = lines_make(arena, bytes);
	binding.book = arena_make(arena, struct rulebook);
	if (!book_read(&binding, xmlDocGetRootElement(document)))
		return false;
	*ret_rulebook = binding.book;
	return true;
}

const struct rule *
rulebook_find(const struct rulebook *book, struct text code)
{
	for (size_t i = 0; i < book->count; i++) {
		const char *own = book->rules[i].entry.code;

		if (code.size == 4 && (code.at[0] | 32) == (own[0] | 32) &&
			text_is(text_slice(code, 1, 4), own + 1))
			return &book->rules[i];
	}
	return NULL;
}
