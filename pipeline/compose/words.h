/* words.h - numbers as the United Nations write them in running text. */
#ifndef COMPOSE_WORDS_H
#define COMPOSE_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

/* Adds the number: below ten in words, from ten on in figures, grouped as the
 * language does it.  False where ICU does not know how. */
bool words_print(struct buffer *, int64_t number, struct text language);

#endif
