#include "predictor.h"

#include <string.h>

#include "base/arena.h"
#include "write/png.h"

/* The numbers of the filters (PNG, table 9.1); the average is left out: it wins
 * seldom. */
enum filter { FILTER_NONE, FILTER_SUB, FILTER_UP, FILTER_PAETH = 4, FILTERS };

static int
distance(int a, int b)
{
	return a < b ? b - a : a - b;
}

/* Of three neighbours, the one nearest to left + above - corner (PNG, 9.4). */
static int
paeth(int left, int above, int corner)
{
	int guess = left + above - corner;
	int to_left = distance(guess, left), to_above = distance(guess, above),
	    to_corner = distance(guess, corner);

	if (to_left <= to_above && to_left <= to_corner)
		return left;
	return to_above <= to_corner ? above : corner;
}

static int
guess_of(enum filter filter, int left, int above, int corner)
{
	switch (filter) {
	case FILTER_SUB:
		return left;
	case FILTER_UP:
		return above;
	case FILTER_PAETH:
		return paeth(left, above, corner);
	case FILTER_NONE:
	case FILTERS:
		break;
	}
	return 0;
}

/* Puts what a filter makes of a row at `to`; returns how far that is from nothing. */
static size_t
row_filter(unsigned char *to, enum filter filter, const unsigned char *row,
	const unsigned char *before, const struct raster *raster)
{
	size_t size = raster->width * raster->channels, sum = 0,
	       back = raster->channels;

	*to++ = (unsigned char)filter;
	for (size_t i = 0; i < size; i++) {
		int left = i < back ? 0 : row[i - back];
		int above = before ? before[i] : 0;
		int corner = i < back || !before ? 0 : before[i - back];

		to[i] = (unsigned char)(row[i] - guess_of(filter, left, above, corner));
		sum += to[i] < 128 ? to[i] : 256u - to[i];
	}
	return sum;
}

/* The filter that leaves the least is mostly the best. */
struct text
predictor_rows(struct arena *arena, const struct raster *raster)
{
	static const enum filter filters[] = { FILTER_NONE, FILTER_SUB, FILTER_UP,
		FILTER_PAETH };
	size_t size = raster->width * raster->channels;
	unsigned char *rows = arena_take(arena, (size + 1) * raster->height);
	unsigned char *tried = arena_take(arena, size + 1);

	for (size_t i = 0; i < raster->height; i++) {
		const unsigned char *row = raster->dots + i * size;
		size_t least = SIZE_MAX;

		for (size_t j = 0; j < sizeof filters / sizeof *filters; j++) {
			size_t sum = row_filter(
				tried, filters[j], row, i ? row - size : NULL, raster);

			if (sum < least)
				memcpy(rows + i * (size + 1), tried, size + 1);
			least = sum < least ? sum : least;
		}
	}
	return (struct text){ (const char *)rows, (size + 1) * raster->height };
}
