/* operand.h - what the functions of rules take from the stack of XPath, and leave
 * there.
 *
 * Rules are asked of every record, so that what is taken is given back at once and no
 * memory of the run is used for it.
 */
#ifndef VALIDATE_OPERAND_H
#define VALIDATE_OPERAND_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

struct _xmlNode;
struct query_call;

/* The last argument as a text.  *ret_held keeps it; operand_drop gives it back. */
struct text operand_take(struct query_call *, void **ret_held);
void operand_drop(void *held);

/* The first node of the last argument; NULL for none, and for a computed text. */
struct _xmlNode *operand_take_node(struct query_call *);

/* The hash of the last argument as a text; 64 bits are as good as the text. */
uint64_t operand_take_hash(struct query_call *);

void operand_give_number(struct query_call *, double);
void operand_give_truth(struct query_call *, bool);
void operand_give_text(struct query_call *, struct text);

#endif
