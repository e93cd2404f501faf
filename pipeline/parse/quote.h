/* quote.h - quotes that say what they are.
 */
#ifndef PARSE_QUOTE_H
#define PARSE_QUOTE_H

struct arena;
struct diag_list;
struct node;

/* A quote whose last line begins with a dash has a speaker.  A quote whose first line
 * is `[!country AZ]` becomes the call-out of that country; the line goes. */
void quote_take(struct arena *, struct diag_list *, struct node *quote);

#endif
