/* keys.h - the look at keys and shapes that comes before the values.
 *
 * libxml2 stops looking at a group at its first unknown key, so one misspelling
 * would hide all other faults.  Here unknown, missing and repeated keys and lists
 * where a value belongs are found; a misspelt key is taken for the key it was meant
 * to be from then on.
 */
#ifndef VALIDATE_KEYS_H
#define VALIDATE_KEYS_H

struct _xmlNode;
struct field;
struct judge;

/* Checks a record's root element, and notes the names and references in it. */
void keys_check(struct judge *, struct _xmlNode *root, const struct field *);

#endif
