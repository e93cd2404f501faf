#include "stroke.h"

#include "model/pages.h"
#include "write/syntax.h"

static void
point_print(
	length height, const struct item *item, length x, length y, struct buffer *out)
{
	int64_t right = item->path.turned ? -(int64_t)x : x;

	syntax_length(out, item->x + right);
	buffer_byte(out, ' ');
	syntax_length(out, (int64_t)height - item->y - y);
	buffer_byte(out, ' ');
}

static void
step_print(length height, const struct item *item, const struct path_step *step,
	struct buffer *out)
{
	static const struct {
		size_t points;
		const char *sign;
	} operators[] = {
		[PATH_MOVE] = { 1, "m\n" },
		[PATH_LINE] = { 1, "l\n" },
		[PATH_CURVE] = { 3, "c\n" },
		[PATH_CLOSE] = { 0, "h\n" },
	};

	for (size_t i = 0; i < operators[step->verb].points; i++)
		point_print(height, item, step->x[i], step->y[i], out);
	buffer_string(out, operators[step->verb].sign);
}

/* What lines look like, as far as it has changed. */
static void
look_set(struct stroke *stroke, const struct item *item, struct buffer *out)
{
	if (stroke->colour != item->path.stroke)
		syntax_colour(out, item->path.stroke, "G\n", "RG\n");
	if (stroke->width != item->path.width) {
		syntax_length(out, item->path.width);
		buffer_string(out, " w\n");
	}
	if (stroke->dash != item->path.dash) {
		buffer_byte(out, '[');
		if (item->path.dash > 0)
			syntax_length(out, item->path.dash);
		buffer_string(out, "] 0 d\n");
	}
	if (!stroke->round)
		buffer_string(out, "1 j\n");
	*stroke = (struct stroke){ item->path.stroke, item->path.width, item->path.dash,
		true };
}

void
stroke_path(struct stroke *stroke, length height, const struct item *item,
	struct buffer *out)
{
	bool filled = item->path.filled, stroked = item->path.width > 0;

	if (item->path.count == 0)
		return;
	if (stroked)
		look_set(stroke, item, out);
	for (size_t i = 0; i < item->path.count; i++)
		step_print(height, item, &item->path.steps[i], out);
	buffer_string(out, filled && stroked ? "B\n"
			   : filled          ? "f\n"
			   : stroked         ? "S\n"
					     : "n\n");
}
