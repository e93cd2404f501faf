/* ruletext.h - what rules ask of a text: how alike two are, which letters it has. */
#ifndef VALIDATE_RULETEXT_H
#define VALIDATE_RULETEXT_H

#include <stdbool.h>

#include "base/text.h"
#include "validate/likeness.h"

/* Words between blanks. */
size_t ruletext_words(struct text);

/* How much two texts have in common, in hundredths: pairs of neighbouring letters,
 * without regard to capitals and signs (Dice's coefficient). */
int ruletext_similarity(struct text, struct text);

/* The same in coarse, for a text that will not be there. */
struct likeness ruletext_likeness(struct text);

/* True where the phrase stands at the offset as whole words.  One in small letters is
 * found in capitals too. */
bool ruletext_is_at(struct text, size_t offset, struct text phrase);

/* The offset of a phrase that stands in the text as whole words, or text.size. */
size_t ruletext_find(struct text, struct text phrase);

/* The ISO 15924 name of the script that most letters are of; empty without letters. */
const char *ruletext_script(struct text);

/* False where most letters are not those of the language; true for a language that is
 * written in several scripts, or is not known. */
bool ruletext_script_fits(struct text language, struct text);

/* The first word with Latin beside Greek or Cyrillic letters, or an empty text. */
struct text ruletext_mixed(struct text);

/* The first word of three capitals or more that does not stand in brackets, so that
 * nothing has said what it means; empty where there is none. */
struct text ruletext_acronym(struct text);

/* True for ten or thirteen digits whose check digit is right. */
bool ruletext_isbn(struct text);

#endif
