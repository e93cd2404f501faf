/* ledger.h - the values of a chart: numbers or dates in rows and columns, and the tags
 * that make them a table for readers.
 */
#ifndef LAYOUT_LEDGER_H
#define LAYOUT_LEDGER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"
#include "layout/chart/amount.h"
#include "layout/chart/period.h"

struct node;
struct setting;

struct value {
	struct node *cell; /* NULL: the row has no such cell */
	uint32_t tag;
	enum amount_kind kind; /* AMOUNT_NONE: it is not known */
	int64_t scaled;        /* a number, with the places of the ledger */
	struct period period;  /* a date */
	struct text words;     /* as typed */
};

/* A row, or the heads of the columns. */
struct ledger_row {
	struct node *cell; /* its head; may be NULL */
	struct text head;  /* as words */
	uint32_t tag;
	struct value *values;
};

struct ledger {
	struct setting *setting;
	struct node *table;
	struct ledger_row heads; /* above the rows; its values are words */
	struct ledger_row *rows;
	size_t count, columns; /* without the heads */
	int places;            /* of all numbers */
	int64_t low, high;     /* of all that are known */
	size_t known, missing;
	bool own_digits; /* some are written in digits that are not ASCII */
};

/* The rows of a table.  In scratch. */
struct ledger ledger_make(struct setting *, struct node *table);

/* Reads the values as numbers or as dates; what is neither is L221 or L222. */
void ledger_read_numbers(struct ledger *);
void ledger_read_dates(struct ledger *);

/* Tells values that say something from those that do not. */
void ledger_read_marks(struct ledger *);

/* Puts the rows in the order of their last numbers; equal ones stay as they are, and
 * those without one come last. */
void ledger_sort(struct ledger *, bool falling);

/* Makes the tags of the table below `parent`. */
void ledger_tag(struct ledger *, uint32_t parent);

/* Words that say no more than that it is so, or that it is not. */
bool ledger_says_yes(struct text);
bool ledger_says_no(struct text);

/* A number of the ledger as the language writes it. */
struct text ledger_say(const struct ledger *, int64_t scaled);

#endif
