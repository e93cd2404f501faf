/* fuzz_picture.c - a file to the head of a picture, and to the dots of a PNG. */
#include <setjmp.h>

#include "base/arena.h"
#include "harness.h"
#include "model/picture.h"
#include "write/png.h"

enum { MEMORY = 64 * 1024 * 1024 };

static void
exhausted(void *context)
{
	jmp_buf *end = context;

	longjmp(*end, 1);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct text file = { (const char *)bytes, size };
	struct picture picture;
	struct raster raster;
	struct budget budget;
	const char *why;
	struct arena *arena;
	jmp_buf end;

	budget = (struct budget){ MEMORY, exhausted, &end };
	arena = arena_open(&budget);
	if (setjmp(end) == 0 && picture_read(file, &picture, &why) &&
		picture.kind == PICTURE_PNG)
		(void)png_decode(arena, file, &raster);
	arena_close(arena);
	return 0;
}
