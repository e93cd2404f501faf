/* markdown.h - text that Markdown takes for nothing but text. */
#ifndef REPORT_MARKDOWN_H
#define REPORT_MARKDOWN_H

#include "base/text.h"

/* On one line, escaped; what no terminal should get is a dot. */
void markdown_print(struct buffer *, struct text);

#endif
