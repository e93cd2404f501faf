/* forms.h - the forms that diagnostics can be had in, one function each. */
#ifndef REPORT_FORMS_H
#define REPORT_FORMS_H

#include "base/diag.h"

struct buffer;
struct report;

void forms_text(const struct report *, struct buffer *);   /* terminal.c */
void forms_json(const struct report *, struct buffer *);   /* data.c */
void forms_sarif(const struct report *, struct buffer *);  /* sarif.c */
void forms_github(const struct report *, struct buffer *); /* github.c */
void forms_junit(const struct report *, struct buffer *);  /* junit.c */
void forms_letter(const struct report *, struct buffer *); /* mail.c */
void forms_letter_html(const struct report *, struct buffer *);

/* "warning", "error", "failure". */
const char *forms_severity(enum severity);

/* True where the diagnostic fails the run. */
bool forms_fails(const struct report *, const struct diag *);

#endif
