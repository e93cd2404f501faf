/* treenode.h - libxml2's trees in an arena.
 *
 * libxml2 takes each node and each text from the heap and gives them back one by one,
 * which costs as much as all that is done with them.  These nodes lie in the arena of
 * their document and go with it: xmlFreeNode must never see one of them.  libxml2 reads
 * them as it reads its own, and may rename them, since names are in the document's
 * dictionary.
 */
#ifndef MODEL_TREENODE_H
#define MODEL_TREENODE_H

#include "base/text.h"

struct arena;
struct _xmlDoc;
struct _xmlNode;

/* An empty document; the arena closes it. */
struct _xmlDoc *treenode_document(struct arena *);

/* Nodes that stand nowhere yet.  An element has `extra` zeroed bytes at _private, none
 * where that is 0.  Texts are copied. */
struct _xmlNode *treenode_element(
	struct arena *, struct _xmlDoc *, struct text name, size_t extra);
struct _xmlNode *treenode_text(struct arena *, struct _xmlDoc *, struct text);
struct _xmlNode *treenode_instruction(
	struct arena *, struct _xmlDoc *, const char *name, struct text);

/* Gives an element one more attribute. */
void treenode_attribute(
	struct arena *, struct _xmlNode *, const char *name, struct text value);

/* Makes the node the last child; its parent may be the document. */
void treenode_append(struct _xmlNode *parent, struct _xmlNode *);

/* Makes the node the first child after `before`, or the very first where that is NULL.
 */
void treenode_insert(
	struct _xmlNode *parent, struct _xmlNode *before, struct _xmlNode *);

/* Takes the node out of its tree. */
void treenode_remove(struct _xmlNode *);

#endif
