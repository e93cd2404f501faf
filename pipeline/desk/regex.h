/* regex.h - patterns of XSD as patterns of JSON Schema.
 *
 * XSD always means the whole value and has no anchors; JSON Schema takes patterns
 * from JavaScript.
 */
#ifndef DESK_REGEX_H
#define DESK_REGEX_H

#include "base/text.h"

struct arena;

/* "[A-Z]{2}" as "^(?:[A-Z]{2})$".  Empty where JavaScript has no like of it: \i, \c,
 * blocks such as \p{IsArabic}, and classes less a class. */
struct text regex_translate(struct arena *, struct text xsd);

#endif
