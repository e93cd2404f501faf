#include "report/excerpt.h"
#include "report/voice.h"

/* One page that needs nothing else, in the reader's own font and size. */
static const char style[] =
	"body { max-width: 42em; margin: 2em auto; padding: 0 1em; line-height: 1.5;\n"
	"  font-family: sans-serif; color: #1a1a1a; background: #fff }\n"
	"h1 { font-size: 1.5em } h2 { font-size: 1.25em; margin-top: 2em }\n"
	"h3 { font-size: 1.05em } section { margin: 0 0 1.5em }\n"
	"h4 { font-size: 1em; margin: 0 0 .3em }\n"
	"dl { margin: 0 } dt { font-weight: bold } dd { margin: 0 0 .5em }\n"
	"code { font-family: monospace; overflow-wrap: anywhere }\n"
	"pre { background: #f2f2f2; border-left: 4px solid #005a9c; padding: .6em "
	"1em;\n"
	"  margin: 0; white-space: pre-wrap }\n"
	"@media print { section { break-inside: avoid } }\n";

static void
print(struct buffer *out, struct text text)
{
	struct buffer plain = buffer_make(out->arena);

	excerpt_plain(&plain, text, SIZE_MAX);
	buffer_xml(out, buffer_text(&plain));
}

static void
start(struct buffer *out, struct text title)
{
	buffer_string(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
			   "<meta charset=\"utf-8\">\n"
			   "<meta name=\"viewport\" "
			   "content=\"width=device-width, initial-scale=1\">\n<title>");
	print(out, title);
	buffer_format(
		out, "</title>\n<style>\n%s</style>\n</head>\n<body>\n<main>\n", style);
}

static void
end(struct buffer *out)
{
	buffer_string(out, "</main>\n</body>\n</html>\n");
}

static void
heading(struct buffer *out, size_t level, struct text text)
{
	buffer_format(out, "<h%zu>", level);
	print(out, text);
	buffer_format(out, "</h%zu>\n", level);
}

static void
paragraph(struct buffer *out, struct text text)
{
	buffer_string(out, "<p>");
	print(out, text);
	buffer_string(out, "</p>\n");
}

static void
item_open(struct buffer *out, size_t number, struct text where)
{
	buffer_format(out, "<section>\n<h4>%zu. ", number);
	print(out, where);
	buffer_string(out, "</h4>\n<dl>\n");
}

static void
point(struct buffer *out, const char *name, struct text text)
{
	buffer_format(out, "<dt>%s</dt>\n<dd>", name);
	print(out, text);
	buffer_string(out, "</dd>\n");
}

/* What people type runs in the direction of its own script. */
static void
typed(struct buffer *out, const char *name, struct text code)
{
	buffer_format(out, "<dt>%s</dt>\n<dd><code dir=\"auto\">", name);
	print(out, code);
	buffer_string(out, "</code></dd>\n");
}

static void
paste(struct buffer *out, const char *name, struct text code)
{
	buffer_format(out, "<dt>%s</dt>\n<dd><pre><code dir=\"auto\">", name);
	print(out, code);
	buffer_string(out, "</code></pre></dd>\n");
}

static void
item_close(struct buffer *out)
{
	buffer_string(out, "</dl>\n</section>\n");
}

const struct voice voice_html = {
	.start = start,
	.end = end,
	.heading = heading,
	.paragraph = paragraph,
	.item_open = item_open,
	.point = point,
	.typed = typed,
	.paste = paste,
	.item_close = item_close,
};
