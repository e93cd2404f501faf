#include "scale.h"

static const int64_t MOST = 1000000000000000000;

length
scale_place(const struct scale *scale, int64_t value)
{
	int64_t range = scale->high - scale->low, part;

	if (value > scale->high)
		value = scale->high;
	if (value < scale->low)
		value = scale->low;
	part = value - scale->low;
	/* Less than can be seen is lost, and the product fits. */
	while (range > INT32_MAX) {
		range /= 2;
		part /= 2;
	}
	return range > 0 ? (length)((part * scale->size + range / 2) / range) : 0;
}

static int64_t
floor_to(int64_t value, int64_t step)
{
	int64_t rest = value % step;

	return value - rest - (rest < 0 ? step : 0);
}

struct ticks
scale_ticks(int64_t low, int64_t high, size_t most)
{
	static const int64_t ones[] = { 1, 2, 5 };
	struct ticks ticks = { floor_to(low, MOST), MOST, 2 };

	for (int64_t power = 1; power <= MOST / 10; power *= 10)
		for (size_t i = 0; i < sizeof ones / sizeof *ones; i++) {
			int64_t step = ones[i] * power;
			int64_t first = floor_to(low, step);
			int64_t last = -floor_to(-high, step);
			int64_t count = (last - first) / step + 1;

			if (count > (int64_t)most && count > 2)
				continue;
			ticks = (struct ticks){ first, step,
				count < 2 ? 2 : (size_t)count };
			return ticks;
		}
	return ticks;
}
