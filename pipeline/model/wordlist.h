/* wordlist.h - what the pipeline itself says in a language, from schemas/words.
 *
 * schemas/words/LANGUAGE.xml is <words language="fr">, and in it <word key="sources">
 * for a fixed word and <codes type="qualifier"> round the <word key="over"> of each
 * value of an enumeration.  In a word, {0} stands for what it is about.
 */
#ifndef MODEL_WORDLIST_H
#define MODEL_WORDLIST_H

#include "base/text.h"

struct arena;
struct diag_list;
struct files;
struct wordlist;

/* The list of a language, kept in the arena.  A language with a script and without a
 * list has that of the language alone; *ret_list is NULL where there is none at all,
 * which English must not lack.  False: F101 or G102 says why. */
bool wordlist_open(struct arena *, struct diag_list *, struct files *,
	struct text schemas, struct text language, const struct wordlist **ret_list);

/* The word of a key, or empty; the list may be NULL.  `type` is empty for fixed words.
 */
struct text wordlist_find(const struct wordlist *, struct text type, struct text key);

/* The keys of fixed words in their order; empty beyond the last. */
struct text wordlist_key(const struct wordlist *, size_t index);

#endif
