/* card.h - publications in a fence. */
#ifndef PARSE_CARD_H
#define PARSE_CARD_H

struct conversion;
struct fence;
struct place;

/* Adds the cards of a fence: lines like `title: …`, and an empty line between two
 * publications. */
void card_add(struct conversion *, const struct fence *, struct place);

#endif
