/* pattern.h - words with a place for what they are about: "over {0}". */
#ifndef COMPOSE_PATTERN_H
#define COMPOSE_PATTERN_H

#include "base/text.h"

/* Adds the pattern with the text for {0}; a pattern without it is not added. */
void pattern_fill(struct buffer *, struct text pattern, struct text);

#endif
