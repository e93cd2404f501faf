/* card.h - publications on cards, two side by side.
 */
#ifndef LAYOUT_CARD_H
#define LAYOUT_CARD_H

#include "layout/flow/column.h"

struct flow;
struct node;

/* Each card: its cover, if it has one, beside title, facts, summary and address.  What
 * is too long for a card is set as paragraphs. */
void cards_flow(struct flow *, struct node *, struct column);

#endif
