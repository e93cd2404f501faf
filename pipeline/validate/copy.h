/* copy.h - the same records in another arena. */
#ifndef VALIDATE_COPY_H
#define VALIDATE_COPY_H

struct arena;
struct records;

struct records *copy_records(struct arena *, const struct records *);

#endif
