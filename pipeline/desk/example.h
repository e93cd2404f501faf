/* example.h - what plgs says of an input that has the mistake, for each code.
 *
 * The table is made at build time from the messages that tests/diagnostics expects,
 * so that no example is ever out of date.
 */
#ifndef DESK_EXAMPLE_H
#define DESK_EXAMPLE_H

/* The message with its excerpt, of several lines; NULL where there is none. */
const char *example_find(const char *code);

#endif
