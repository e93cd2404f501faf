#include "keys.h"

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "model/fields.h"
#include "model/records.h"
#include "model/treenode.h"
#include "model/xml.h"
#include "validate/codes.h"
#include "validate/judge.h"
#include "validate/kind.h"
#include "validate/nodeset.h"
#include "validate/proposal.h"
#include "validate/reference.h"
#include "validate/titled.h"
#include "validate/values.h"

enum { KEYS_SHOWN = 12 };

static void node_check(struct judge *, xmlNode *, const struct field *);

static struct text
node_name(const xmlNode *node)
{
	return text_of((const char *)node->name);
}

/* The key that was probably meant; one that stands there already only where
 * `present` is set.  *ret_sure: nothing else can have been meant. */
static const struct field *
key_suggest(const struct type *type, xmlNode *const *found, struct text name,
	bool present, bool *ret_sure)
{
	struct suggest suggest = suggest_start(name);

	for (size_t i = 0; i < type->count; i++)
		if (present == (found[i] != NULL))
			suggest_offer(&suggest, type->fields[i].name);
	*ret_sure = suggest_is_sure(&suggest);
	if (suggest.nearest.size == 0)
		return NULL;
	return &type->fields[fields_index(type, suggest.nearest)];
}

static void
keys_help(struct judge *judge, const struct type *type)
{
	struct buffer keys = buffer_make(judge->scratch);

	for (size_t i = 0; i < type->count && i < KEYS_SHOWN; i++) {
		buffer_string(&keys, i ? ", " : "");
		buffer_add(&keys, type->fields[i].name);
	}
	buffer_string(&keys, type->count > KEYS_SHOWN ? " …" : "");
	diag_help(judge->diags, "the keys here are %.*s", TEXT_ARG(buffer_text(&keys)));
}

static void
unknown_complain(struct judge *judge, const xmlNode *map, const xmlNode *node)
{
	struct text subject = judge_subject(judge, map);

	diag_add(judge->diags, DIAG_V201, records_origin(node)->key,
		"unknown key \"%s\" in %.*s", (const char *)node->name,
		TEXT_ARG(subject));
}

static void
repeated_complain(struct judge *judge, const xmlNode *node, const xmlNode *first)
{
	diag_add(judge->diags, DIAG_V203, records_origin(node)->key,
		"the key \"%s\" stands twice", (const char *)node->name);
	diag_label(judge->diags, "again here");
	diag_other(judge->diags, records_origin(first)->key, "first here");
	diag_help(judge->diags, "keep one of them");
}

static void
missing_complain(struct judge *judge, const xmlNode *map, const struct field *field)
{
	struct text subject = judge_subject(judge, map);

	nodeset_add(judge->lacking, map);
	diag_add(judge->diags, DIAG_V202, records_origin(map)->key,
		"%.*s has no \"%.*s\"", TEXT_ARG(subject), TEXT_ARG(field->name));
	diag_label(judge->diags, "\"%.*s\" is missing", TEXT_ARG(field->name));
	proposal_help(judge, field, TEXT(""));
}

/* What read could not make out was told by it. */
static bool
is_lost(const xmlNode *node)
{
	return records_origin(node)->shape == SHAPE_LOST;
}

/* Finds each key's first element; repeated ones are dropped.  True where all keys are
 * known. */
static bool
known_find(struct judge *judge, xmlNode *map, const struct type *type, xmlNode **found)
{
	bool all = true;

	for (xmlNode *node = records_first(map), *next; node; node = next) {
		size_t index = fields_index(type, node_name(node));

		next = records_next(node);
		all = all && index < type->count;
		if (index == type->count)
			continue;
		if (!found[index]) {
			found[index] = node;
			continue;
		}
		if (!is_lost(node))
			repeated_complain(judge, node, found[index]);
		treenode_remove(node);
	}
	return all;
}

/* What an unknown key may have been meant to be. */
struct guess {
	const struct field *meant;   /* a key that is not there yet, or NULL */
	const struct field *present; /* one that is, or NULL */
	bool is_sure;                /* nothing else than `meant` */
};

static void
unknown_tell(struct judge *judge, const struct type *type, const xmlNode *node,
	struct guess guess)
{
	struct diag_list *diags = judge->diags;

	unknown_complain(judge, node->parent, node);
	if (guess.meant)
		diag_help(diags, "did you mean \"%.*s\"?", TEXT_ARG(guess.meant->name));
	else if (guess.present)
		diag_help(diags, "\"%.*s\" stands here already; delete one of the two",
			TEXT_ARG(guess.present->name));
	else
		keys_help(judge, type);
	if (guess.meant && guess.is_sure && !guess.present)
		diag_fix(diags, records_origin(node)->key, "%.*s",
			TEXT_ARG(guess.meant->name));
}

/* Gives a misspelt key the name it was meant to have; what fits nothing is
 * dropped. */
static void
unknown_mend(
	struct judge *judge, const struct type *type, xmlNode **found, xmlNode *node)
{
	struct guess guess;
	bool known;

	guess.meant = key_suggest(type, found, node_name(node), false, &guess.is_sure);
	guess.present = key_suggest(type, found, node_name(node), true, &known);
	if (judge_is_own(judge, node) && judge->unknown.count++ == UNKNOWN_TOLD)
		judge->unknown.at = records_origin(node)->key;
	if (judge->unknown.count <= UNKNOWN_TOLD)
		unknown_tell(judge, type, node, guess);
	if (guess.meant) {
		xmlNodeSetName(
			node, BAD_CAST text_string(judge->scratch, guess.meant->name));
		found[guess.meant - type->fields] = node;
	} else {
		treenode_remove(node);
	}
}

static void
unknown_find(
	struct judge *judge, xmlNode *map, const struct type *type, xmlNode **found)
{
	for (xmlNode *node = records_first(map), *next; node; node = next) {
		next = records_next(node);
		if (fields_index(type, node_name(node)) < type->count)
			continue;
		if (is_lost(node)) {
			reference_lose(judge);
			treenode_remove(node);
		} else {
			unknown_mend(judge, type, found, node);
		}
	}
}

static void
map_check(struct judge *judge, xmlNode *map, const struct type *type)
{
	xmlNode *found[FIELDS_MOST] = { NULL };
	bool lacks = records_lacks(map);

	if (lacks)
		nodeset_add(judge->lacking, map);
	if (!known_find(judge, map, type, found))
		unknown_find(judge, map, type, found);
	for (size_t i = 0; i < type->count; i++)
		if (found[i])
			node_check(judge, found[i], &type->fields[i]);
		else if (type->fields[i].required && !lacks)
			missing_complain(judge, map, &type->fields[i]);
}

/* Only another tool writes anything but items. */
static void
stranger_complain(struct judge *judge, const xmlNode *node)
{
	nodeset_add(judge->blamed, node);
	diag_add(judge->diags, DIAG_V901, records_origin(node)->value,
		"a list holds items, and this is called <%s>",
		(const char *)node->name);
	diag_help(judge->diags, "compare it with a record that is right");
}

static void
crowd_complain(struct judge *judge, const xmlNode *item, const struct field *field)
{
	struct text name = judge_name(judge, item->parent);

	diag_add(judge->diags, DIAG_V207, records_origin(item)->key,
		"%.*s has more than %zu entries", TEXT_ARG(name), field->most);
	diag_label(judge->diags, "the first one too many");
	diag_help(judge->diags, "delete those that matter least");
}

static void
list_check(struct judge *judge, const xmlNode *list, const struct type *type)
{
	const struct field *field = &type->fields[0];
	size_t count = 0;

	for (xmlNode *item = records_first(list); item; item = records_next(item)) {
		if (!xml_is(item, "item")) {
			stranger_complain(judge, item);
			continue;
		}
		if (field->most && ++count == field->most + 1)
			crowd_complain(judge, item, field);
		node_check(judge, item, field);
	}
}

/* Complains, and is false, where the value is none of its field; of a title in the
 * place of a name the roll complains. */
static bool
value_is_right(struct judge *judge, xmlNode *node, const struct field *field)
{
	struct text value = records_value(node);
	size_t runes = value.size > field->type->most ? text_length(value) : 0;

	if (!codes_check(judge, node, field->type))
		return false;
	if (runes > field->type->most) {
		kind_too_long(judge, node, field->type, runes);
		return false;
	}
	if (field->refers_to.size && titled_is(value)) {
		reference_use(judge, field->refers_to, node);
		return false;
	}
	return values_check(judge, node, field->type);
}

static void
value_check(struct judge *judge, xmlNode *node, const struct field *field)
{
	if (!value_is_right(judge, node, field)) {
		nodeset_add(judge->blamed, node);
		if (field->refers_to.size)
			reference_hide(judge);
		return;
	}
	if (field->identifies.size)
		reference_name(judge, field->identifies, node);
	if (field->refers_to.size)
		reference_use(judge, field->refers_to, node);
}

static void
node_check(struct judge *judge, xmlNode *node, const struct field *field)
{
	if (is_lost(node)) {
		nodeset_add(judge->blamed, node);
		reference_hide(judge);
		if (field->type->kind != TYPE_VALUE || field->identifies.size)
			reference_lose(judge);
		return;
	}
	if (kind_is_wrong(judge, node, field)) {
		nodeset_add(judge->blamed, node);
		reference_hide(judge);
		return;
	}
	switch (field->type->kind) {
	case TYPE_MAP:
		map_check(judge, node, field->type);
		break;
	case TYPE_LIST:
		list_check(judge, node, field->type);
		break;
	case TYPE_VALUE:
		value_check(judge, node, field);
		break;
	}
}

void
keys_check(struct judge *judge, struct _xmlNode *root, const struct field *field)
{
	judge->unknown.count = 0;
	node_check(judge, root, field);
}
