/* drawing.h - the path of an item in the text form of pages.
 *
 *	<path … x="10" y="20" stroke="#1c2226" width="1">M0 0 L10 0 C12 0 14 2 14 4
 *Z</path>
 *
 * Each step is a letter and its points, in points of type, seen from x and y.
 */
#ifndef MODEL_DRAWING_H
#define MODEL_DRAWING_H

#include <stdbool.h>

struct _xmlNode;
struct arena;
struct buffer;
struct item;

/* The attributes of the path, its steps and the end of the element. */
void drawing_print(const struct item *, struct buffer *);

/* False where a step cannot be read, or the first one is not a move. */
bool drawing_parse(struct arena *, const struct _xmlNode *, struct item *);

#endif
