/* haru.h - the objects of a PDF file: libharu numbers and writes them.
 *
 * An object is a dictionary whose body is our own text, printed as it is, or a
 * stream of bytes that are ready for the file.  Streams are written as soon as they
 * are added, dictionaries lie in streams of their own (pack.h): there they take a
 * tenth of the room, and so does the table that says where everything is
 * (ISO 32000-1, 7.5.7 and 7.5.8).  Nothing here fails: when memory runs out, or the
 * file would have more bytes or objects than libharu can count, the arena's budget
 * ends the run.
 */
#ifndef WRITE_HARU_H
#define WRITE_HARU_H

#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

struct arena;
struct deflate;

struct haru;

/* A byte offset in a PDF that libharu writes has 31 bits. */
enum { HARU_LIMIT = INT32_MAX };

/* Closed with the arena.  `limit` is the most bytes that the file may have. */
struct haru *haru_make(struct arena *, struct deflate *, size_t limit);

/* The number of an object that some stream will hold. */
uint32_t haru_add(struct haru *);

/* A new stream: more of its dictionary, and its bytes. */
uint32_t haru_add_stream(struct haru *, struct text body, struct text bytes);

/* Says that the objects of these numbers are in that stream, in this order. */
void haru_hold(struct haru *, uint32_t stream, const uint32_t *numbers, size_t count);

/* The dictionaries that are there from the start.  They have their /Type; the
 * root of the pages and the catalog are linked. */
uint32_t haru_catalog(const struct haru *);
uint32_t haru_root(const struct haru *);
uint32_t haru_info(const struct haru *);

/* Gives one of these its body, borrowed until the file is saved. */
void haru_fill(struct haru *, uint32_t number, struct text body);

/* The whole file, in `arena`.  Its /ID is a digest of all that comes before. */
struct text haru_save(struct haru *, struct arena *);

#endif
