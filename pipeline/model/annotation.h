/* annotation.h - what the schema says of itself to people, each as one line. */
#ifndef MODEL_ANNOTATION_H
#define MODEL_ANNOTATION_H

#include "base/text.h"

struct _xmlNode;
struct arena;

/* Of our attributes: p:label, p:says, p:example ... */
#define ANNOTATION_SPACE "urn:plgs:schema:1"

/* The documentation of an element, a type or a value; empty where there is none. */
struct text annotation_hint(struct arena *, const struct _xmlNode *);

/* p:says, as a help: "write a year" for "Write a year.". */
struct text annotation_says(struct arena *, const struct _xmlNode *);

#endif
