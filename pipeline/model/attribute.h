/* attribute.h - the attributes of nodes in the text form of a document.
 *
 * One table says which member of a node stands in which attribute; it is read in both
 * directions.
 */
#ifndef MODEL_ATTRIBUTE_H
#define MODEL_ATTRIBUTE_H

struct _xmlNode;
struct arena;
struct buffer;
struct node;

/* The namespace of what is ours. */
#define DOCUMENT_SPACE "urn:plgs:document:1"

void attributes_print(struct node *, struct buffer *);

/* Fills in the members of a node; texts are kept in the arena.  What is missing or
 * cannot be is the least that can. */
void attributes_parse(struct arena *, const struct _xmlNode *, struct node *);

#endif
