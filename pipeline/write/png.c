#include "png.h"

#include <png.h>
#include <setjmp.h>
#include <string.h>

#include "base/arena.h"
#include "model/picture.h"

enum {
	CHUNKS_MOST = 1000, /* of texts and the like, which are passed over */
	CHUNK_BYTES = 8 << 20,
};

/* What libpng is fed with, and where it goes back to when it gives up. */
struct source {
	struct text bytes;
	size_t at;
	png_structp png;
	png_infop info;
	jmp_buf end;
};

/* With the arena, if memory runs out before. */
static void
source_close(void *thing)
{
	struct source *source = thing;

	png_destroy_read_struct(&source->png, &source->info, NULL);
}

static void
source_read(png_structp png, png_bytep to, size_t size)
{
	struct source *source = png_get_io_ptr(png);

	if (size > source->bytes.size - source->at)
		png_error(png, "cut off");
	memcpy(to, source->bytes.at + source->at, size);
	source->at += size;
}

static _Noreturn void
source_end(png_structp png, png_const_charp why)
{
	struct source *source = png_get_error_ptr(png);

	(void)why;
	longjmp(source->end, 1);
}

/* What libpng only warns of spoils no dots. */
static void
warning_drop(png_structp png, png_const_charp why)
{
	(void)png;
	(void)why;
}

/* Eight bits for each of grey, or red, green and blue, and how opaque it is. */
static void
forms_settle(png_structp png, png_infop info)
{
	png_set_expand(png);
	png_set_scale_16(png);
	png_set_interlace_handling(png);
	png_read_update_info(png, info);
}

static void
limits_set(png_structp png)
{
	png_set_user_limits(png, PICTURE_SIDE, PICTURE_SIDE);
	png_set_chunk_cache_max(png, CHUNKS_MOST);
	png_set_chunk_malloc_max(png, CHUNK_BYTES);
	png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_WARN_DISCARD);
}

static void
rows_read(png_structp png, png_infop info, struct arena *arena, struct raster *raster)
{
	size_t row = png_get_rowbytes(png, info);
	int passes = png_set_interlace_handling(png);

	raster->width = png_get_image_width(png, info);
	raster->height = png_get_image_height(png, info);
	raster->channels = png_get_channels(png, info);
	if (row != raster->width * raster->channels ||
		raster->width * raster->height > PICTURE_DECODED)
		png_error(png, "too large");
	raster->dots = arena_take(arena, row * raster->height);
	for (int pass = 0; pass < passes; pass++)
		for (size_t i = 0; i < raster->height; i++)
			png_read_row(png, raster->dots + i * row, NULL);
	png_read_end(png, NULL);
}

static void
source_open(struct arena *arena, struct source *source)
{
	source->png = png_create_read_struct(
		PNG_LIBPNG_VER_STRING, source, source_end, warning_drop);
	source->info = source->png ? png_create_info_struct(source->png) : NULL;
	if (!source->info)
		arena_exhaust(arena);
	limits_set(source->png);
	png_set_read_fn(source->png, source, source_read);
}

bool
png_decode(struct arena *arena, struct text bytes, struct raster *ret_raster)
{
	struct source *source = arena_make(arena, struct source);

	source->bytes = bytes;
	arena_adopt(arena, source_close, source);
	if (setjmp(source->end)) {
		source_close(source);
		return false;
	}
	source_open(arena, source);
	png_read_info(source->png, source->info);
	forms_settle(source->png, source->info);
	rows_read(source->png, source->info, arena, ret_raster);
	source_close(source);
	return true;
}
