/* package.h - which package of Debian has a font for a character.
 */
#ifndef LAYOUT_PACKAGE_H
#define LAYOUT_PACKAGE_H

#include <stdbool.h>
#include <stdint.h>

struct buffer;

/* The package, or NULL where none is known that has outlines for the rune; then
 * nothing is added.  The name of the file in it is added to `file`. */
const char *package_find(uint32_t rune, struct buffer *file);

#endif
