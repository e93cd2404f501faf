/* jpeg.h - the head of a JPEG (ITU T.81, annex B; the application segments of EXIF 2.3
 * and of Adobe, technical note 5116).
 */
#ifndef MODEL_JPEG_H
#define MODEL_JPEG_H

#include <stdbool.h>

#include "base/text.h"

struct picture;

/* What every JPEG begins with. */
#define JPEG_SIGN TEXT("\xff\xd8\xff")

/* Fills in all but the orientation of a picture that says none.  False when the bytes
 * are no whole JPEG that a PDF can hold: *ret_why ends "the picture …". */
bool jpeg_read(struct text bytes, struct picture *, const char **ret_why);

#endif
