/* image.h - pictures: one object for each file, however often it is shown.
 *
 * A JPEG goes into the PDF as it is, byte for byte; of a PNG the dots do.
 */
#ifndef WRITE_IMAGE_H
#define WRITE_IMAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

struct box;
struct draft;
struct item;

struct image {
	struct text file;
	uint32_t number; /* the object */
};

/* Adds the objects of pictures on the draft's leaf that were on none before.  False
 * when one cannot be embedded; W103 says which. */
bool images_open(struct draft *);

/* Names them in the resources of the pages; nothing where there are none. */
void images_list(struct draft *, struct buffer *body);

/* Shows the picture of an item, upright, in a box. */
void image_show(const struct draft *, const struct item *, const struct box *,
	struct buffer *out);

#endif
