#include "column.h"

enum { COLUMN_LEAST = 72 * LENGTH_POINT };

struct column
column_inner(struct column column, length left, length right)
{
	column.free = false;
	if (column.width - left - right < COLUMN_LEAST)
		return column;
	column.left += left;
	column.width -= left + right;
	return column;
}
