/* sample.h - what may be typed for a field, as YAML on one line. */
#ifndef MODEL_SAMPLE_H
#define MODEL_SAMPLE_H

#include "base/text.h"

struct field;

/* A longer sample on one line is no help. */
#define SAMPLE_MOST 160

/* "status: achieved", however long. */
void sample_print(const struct field *, struct buffer *);

/* A scalar: in quotes where it needs them. */
void sample_quote(struct text value, struct buffer *);

#endif
