#include "show.h"

#include <stddef.h>
#include <stdint.h>

#include "base/length.h"
#include "model/pages.h"
#include "model/relay.h"
#include "write/code.h"
#include "write/draft.h"
#include "write/font.h"
#include "write/syntax.h"

/* Pens are counted in billionths of a point: the product of a width in millionths
 * of the em and a size in thousandths of a point. */
enum { PEN_POINT = 1000000000, PEN_UNIT = 1000 };

struct show {
	struct buffer *out;
	struct font *font;
	const struct place *at; /* where the text was typed */
	struct text text;
	const char *starts; /* where in the text a cluster begins; NULL: in the order
			     * of the glyphs */
	int64_t size;       /* thousandths of a point */
	int64_t pen;        /* where the reader's pen stands */
	int64_t goal;       /* where ours stands, in scaled points */
	length rise;
	bool array, string; /* what is open */
	bool retold;        /* the text is told by whoever opened the sequence */
};

/* Glyphs that share a cluster, in the order they are shown. */
struct cluster {
	const struct glyph *first;
	ptrdiff_t step; /* to the next: 1 or -1 */
	size_t count;
	struct text text;
};

static void
string_close(struct show *show)
{
	if (show->string)
		buffer_byte(show->out, ')');
	show->string = false;
}

static void
array_close(struct show *show)
{
	string_close(show);
	if (show->array)
		buffer_add(show->out, TEXT("]TJ\n"));
	show->array = false;
}

static void
array_open(struct show *show)
{
	if (!show->array)
		buffer_byte(show->out, '[');
	show->array = true;
}

/* Moves the reader's pen, in thousandths of the size, if it is off by at least
 * half of one. */
static void
pen_move(struct show *show, int64_t to)
{
	int64_t unit = show->size * PEN_UNIT;
	int64_t off = to - show->pen, steps;

	if (off > -(unit / 2) && off < unit / 2)
		return;
	steps = (off < 0 ? off - unit / 2 : off + unit / 2) / unit;
	if (steps == 0)
		return;
	string_close(show);
	buffer_number(show->out, -steps);
	show->pen += steps * unit;
}

static void
rise_set(struct show *show, length rise)
{
	if (rise == show->rise)
		return;
	array_close(show);
	syntax_length(show->out, rise);
	buffer_add(show->out, TEXT(" Ts\n"));
	show->rise = rise;
}

static void
glyph_show(struct show *show, const struct glyph *glyph, struct text text)
{
	const struct code *code = font_code(show->font, glyph->id, text, show->at);

	rise_set(show, glyph->dy);
	array_open(show);
	pen_move(show, (show->goal + glyph->dx) * PEN_POINT / LENGTH_POINT);
	if (!show->string)
		buffer_byte(show->out, '(');
	show->string = true;
	code_print(code, show->out);
	show->pen += code->width * show->size;
}

/* The characters of one glyph of a cluster: one each, and the rest to the last.
 * A glyph that none is left for stands for a space of no width. */
static struct text
share_cut(struct text *rest, bool last)
{
	struct text share = *rest;
	uint32_t rune;

	if (rest->size == 0)
		return TEXT("\xe2\x80\x8b");
	if (!last)
		share.size = text_rune(*rest, 0, &rune);
	*rest = text_slice(*rest, share.size, rest->size);
	return share;
}

static void
cluster_show(struct show *show, const struct cluster *cluster, bool backwards)
{
	struct text rest = cluster->text;
	const struct glyph *glyph = cluster->first;

	for (size_t i = 0; i < cluster->count; i++, glyph += cluster->step) {
		struct text share = share_cut(&rest, i + 1 == cluster->count);

		if (backwards)
			show->goal -= glyph->advance;
		glyph_show(show, glyph, share);
		if (!backwards)
			show->goal += glyph->advance;
	}
}

/* Where there are more glyphs than characters, the characters are told apart from
 * the glyphs, so that nothing is copied twice, unless the whole word is. */
static void
cluster_show_told(struct show *show, const struct cluster *cluster, bool backwards)
{
	if (show->retold || (cluster->count == 1 && cluster->text.size) ||
		text_length(cluster->text) >= cluster->count) {
		cluster_show(show, cluster, backwards);
		return;
	}
	array_close(show);
	buffer_add(show->out, TEXT("/Span <</ActualText "));
	syntax_string(show->out, cluster->text);
	buffer_add(show->out, TEXT(">> BDC\n"));
	cluster_show(show, cluster, backwards);
	array_close(show);
	buffer_add(show->out, TEXT("EMC\n"));
}

/* The characters from `offset` to where the next cluster begins, which is `after` where
 * the glyphs are in order. */
static struct text
cluster_text(const struct show *show, uint32_t offset, size_t after)
{
	size_t end = offset;

	if (offset >= show->text.size)
		return TEXT("");
	if (!show->starts)
		return text_slice(show->text, offset,
			after < show->text.size ? after : show->text.size);
	do
		end++;
	while (end < show->text.size && !show->starts[end]);
	return text_slice(show->text, offset, end);
}

/* Glyphs that follow each other as their characters do, as nearly all. */
static bool
is_ordered(const struct item *item)
{
	const struct glyph *glyphs = item->run.glyphs;

	for (size_t i = 1; i < item->run.count; i++)
		if (glyphs[i].offset < glyphs[i - 1].offset)
			return false;
	return !item->run.rtl;
}

/* Marks the bytes of the text at which a cluster begins. */
static const char *
starts_mark(struct buffer *starts, const struct item *item)
{
	starts->size = 0;
	buffer_fill(starts, 0, item->run.text.size + 1);
	for (size_t i = 0; i < item->run.count; i++)
		if (item->run.glyphs[i].offset < item->run.text.size)
			starts->at[item->run.glyphs[i].offset] = 1;
	return starts->at;
}

static int64_t
advance_sum(const struct item *item)
{
	int64_t sum = 0;

	for (size_t i = 0; i < item->run.count; i++)
		sum += item->run.glyphs[i].advance;
	return sum;
}

/* Glyphs stand from left to right.  Where the text runs the other way they are
 * shown from the right, so that the reader gets them in the order they are read. */
void
show_run(struct draft *draft, struct buffer *out, const struct item *item)
{
	const struct glyph *glyphs = item->run.glyphs;
	size_t count = item->run.count;
	bool backwards = item->run.rtl;
	struct show show = { .out = out,
		.font = draft->fonts[item->run.face],
		.at = &draft->leaf->tags[item->tag].at,
		.text = item->run.text,
		.starts = is_ordered(item) ? NULL : starts_mark(&draft->starts, item),
		.size = length_milli(item->run.size),
		.goal = backwards ? advance_sum(item) : 0,
		.retold = item->run.retold };
	struct cluster cluster = { .step = backwards ? -1 : 1 };

	for (size_t i = 0; i < count; i += cluster.count) {
		cluster.first = &glyphs[backwards ? count - 1 - i : i];
		cluster.count = 1;
		while (i + cluster.count < count &&
			cluster.first[cluster.step * (ptrdiff_t)cluster.count].offset ==
				cluster.first->offset)
			cluster.count++;
		cluster.text = cluster_text(&show, cluster.first->offset,
			i + cluster.count < count
				? cluster.first[cluster.step * (ptrdiff_t)cluster.count]
					  .offset
				: show.text.size);
		if (cluster.count == 1 && cluster.text.size && !backwards) {
			glyph_show(&show, cluster.first, cluster.text);
			show.goal += cluster.first->advance;
			continue;
		}
		cluster_show_told(&show, &cluster, backwards);
	}
	rise_set(&show, 0);
	array_close(&show);
}
