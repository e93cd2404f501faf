/* figure.h - figures: a fence that says what there is to say of a picture, or a
 *paragraph that holds a picture and nothing else.
 *
 *	```figure photos/forum.jpg
 *	caption: Opening of the forum, Baku {#forum}
 *	alt: Four people on a stage before a full hall
 *	credit: © UN-Habitat/Julius Mwelu
 *	width: 80%
 *	```
 */
#ifndef PARSE_FIGURE_H
#define PARSE_FIGURE_H

#include "base/diag.h"

struct arena;
struct conversion;
struct document;
struct fence;
struct files;
struct node;

/* Adds the figure of a fence to what is open. */
void figure_add(struct conversion *, const struct fence *, struct place);

/* Makes a paragraph that holds a picture and nothing else, of which there is a file,
 * into a figure: its title is the caption, and from a © on the credit. */
void figure_take(struct conversion *, struct node *paragraph);

/* When all has been read: the words for those who do not see a picture.  What has none,
 * or a photograph without a credit, is said. */
void figures_judge(struct arena *, struct diag_list *, struct document *);

#endif
