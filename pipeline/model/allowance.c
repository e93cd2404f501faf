#include "allowance.h"

#include <libxml/tree.h>
#include <string.h>

#include "base/arena.h"
#include "model/treenode.h"

static bool
is_allowance(const xmlNode *node)
{
	return node->type == XML_PI_NODE && node->content &&
	       strcmp((const char *)node->name, "allow") == 0;
}

/* An instruction ends at its first "?>", so a reason does too. */
static struct text
reason_cut(struct text reason)
{
	for (size_t i = 0; i + 1 < reason.size; i++)
		if (reason.at[i] == '?' && reason.at[i + 1] == '>')
			return text_slice(reason, 0, i);
	return reason;
}

void
allowance_add(
	struct arena *arena, struct _xmlNode *file, const struct allowance *allowance)
{
	struct text reason = reason_cut(allowance->reason);
	struct buffer content = buffer_make(arena);
	xmlNode *node, *next, *before = NULL;

	buffer_add(&content, allowance->code);
	buffer_byte(&content, ' ');
	place_print(&content, allowance->at);
	buffer_format(
		&content, " %u %.*s", (unsigned)allowance->line, TEXT_ARG(reason));
	node = treenode_instruction(arena, file->doc, "allow", buffer_text(&content));
	for (next = file->children; next && next->type == XML_PI_NODE;
		next = next->next)
		before = next;
	treenode_insert(file, before, node);
}

bool
allowance_is_in(const struct _xmlNode *file)
{
	return file->children && is_allowance(file->children);
}

static bool
allowance_parse(struct text content, struct text path, struct allowance *ret_allowance)
{
	struct allowance allowance = { .code = TEXT("") };
	struct text place = TEXT(""), line = TEXT("");
	int64_t number;

	if (!text_cut(&content, ' ', &allowance.code) ||
		!text_cut(&content, ' ', &place) || !text_cut(&content, ' ', &line) ||
		!place_parse(place, path, &allowance.at) ||
		!text_number(line, &number) || number > UINT32_MAX)
		return false;
	allowance.line = (uint32_t)number;
	allowance.reason = text_trim(content);
	*ret_allowance = allowance;
	return true;
}

const struct _xmlNode *
allowance_next(struct arena *arena, const struct _xmlNode *file,
	const struct _xmlNode *node, struct allowance *ret_allowance)
{
	struct text path = TEXT("");

	if (file->properties && file->properties->children)
		path = text_of((const char *)file->properties->children->content);
	for (node = node ? node->next : file->children; node; node = node->next)
		if (is_allowance(node) &&
			allowance_parse(
				text_keep(arena, text_of((const char *)node->content)),
				path, ret_allowance))
			return node;
	return NULL;
}

void
allowance_print(const struct _xmlNode *file, struct buffer *buffer)
{
	for (const xmlNode *node = file->children; node; node = node->next)
		if (is_allowance(node))
			buffer_format(
				buffer, "<?allow %s?>", (const char *)node->content);
}
