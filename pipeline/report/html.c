#include "report/excerpt.h"
#include "report/voice.h"

static void
words(struct buffer *out, struct text text)
{
	struct buffer plain = buffer_make(out->arena);

	excerpt_plain(&plain, text, SIZE_MAX);
	buffer_xml(out, buffer_text(&plain));
}

/* One page that needs nothing else, in the reader's own font and size.  What people
 * type runs in the direction of its own script. */
/* clang-format off */
const struct voice voice_html = {
	.ending = "html",
	.words = words,
	.code = words,
	.parts = {
		[VOICE_HEAD] = { NULL,
			"<!DOCTYPE html>\n"
			"<html lang=\"en\">\n"
			"<head>\n"
			"<meta charset=\"utf-8\">\n"
			"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
			"<title>",
			"</title>\n"
			"<style>\n"
			"body { max-width: 40em; margin: 2em auto; padding: 0 1em; line-height: 1.5;\n"
			"  font-family: sans-serif; color: #1a1a1a; background: #fff;\n"
			"  overflow-wrap: break-word }\n"
			"h1 { font-size: 1.6em; line-height: 1.25 }\n"
			"h2 { font-size: 1.25em; line-height: 1.3; margin: 2em 0 0;\n"
			"  padding-top: .5em; border-top: 3px solid #1a1a1a }\n"
			"h3 { font-size: 1.05em; margin: 0 } h4 { font-size: 1em; margin: 0 }\n"
			"p { margin: .5em 0 } section { margin: 1.5em 0 2em }\n"
			"pre { margin: .5em 0; padding: .5em .8em; white-space: pre-wrap;\n"
			"  border-left: 4px dotted #767676 }\n"
			"pre.paste { background: #f2f2f2; border-left: 4px solid #005a9c }\n"
			"code { font-family: monospace, monospace }\n"
			"@media print { section { break-inside: avoid } }\n"
			"</style>\n"
			"</head>\n" },
		[VOICE_PAGE] = { NULL, "<body>\n<main>\n", "</main>\n</body>\n</html>\n" },
		[VOICE_HEADING_1] = { NULL, "<h1>", "</h1>\n" },
		[VOICE_HEADING_2] = { NULL, "<h2>", "</h2>\n" },
		[VOICE_HEADING_3] = { NULL, "<h3>", "</h3>\n" },
		[VOICE_HEADING_4] = { NULL, "<h4>", "</h4>\n" },
		[VOICE_PARAGRAPH] = { NULL, "<p>", "</p>\n" },
		[VOICE_ITEM] = { NULL, "<section>\n", "</section>\n" },
		[VOICE_LEAD] = { NULL, "<strong>", "</strong> " },
		[VOICE_TYPED] = { NULL, "<pre><code dir=\"auto\">", "</code></pre>\n" },
		[VOICE_SNIPPET] = { NULL, "<pre class=\"paste\"><code dir=\"auto\">", "</code></pre>\n" },
	},
};
/* clang-format on */
