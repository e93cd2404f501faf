/* pack.h - dictionaries, many to a stream (ISO 32000-1, 7.5.7). */
#ifndef WRITE_PACK_H
#define WRITE_PACK_H

#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

struct draft;

enum { PACK_MOST = 256 }; /* objects in a stream */

/* A stream in the making. */
struct pack {
	uint32_t numbers[PACK_MOST];
	size_t count;
	struct buffer starts; /* number and offset of each object */
	struct buffer bodies;
	struct buffer kind; /* what the dictionary of the stream says */
};

struct pack pack_make(struct arena *);

/* Adds a dictionary with that body, which is copied. */
void pack_add(struct draft *, uint32_t number, struct text body);

/* Adds what is left to the file. */
void pack_close(struct draft *);

#endif
