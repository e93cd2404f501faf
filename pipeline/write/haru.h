/* haru.h - the objects of a PDF file: libharu numbers and writes them.
 *
 * An object is a dictionary whose body is our own text, printed as it is, or a
 * stream of bytes that are ready for the file.  A number is known as soon as an
 * object is added, its body may follow any time before haru_save.  Nothing here
 * fails: when memory runs out, or the file would have more bytes or objects than
 * libharu can count, the arena's budget ends the run.
 */
#ifndef WRITE_HARU_H
#define WRITE_HARU_H

#include <stdint.h>

#include "base/text.h"

struct arena;

struct haru;

/* A byte offset in a PDF that libharu writes has 31 bits. */
enum { HARU_LIMIT = INT32_MAX };

/* Closed with the arena.  `limit` is the most bytes that the file may have. */
struct haru *haru_make(struct arena *, size_t limit);

/* A new dictionary, empty so far; its number. */
uint32_t haru_add(struct haru *);

/* A new stream: more of its dictionary, and its bytes.  Both are borrowed. */
uint32_t haru_add_stream(struct haru *, struct text body, struct text bytes);

/* The dictionaries that are there from the start.  They have their /Type; the
 * root of the pages and the catalog are linked. */
uint32_t haru_catalog(const struct haru *);
uint32_t haru_root(const struct haru *);
uint32_t haru_info(const struct haru *);

/* Gives a dictionary its body, borrowed. */
void haru_fill(struct haru *, uint32_t number, struct text body);

/* The whole file, in `arena`.  Its /ID is a digest of all that comes before. */
struct text haru_save(struct haru *, struct arena *);

#endif
