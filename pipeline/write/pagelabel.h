/* pagelabel.h - the numbers that readers show for pages, as printed on them. */
#ifndef WRITE_PAGELABEL_H
#define WRITE_PAGELABEL_H

struct draft;

/* Adds /PageLabels to the catalog, if a page has a label. */
void pagelabels_add(struct draft *);

#endif
