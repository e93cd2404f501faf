/* width.h - how many columns of a terminal a rune takes.
 *
 * A short table of the scripts that records are written in, after Unicode's
 * East Asian Width and its combining marks; terminals differ in the rest.
 */
#ifndef REPORT_WIDTH_H
#define REPORT_WIDTH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* 0, 1 or 2. */
size_t width_of(uint32_t rune);

/* True for what must not reach a terminal: controls, and marks that turn the
 * direction of what follows. */
bool width_is_unsafe(uint32_t rune);

#endif
