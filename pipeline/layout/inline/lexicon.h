/* lexicon.h - the words that were shaped so far.
 *
 * A text of a thousand pages has some fifty thousand different ones and asks for each
 * of them ten times, so what it takes to find one is mostly its way from memory.
 */
#ifndef LAYOUT_LEXICON_H
#define LAYOUT_LEXICON_H

#include <stddef.h>
#include <stdint.h>

#include "base/length.h"
#include "base/text.h"

struct arena;
struct lettering;
struct lexicon;
struct shaped;

struct lexicon *lexicon_open(struct arena *);
void lexicon_close(struct lexicon *);

/* Where words and what belongs to them lie. */
struct arena *lexicon_arena(const struct lexicon *);

size_t lexicon_count(const struct lexicon *);

/* Forgets all words. */
void lexicon_clear(struct lexicon *);

/* What differs between the words of a page; the rest is left to comparison. */
uint32_t lexicon_hash(uint32_t face, length size, struct text word);

/* A word, or NULL.  Letterings are told apart by their addresses. */
struct shaped *lexicon_find(const struct lexicon *, uint32_t hash,
	const struct lettering *, struct text word);

/* Room for a word that is not there, all zero; the caller writes what it is. */
struct shaped *lexicon_add(struct lexicon *, uint32_t hash);

/* The words of a text will be asked for soon: they come from memory together. */
void lexicon_expect(const struct lexicon *, uint32_t face, length size, struct text);

#endif
