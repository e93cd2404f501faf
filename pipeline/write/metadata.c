#include "metadata.h"

#include "base/diag.h"
#include "model/pages.h"
#include "write/draft.h"
#include "write/haru.h"
#include "write/syntax.h"

#define MAKER "plgs"

/* The last second of the year 9999. */
static const int64_t EPOCH_MOST = 253402300799;

/* A moment in universal time; year 0 is none. */
struct moment {
	int64_t year, month, day, hour, minute, second;
};

/* What the Info dictionary and the XMP packet both say. */
struct facts {
	struct text title, subject, author, language;
	struct moment moment;
};

/* Days since 1970 as a date of the Gregorian calendar; years are counted from
 * March, so that the leap day is a year's last. */
static struct moment
moment_of(int64_t epoch)
{
	int64_t days = epoch / 86400 + 719468, second = epoch % 86400;
	int64_t era = days / 146097, day = days % 146097;
	int64_t year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
	int64_t of_year = day - (365 * year + year / 4 - year / 100);
	int64_t month = (5 * of_year + 2) / 153;

	return (struct moment){ .year = year + era * 400 + (month >= 10),
		.month = month < 10 ? month + 3 : month - 9,
		.day = of_year - (153 * month + 2) / 5 + 1,
		.hour = second / 3600,
		.minute = second / 60 % 60,
		.second = second % 60 };
}

/* Reads digits where `shape` has 'n' and the same byte elsewhere. */
static bool
shape_read(struct text text, const char *shape, int64_t *numbers)
{
	struct text form = text_of(shape);
	size_t count = 0;

	if (text.size != form.size)
		return false;
	for (size_t i = 0; i < text.size; i++) {
		if (form.at[i] != 'n' && form.at[i] != text.at[i])
			return false;
		if (form.at[i] != 'n')
			continue;
		if (text.at[i] < '0' || text.at[i] > '9')
			return false;
		if (i == 0 || form.at[i - 1] != 'n')
			numbers[count++] = 0;
		numbers[count - 1] = numbers[count - 1] * 10 + (text.at[i] - '0');
	}
	return true;
}

static bool
moment_parse(struct text text, struct moment *ret_moment)
{
	int64_t n[6] = { 0 };

	if (!shape_read(text, "nnnn-nn-nnTnn:nn:nnZ", n) &&
		!shape_read(text, "nnnn-nn-nn", n))
		return false;
	if (n[0] < 1 || n[1] < 1 || n[1] > 12 || n[2] < 1 || n[2] > 31 || n[3] > 23 ||
		n[4] > 59 || n[5] > 59)
		return false;
	*ret_moment = (struct moment){ n[0], n[1], n[2], n[3], n[4], n[5] };
	return true;
}

/* As the Info dictionary spells it, and as XMP does. */
static void
moment_print(struct buffer *buffer, struct moment m, bool xmp)
{
	int n[] = { (int)m.year, (int)m.month, (int)m.day, (int)m.hour, (int)m.minute,
		(int)m.second };

	if (xmp)
		buffer_format(buffer, "%04d-%02d-%02dT%02d:%02d:%02dZ", n[0], n[1],
			n[2], n[3], n[4], n[5]);
	else
		buffer_format(buffer, "(D:%04d%02d%02d%02d%02d%02dZ)", n[0], n[1], n[2],
			n[3], n[4], n[5]);
}

static void
miss(struct draft *draft, const char *what, const char *example)
{
	struct place nowhere = { .file = { "", 0 } };

	diag_add(draft->diags, DIAG_W203, nowhere, "the document has no %s", what);
	diag_help(draft->diags,
		"give the report one in report.yaml, for example %s; a text without a "
		"report takes its title from its first heading",
		example);
}

/* Without a title of its own the document goes by its first heading. */
static struct text
title_choose(struct draft *draft)
{
	const struct pages *pages = draft->pages;

	if (pages->title.size)
		return pages->title;
	if (pages->bookmark_count && pages->bookmarks[0].title.size)
		return pages->bookmarks[0].title;
	miss(draft, "title", "title: Annual report 2023");
	return TEXT("Untitled");
}

static struct facts
facts_gather(struct draft *draft, int64_t epoch)
{
	const struct pages *pages = draft->pages;
	struct facts facts = { .title = title_choose(draft),
		.subject = pages->subtitle,
		.author = pages->publisher,
		.language = pages->language };

	if (facts.language.size == 0)
		miss(draft, "language", "language: en");
	if (epoch >= 0 && epoch <= EPOCH_MOST)
		facts.moment = moment_of(epoch);
	else if (pages->date.size && !moment_parse(pages->date, &facts.moment))
		miss(draft, "date that can be read", "date: 2024-03-31");
	return facts;
}

static void
info_add(struct buffer *body, const char *key, struct text value)
{
	if (value.size == 0)
		return;
	buffer_string(body, key);
	syntax_string(body, value);
	buffer_byte(body, '\n');
}

static void
info_fill(struct draft *draft, const struct facts *facts)
{
	struct buffer body = buffer_make(draft->arena);

	info_add(&body, "/Title ", facts->title);
	info_add(&body, "/Subject ", facts->subject);
	info_add(&body, "/Author ", facts->author);
	buffer_string(&body, "/Creator (" MAKER ")\n/Producer (" MAKER ")\n");
	if (facts->moment.year) {
		buffer_string(&body, "/CreationDate ");
		moment_print(&body, facts->moment, false);
		buffer_string(&body, "\n/ModDate ");
		moment_print(&body, facts->moment, false);
		buffer_byte(&body, '\n');
	}
	haru_fill(draft->haru, haru_info(draft->haru), buffer_text(&body));
}

/* `before`, the value, `after`; nothing for an empty value.  Control characters
 * have no place in XML. */
static void
xmp_add(struct buffer *xmp, const char *before, struct text value, const char *after)
{
	if (value.size == 0)
		return;
	buffer_string(xmp, before);
	for (size_t i = 0; i < value.size; i++)
		buffer_xml(xmp, (unsigned char)value.at[i] < ' '
					? TEXT(" ")
					: text_slice(value, i, i + 1));
	buffer_string(xmp, after);
}

/* Every description names the document; each schema has its own. */
#define DESCRIPTION(schema) "<rdf:Description rdf:about=\"\" " schema ">\n"
#define DESCRIPTION_END "</rdf:Description>\n"
#define ALTERNATIVE "<rdf:Alt><rdf:li xml:lang=\"x-default\">"
#define ALTERNATIVE_END "</rdf:li></rdf:Alt>"

static void
xmp_add_core(struct buffer *xmp, const struct facts *facts)
{
	buffer_string(
		xmp, DESCRIPTION("xmlns:dc=\"http://purl.org/dc/elements/1.1/\""));
	xmp_add(xmp, "<dc:title>" ALTERNATIVE, facts->title,
		ALTERNATIVE_END "</dc:title>\n");
	xmp_add(xmp, "<dc:description>" ALTERNATIVE, facts->subject,
		ALTERNATIVE_END "</dc:description>\n");
	xmp_add(xmp, "<dc:creator><rdf:Seq><rdf:li>", facts->author,
		"</rdf:li></rdf:Seq></dc:creator>\n");
	xmp_add(xmp, "<dc:language><rdf:Bag><rdf:li>", facts->language,
		"</rdf:li></rdf:Bag></dc:language>\n");
	buffer_string(xmp, "<dc:format>application/pdf</dc:format>\n" DESCRIPTION_END);
}

static void
xmp_add_making(struct buffer *xmp, const struct facts *facts)
{
	buffer_string(xmp, DESCRIPTION("xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""));
	buffer_string(xmp, "<xmp:CreatorTool>" MAKER "</xmp:CreatorTool>\n");
	if (facts->moment.year) {
		buffer_string(xmp, "<xmp:CreateDate>");
		moment_print(xmp, facts->moment, true);
		buffer_string(xmp, "</xmp:CreateDate>\n<xmp:ModifyDate>");
		moment_print(xmp, facts->moment, true);
		buffer_string(xmp, "</xmp:ModifyDate>\n");
	}
	buffer_string(xmp, DESCRIPTION_END DESCRIPTION(
				   "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""));
	buffer_string(xmp, "<pdf:Producer>" MAKER "</pdf:Producer>\n" DESCRIPTION_END);
}

/* PDF/UA-1, and for PDF/A the description of the property that says so. */
static void
xmp_add_claim(struct buffer *xmp)
{
	buffer_string(xmp,
		DESCRIPTION("xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/"
			    "id/\"") "<pdfuaid:part>1</"
				     "pdfuaid:part>\n" DESCRIPTION_END DESCRIPTION(
					     "xmlns:pdfaExtension=\"http://"
					     "www.aiim.org/pdfa/ns/"
					     "extension/\" "
					     "xmlns:pdfaSchema=\"http://"
					     "www.aiim.org/pdfa/ns/"
					     "schema#\" "
					     "xmlns:pdfaProperty=\"http://"
					     "www.aiim.org/pdfa/ns/"
					     "property#\"") "<pdfaExtension:"
							    "schemas><rdf:"
							    "Bag><rdf:li "
							    "rdf:parseType="
							    "\"Resource\">\n"
							    "<pdfaSchema:"
							    "schema>PDF/UA "
							    "identification<"
							    "/pdfaSchema:"
							    "schema>\n"
							    "<pdfaSchema:"
							    "namespaceURI>"
							    "http://"
							    "www.aiim.org/"
							    "pdfua/ns/id/"
							    "</"
							    "pdfaSchema:"
							    "namespaceURI>\n"
							    "<pdfaSchema:"
							    "prefix>pdfuaid<"
							    "/pdfaSchema:"
							    "prefix>\n"
							    "<pdfaSchema:"
							    "property><rdf:"
							    "Seq><rdf:li "
							    "rdf:parseType="
							    "\"Resource\">\n"
							    "<pdfaProperty:"
							    "name>part</"
							    "pdfaProperty:"
							    "name>\n"
							    "<pdfaProperty:"
							    "valueType>"
							    "Integer</"
							    "pdfaProperty:"
							    "valueType>\n"
							    "<pdfaProperty:"
							    "category>"
							    "internal</"
							    "pdfaProperty:"
							    "category>\n"
							    "<pdfaProperty:"
							    "description>"
							    "Part of ISO "
							    "14289 that the "
							    "file follows"
							    "</"
							    "pdfaProperty:"
							    "description>\n"
							    "</rdf:li></"
							    "rdf:Seq></"
							    "pdfaSchema:"
							    "property>\n"
							    "</rdf:li></"
							    "rdf:Bag></"
							    "pdfaExtension:"
							    "schemas>"
							    "\n" DESCRIPTION_END);
}

/* Not deflated: tools that know nothing of PDF look for it. */
static void
xmp_stream_add(struct draft *draft, const struct facts *facts)
{
	struct buffer xmp = buffer_make(draft->arena);

	buffer_string(&xmp,
		"<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
		"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n<rdf:RDF xmlns:rdf="
		"\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
	xmp_add_core(&xmp, facts);
	xmp_add_making(&xmp, facts);
	/* PDF/UA wants a language: what has none does not say that it keeps to it. */
	if (facts->language.size)
		xmp_add_claim(&xmp);
	buffer_string(&xmp, "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
	syntax_refer(&draft->catalog, "/Metadata",
		haru_add_stream(draft->haru, TEXT("/Type /Metadata /Subtype /XML"),
			buffer_text(&xmp)));
	buffer_byte(&draft->catalog, '\n');
}

void
metadata_add(struct draft *draft, int64_t epoch)
{
	struct facts facts = facts_gather(draft, epoch);

	info_fill(draft, &facts);
	xmp_stream_add(draft, &facts);
	if (facts.language.size) {
		buffer_add(&draft->catalog, TEXT("/Lang "));
		syntax_string(&draft->catalog, facts.language);
		buffer_byte(&draft->catalog, '\n');
	}
	buffer_add(&draft->catalog, TEXT("/ViewerPreferences <</DisplayDocTitle true"));
	if (draft->pages->rtl)
		buffer_add(&draft->catalog, TEXT(" /Direction /R2L"));
	buffer_add(&draft->catalog, TEXT(">>\n"));
}
