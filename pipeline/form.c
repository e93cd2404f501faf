#include "form.h"

#include "model/document.h"
#include "model/pages.h"
#include "model/records.h"

static bool
parse_records(struct diag_list *diags, struct text bytes, struct piece *piece)
{
	return records_parse(piece->arena, diags, piece->name, bytes, &piece->records);
}

static void
print_records(const struct piece *piece, struct buffer *buffer)
{
	records_print(piece->records, buffer);
}

static bool
parse_document(struct diag_list *diags, struct text bytes, struct piece *piece)
{
	return document_parse(
		piece->arena, diags, piece->name, bytes, &piece->document);
}

static void
print_document(const struct piece *piece, struct buffer *buffer)
{
	document_print(piece->document, buffer);
}

static bool
parse_pages(struct diag_list *diags, struct text bytes, struct piece *piece)
{
	return pages_parse(piece->arena, diags, piece->name, bytes, &piece->pages);
}

static void
print_pages(const struct piece *piece, struct buffer *buffer)
{
	pages_print(piece->pages, buffer);
}

static bool
parse_text(struct diag_list *diags, struct text bytes, struct piece *piece)
{
	(void)diags;
	piece->text = bytes;
	return true;
}

static void
print_text(const struct piece *piece, struct buffer *buffer)
{
	buffer_add(buffer, piece->text);
}

static const struct form_act acts[FORMS] = {
	[FORM_YAML] = { "yaml", "YAML", NULL, NULL },
	[FORM_RECORDS] = { "records", "records XML", parse_records, print_records },
	[FORM_MARKDOWN] = { "markdown", "Markdown", parse_text, print_text },
	[FORM_DOCUMENT] = { "document", "document XML", parse_document,
		print_document },
	[FORM_PAGES] = { "pages", "pages XML", parse_pages, print_pages },
	[FORM_PDF] = { "pdf", "PDF", NULL, print_text },
};

const struct form_act *
form_act(enum form form)
{
	return &acts[form];
}

enum form
form_find(struct text name)
{
	enum form form = 0;

	while (form < FORMS && !text_is(name, acts[form].name))
		form++;
	return form;
}
