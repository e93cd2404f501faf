/* codelist.h - the lists of codes that lie beside the schemas: countries, languages,
 * currencies, targets ...
 *
 * A list is schemas/codelists/NAME.xml: <codelist> with an <entry> for each code.  An
 * entry's code="", its names by language (en="", fr="" ...) and known-as="", what
 * people write for it, with | between; valid-from="" and valid-to="" where it holds for
 * some time only.  <codelist subtags="yes">: what follows a hyphen in a value is not
 * looked up.  <codelist covers="AZ KH">: of codes that begin otherwise the list knows
 * nothing.
 */
#ifndef MODEL_CODELIST_H
#define MODEL_CODELIST_H

#include "base/text.h"

struct arena;
struct diag_list;
struct files;

struct code_name {
	struct text language, words;
};

struct code {
	struct text value;
	struct text name;        /* in English */
	struct code_name *names; /* in all languages of the list */
	size_t name_count;
	struct text from,
		to;         /* first and last day on which it holds; both or neither */
	struct text *words; /* the code, its names and what people write for it */
	size_t word_count;
};

struct codelist {
	struct code *codes;
	size_t count;
	struct text covers; /* beginnings of the codes it knows, or empty for all */
	bool has_subtags;   /* "az-Cyrl" is looked up as "az" */
	const struct code **slots; /* by hash; open addressing */
	size_t room;               /* a power of two */
};

/* The list `name` in the folder of the schemas, kept in the arena; `attribute` is the
 * one that holds its codes.  False: F101 or G102 says why. */
bool codelist_open(struct arena *, struct diag_list *, struct files *,
	struct text schemas, struct text name, struct text attribute,
	const struct codelist **ret_list);

/* The entry of a code, or NULL. */
const struct code *codelist_find(const struct codelist *, struct text value);

/* The name in a language, which is BCP 47, or in English. */
struct text codelist_name(const struct code *, struct text language);

/* False for a value that the list should know, and does not. */
bool codelist_has(const struct codelist *, struct text value);

#endif
