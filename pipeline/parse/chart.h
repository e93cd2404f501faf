/* chart.h - a fence that says how to draw the values below it.
 *
 *	```chart bar
 *	caption: Countries with a national urban policy, by region {#regions}
 *	unit: countries
 *	source: UN-Habitat, 2023
 *
 *	Region;2021;2023
 *	Africa;38;41
 *	```
 *
 * What is said of the chart ends with the first empty line, or with the first line that
 * is no word and a colon.  The rest is read as a ```csv fence is.
 */
#ifndef PARSE_CHART_H
#define PARSE_CHART_H

#include "base/diag.h"

struct conversion;
struct fence;

/* Adds the figure that the chart is to what is open. */
void chart_add(struct conversion *, const struct fence *, struct place);

#endif
