/* rulebook.h - the rules across fields, records and files, as data: schemas/rules.xml.
 *
 * A rule has a catalogue entry of its own, with a code from V501 on, and an XPath that
 * must be true of every record it is for.  Lists of words that rules look for in prose
 * stand there too.
 */
#ifndef MODEL_RULEBOOK_H
#define MODEL_RULEBOOK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/diag.h"

struct arena;
struct diag_list;
struct files;

/* A text of the file, with the place where it begins. */
struct rulebook_text {
	struct text text;
	struct place at;
};

struct rule {
	struct diag_entry entry;
	struct place at;
	bool asleep;        /* asked only where a report gives it a weight */
	struct text kinds;  /* names of types in the schema, with blanks between them */
	struct text with;   /* keys that the record must have for it */
	struct text any;    /* keys of which it must have one; empty for none */
	struct text named;  /* the key that the value must have; empty for any */
	struct text of;     /* values of `kind` that it is for; empty for any */
	struct text state;  /* values of `status` that it is for; empty for any */
	struct text finds;  /* what it looks for without XPath; may be empty */
	struct text within; /* the way to the value it looks in; empty for the record */
	struct text source; /* its number in the study it comes from, or "plgs" */
	struct rulebook_text test, blame, says, label, help; /* `blame` may be empty */
	struct text example; /* YAML that breaks the rule at the line marked "# here" */
};

/* A phrase that is looked for, and what to write in its place, which may be empty. */
struct phrase {
	struct text says, better;
	const struct phrase *next; /* with the same first letter, in their order */
};

/* Letters are told apart by their last five bits, which do not know their case. */
enum { PHRASES_LETTERS = 32 };

struct phrases {
	struct phrases *next;
	struct text name;
	struct phrase *items;
	size_t count;
	/* By the first letter: the first phrase, and the second letters as bits. */
	const struct phrase *heads[PHRASES_LETTERS];
	uint32_t begins[PHRASES_LETTERS];
};

struct rulebook {
	struct rule *rules; /* in the order of their codes */
	size_t count;
	struct phrases *phrases;
};

/* rules.xml in `folder`; all of it lives as long as the arena.  False: F101, G102 or
 * G105 says why. */
bool rulebook_open(struct arena *, struct diag_list *, struct files *,
	struct text folder, const struct rulebook **ret_rulebook);

/* Makes the items of a list findable by their letters. */
void phrases_seal(struct phrases *);

/* The rule of that code, in either case, or NULL. */
const struct rule *rulebook_find(const struct rulebook *, struct text code);

#endif
