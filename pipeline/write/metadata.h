/* metadata.h - what the file says about the document: title, language, date. */
#ifndef WRITE_METADATA_H
#define WRITE_METADATA_H

#include <stdint.h>

struct draft;

/* Fills the Info dictionary and adds the XMP packet, which say the same.  `epoch`
 * is the date in seconds since 1970, or -1 for the date of the pages. */
void metadata_add(struct draft *, int64_t epoch);

#endif
