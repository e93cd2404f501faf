/* manual.h - the table of commands and flags as a manual page and as shell completion.
 */
#ifndef MANUAL_H
#define MANUAL_H

struct buffer;

/* plgs.1 in the language of man(7). */
void manual_page(struct buffer *);

/* Completion for bash. */
void manual_completion(struct buffer *);

#endif
