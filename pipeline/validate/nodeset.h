/* nodeset.h - elements that were blamed, so that none is blamed twice. */
#ifndef VALIDATE_NODESET_H
#define VALIDATE_NODESET_H

#include <stdbool.h>

struct _xmlNode;
struct arena;
struct nodeset;

struct nodeset *nodeset_make(struct arena *);

/* True when the node is new. */
bool nodeset_add(struct nodeset *, const struct _xmlNode *);
bool nodeset_has(const struct nodeset *, const struct _xmlNode *);

#endif
