#include "image.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/files.h"
#include "model/pages.h"
#include "model/picture.h"
#include "model/relay.h"
#include "write/draft.h"
#include "write/haru.h"
#include "write/png.h"
#include "write/predictor.h"
#include "write/syntax.h"

/* Pictures in the making; the dots of one at a time lie in `spare`. */
struct gallery {
	struct draft *draft;
	struct arena *spare;
};

static struct text
space_of(size_t channels)
{
	return channels == 1   ? TEXT("/DeviceGray")
	       : channels == 3 ? TEXT("/DeviceRGB")
			       : TEXT("/DeviceCMYK");
}

static struct buffer
body_open(struct draft *draft, size_t width, size_t height, size_t channels)
{
	struct buffer body = buffer_make(draft->arena);

	buffer_format(&body,
		" /Type /XObject /Subtype /Image /Width %zu /Height %zu"
		" /BitsPerComponent 8 /ColorSpace %.*s",
		width, height, TEXT_ARG(space_of(channels)));
	return body;
}

/* Inks that Adobe stores the other way round are turned back. */
static uint32_t
jpeg_add(struct draft *draft, const struct picture *picture, struct text bytes)
{
	struct buffer body = buffer_make(draft->arena);
	struct buffer rest = body_open(
		draft, picture->width, picture->height, (size_t)picture->components);

	buffer_add(&body, TEXT("/Filter /DCTDecode"));
	buffer_add(&body, buffer_text(&rest));
	if (picture->negative)
		buffer_add(&body, TEXT(" /Decode [1 0 1 0 1 0 1 0]"));
	if (picture->plain)
		buffer_add(&body, TEXT(" /DecodeParms <</ColorTransform 0>>"));
	return haru_add_stream(draft->haru, buffer_text(&body), bytes);
}

/* Copies some of the channels of each dot. */
static struct raster
channels_cut(
	struct arena *spare, const struct raster *raster, size_t first, size_t channels)
{
	size_t count = raster->width * raster->height;
	struct raster cut = { raster->width, raster->height, channels,
		arena_take(spare, count * channels) };

	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < channels; j++)
			cut.dots[i * channels + j] =
				raster->dots[i * raster->channels + first + j];
	return cut;
}

static bool
is_opaque(const struct raster *mask)
{
	for (size_t i = 0; i < mask->width * mask->height; i++)
		if (mask->dots[i] != 0xff)
			return false;
	return true;
}

static uint32_t
raster_add(struct gallery *gallery, const struct raster *raster, uint32_t mask)
{
	struct draft *draft = gallery->draft;
	struct buffer body =
		body_open(draft, raster->width, raster->height, raster->channels);

	buffer_format(&body, " /DecodeParms <</Predictor 15 /Colors %zu /Columns %zu>>",
		raster->channels, raster->width);
	if (mask)
		syntax_refer(&body, " /SMask", mask);
	return draft_stream(
		draft, buffer_text(&body), predictor_rows(gallery->spare, raster));
}

/* How opaque its dots are is a picture of its own, in grey. */
static uint32_t
png_add(struct gallery *gallery, const struct raster *raster)
{
	size_t colours = raster->channels < 3 ? 1 : 3;
	struct raster cut, mask;

	if (raster->channels == colours)
		return raster_add(gallery, raster, 0);
	cut = channels_cut(gallery->spare, raster, 0, colours);
	mask = channels_cut(gallery->spare, raster, colours, 1);
	return raster_add(
		gallery, &cut, is_opaque(&mask) ? 0 : raster_add(gallery, &mask, 0));
}

static bool
refuse(struct draft *draft, struct text file, struct place at, const char *why)
{
	diag_add(draft->diags, DIAG_W103, at, "the picture %.*s %s", TEXT_ARG(file),
		why);
	return false;
}

static bool
image_open(struct gallery *gallery, const struct item *item, struct image *image)
{
	struct draft *draft = gallery->draft;
	struct place at = draft->leaf->tags[item->tag].at;
	struct text bytes, file = item->image.file;
	struct picture picture;
	struct raster raster;
	const char *why;

	if (!files_read(draft->files, draft->diags, file, at, PICTURE_BYTES, &bytes))
		return false;
	if (!picture_read(bytes, &picture, &why))
		return refuse(draft, file, at, why);
	image->file = text_keep(draft->arena, file);
	if (picture.kind == PICTURE_JPEG) {
		image->number = jpeg_add(draft, &picture, bytes);
		return true;
	}
	arena_reset(gallery->spare);
	if (!png_decode(gallery->spare, bytes, &raster))
		return refuse(draft, file, at, "is damaged or cut off");
	image->number = png_add(gallery, &raster);
	return true;
}

static size_t
image_find(const struct draft *draft, struct text file)
{
	size_t index = 0;

	while (index < draft->image_count &&
		!text_equal(draft->images[index].file, file))
		index++;
	return index;
}

static bool
item_open(struct gallery *gallery, const struct item *item)
{
	struct draft *draft = gallery->draft;
	struct image image;

	if (!image_open(gallery, item, &image))
		return false;
	draft->images = arena_room(draft->arena, draft->images, draft->image_count,
		&draft->image_room, sizeof image);
	draft->images[draft->image_count++] = image;
	return true;
}

static bool
is_new(const struct draft *draft, const struct item *item)
{
	return item->kind == ITEM_IMAGE &&
	       image_find(draft, item->image.file) == draft->image_count;
}

bool
images_open(struct draft *draft)
{
	struct gallery gallery = { .draft = draft };
	const struct page *page = &draft->leaf->page;
	bool open = true;

	for (size_t i = 0; i < page->count; i++) {
		if (!is_new(draft, &page->items[i]))
			continue;
		if (!gallery.spare)
			gallery.spare = arena_beside(draft->arena);
		open &= item_open(&gallery, &page->items[i]);
	}
	arena_close(gallery.spare);
	return open;
}

void
images_list(struct draft *draft, struct buffer *body)
{
	if (draft->image_count == 0)
		return;
	buffer_add(body, TEXT(" /XObject <<"));
	for (size_t i = 0; i < draft->image_count; i++) {
		buffer_format(body, "/I%zu ", i);
		syntax_reference(body, draft->images[i].number);
		buffer_byte(body, ' ');
	}
	buffer_add(body, TEXT(">>"));
}

void
image_show(const struct draft *draft, const struct item *item, const struct box *box,
	struct buffer *out)
{
	/* Where the lower edge and the left edge of the dots go, and their lower left
	 * corner, in a box of side 1. */
	static const int turns[ORIENTATIONS + 1][6] = {
		[1] = { 1, 0, 0, 1, 0, 0 },
		[2] = { -1, 0, 0, 1, 1, 0 },
		[3] = { -1, 0, 0, -1, 1, 1 },
		[4] = { 1, 0, 0, -1, 0, 1 },
		[5] = { 0, -1, -1, 0, 1, 1 },
		[6] = { 0, -1, 1, 0, 0, 1 },
		[7] = { 0, 1, 1, 0, 0, 0 },
		[8] = { 0, 1, -1, 0, 1, 0 },
	};
	const int *turn = turns[item->image.orientation];

	buffer_add(out, TEXT("q "));
	for (size_t i = 0; i < 6; i++) {
		int64_t side = i % 2 ? box->top - box->bottom : box->right - box->left;
		int64_t from = i % 2 ? box->bottom : box->left;

		syntax_milli(out, turn[i] * side + (i < 4 ? 0 : from));
		buffer_byte(out, ' ');
	}
	buffer_format(out, "cm /I%zu Do Q\n", image_find(draft, item->image.file));
}
