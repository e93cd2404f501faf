#include "layout/pages/paginate.h"

#include "layout/flow/column.h"
#include "layout/flow/flow.h"
#include "layout/setting.h"
#include "model/style.h"
#include "stand.h"

enum { LINE = 20 * LENGTH_POINT, PAGE = 20 * LINE, TURNED = 12 * LINE };

static struct flow
flow_of(struct stand *stand)
{
	struct setting *setting = arena_make(stand->arena, struct setting);

	setting->scratch = setting->rough = stand->arena;
	setting->diags = stand->diags;
	setting->style = style_plain();
	return (struct flow){ .setting = setting };
}

static void
lines_add(struct flow *flow, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct flow_item *line = flow_add(flow, FLOW_LINE);

		line->height = LINE;
		if (i == 0 || i + 2 == count)
			line->cost = FLOW_COST_WIDOW;
	}
	flow_space(flow, LINE, false);
}

/* A float of so many lines, less the space beside it. */
static void
float_add(struct flow *flow, length lines)
{
	const struct column column = { .free = true };

	flow_float_open(flow, &column);
	flow_space(flow, LINE, false);
	flow_add(flow, FLOW_LINE)->height = lines * LINE - FLOW_FLOAT_SPACE;
	flow_space(flow, LINE, false);
	flow_float_close(flow, (struct place){ 0 });
}

static void
columns_add(struct flow *flow, size_t count, size_t lines)
{
	flow_open_columns(flow, count, LINE);
	lines_add(flow, lines);
	flow_close_columns(flow);
	flow_space(flow, LINE, false);
}

/* A flow does not end with white space. */
static void
flow_end(struct flow *flow)
{
	while (flow->count && (flow->items[flow->count - 1].kind == FLOW_SPACE ||
				      flow->items[flow->count - 1].kind == FLOW_TURN))
		flow->count--;
}

static void
float_stands_on_the_page_of_its_mention(void **state)
{
	struct flow flow = flow_of(*state);
	const struct sheet *sheets;
	size_t count;

	lines_add(&flow, 30);
	lines_add(&flow, 3);
	float_add(&flow, 6);
	lines_add(&flow, 30);
	flow_end(&flow);
	sheets = paginate(&flow, PAGE, TURNED, &count);
	assert_int_equal(sheets[0].float_to, 0);
	assert_int_equal(sheets[1].float_to, 1);
}

/* The page is full; the float comes on the next, above all else. */
static void
float_waits_for_the_top_of_the_next_page(void **state)
{
	struct flow flow = flow_of(*state);
	const struct sheet *sheets;
	size_t count;

	lines_add(&flow, 18);
	float_add(&flow, 6);
	lines_add(&flow, 30);
	flow_end(&flow);
	sheets = paginate(&flow, PAGE, TURNED, &count);
	assert_int_equal(sheets[0].float_to, 0);
	assert_int_equal(sheets[1].float_to, 1);
	assert_int_equal(sheets[1].float_tops, 1);
	assert_true(sheets[0].to >= 17);
}

/* Nothing stands above the opening of a section. */
static void
float_stands_at_the_bottom_of_a_first_page(void **state)
{
	struct flow flow = flow_of(*state);
	const struct sheet *sheets;
	size_t count;

	lines_add(&flow, 3);
	float_add(&flow, 6);
	lines_add(&flow, 30);
	flow_end(&flow);
	sheets = paginate(&flow, PAGE, TURNED, &count);
	assert_int_equal(sheets[0].float_to, 1);
	assert_int_equal(sheets[0].float_tops, 0);
}

static void
floats_fill_pages_of_their_own(void **state)
{
	struct flow flow = flow_of(*state);
	const struct sheet *sheets;
	size_t count, bare = 0;

	lines_add(&flow, 4);
	for (int i = 0; i < 8; i++)
		float_add(&flow, 10);
	lines_add(&flow, 100);
	flow_end(&flow);
	sheets = paginate(&flow, PAGE, TURNED, &count);
	for (size_t i = 0; i < count; i++)
		bare += sheets[i].from == sheets[i].to;
	assert_true(bare >= 2);
	for (size_t i = 0; i < count; i++)
		if (sheets[i].from == sheets[i].to)
			assert_int_equal(sheets[i].float_to - sheets[i].float_from, 2);
}

static void
floats_do_not_wait_past_the_end(void **state)
{
	struct flow flow = flow_of(*state);
	const struct sheet *sheets;
	size_t count;

	lines_add(&flow, 18);
	for (int i = 0; i < 9; i++)
		float_add(&flow, 15);
	flow_end(&flow);
	sheets = paginate(&flow, PAGE, TURNED, &count);
	assert_int_equal(sheets[count - 1].float_to, 9);
}

static void
float_without_text_has_a_page(void **state)
{
	struct flow flow = flow_of(*state);
	const struct sheet *sheets;
	size_t count;

	float_add(&flow, 15);
	flow_end(&flow);
	sheets = paginate(&flow, PAGE, TURNED, &count);
	assert_int_equal(count, 1);
	assert_int_equal(sheets[0].float_to, 1);
}

static void
float_taller_than_a_page_stands_alone(void **state)
{
	struct stand *stand = *state;
	struct flow flow = flow_of(stand);
	const struct sheet *sheets;
	size_t count, alone = 0;

	lines_add(&flow, 30);
	float_add(&flow, 30);
	lines_add(&flow, 30);
	flow_end(&flow);
	sheets = paginate(&flow, PAGE, TURNED, &count);
	assert_diag(stand, DIAG_L301);
	for (size_t i = 0; i < count; i++)
		if (sheets[i].float_from < sheets[i].float_to)
			alone += sheets[i].from == sheets[i].to;
	assert_int_equal(alone, 1);
}

/* Within something, what would float stays. */
static void
float_does_not_leave_what_it_is_in(void **state)
{
	struct flow flow = flow_of(*state);
	const struct column column = { .free = false };

	lines_add(&flow, 3);
	flow_float_open(&flow, &column);
	flow_add(&flow, FLOW_LINE)->height = LINE;
	flow_float_close(&flow, (struct place){ 0 });
	assert_int_equal(flow.float_count, 0);
	assert_int_equal(flow.items[flow.count - 1].kind, FLOW_LINE);
}

static void
columns_are_even(void **state)
{
	struct flow flow = flow_of(*state);
	const struct sheet *sheets;
	size_t count;

	lines_add(&flow, 3);
	columns_add(&flow, 2, 20);
	lines_add(&flow, 5);
	flow_end(&flow);
	sheets = paginate(&flow, PAGE, TURNED, &count);
	/* Three lines, ten, five, and two spaces: on one page. */
	assert_int_equal(count, 1);
	assert_int_equal(sheets[0].column_count, 1);
	assert_int_equal(sheets[0].column_ends[0], 5 + 10);
}

/* Nine lines: one column has four or three, but none ends with a line alone. */
static void
columns_leave_no_line_alone(void **state)
{
	struct flow flow = flow_of(*state);
	const struct sheet *sheets;
	size_t count;

	flow_open_columns(&flow, 2, LINE);
	for (int i = 0; i < 3; i++)
		lines_add(&flow, 3);
	flow_close_columns(&flow);
	flow_end(&flow);
	sheets = paginate(&flow, PAGE, TURNED, &count);
	assert_int_equal(count, 1);
	assert_int_equal(flow.items[sheets[0].column_ends[0]].kind, FLOW_SPACE);
}

static void
columns_go_on_on_the_next_page(void **state)
{
	struct flow flow = flow_of(*state);
	const struct sheet *sheets;
	size_t count;

	columns_add(&flow, 2, 60);
	flow_end(&flow);
	sheets = paginate(&flow, PAGE, TURNED, &count);
	assert_int_equal(count, 2);
	assert_int_equal(sheets[0].to, 1 + 40);
	assert_int_equal(sheets[0].column_ends[0], 1 + 20);
	assert_non_null(sheets[1].columns);
	assert_int_equal(sheets[1].column_ends[0], 1 + 50);
}

/* What a page made at random may hold. */
struct tally {
	const struct flow *flow;
	const struct sheet *sheet;
	int64_t height; /* of what was walked over; of the column */
	int64_t above, tallest;
	const size_t *column_ends;
	const struct columns *columns;
	size_t column;
};

static int64_t
frames_height(const struct frame *frame, bool heads)
{
	int64_t height = 0;

	for (; frame; frame = frame->outer)
		height += frame->padding + (heads ? frame->head_height : 0);
	return height;
}

static bool
vanishes(const struct flow_item *item)
{
	return item->kind == FLOW_SPACE || item->kind == FLOW_CLOSE ||
	       item->kind == FLOW_TURN;
}

static void
columns_begin(struct tally *tally, const struct columns *columns)
{
	tally->columns = columns;
	tally->column = 0;
	tally->above = tally->height;
	tally->height = tally->tallest = 0;
}

static void
column_close(struct tally *tally, size_t at)
{
	if (at > tally->sheet->from)
		tally->height +=
			at < tally->flow->count
				? frames_height(tally->flow->items[at].within, false)
				: 0;
	if (tally->height > tally->tallest)
		tally->tallest = tally->height;
	tally->height = 0;
}

static void
columns_finish(struct tally *tally, size_t at)
{
	column_close(tally, at);
	tally->height = tally->above + tally->tallest;
	tally->column_ends += tally->columns->count - 1 - tally->column;
	tally->columns = NULL;
}

/* The height of what stands on a sheet, found in the plainest way. */
static int64_t
sheet_height(const struct flow *flow, const struct sheet *sheet)
{
	struct tally tally = {
		.flow = flow, .sheet = sheet, .column_ends = sheet->column_ends
	};
	bool begins = sheet->from < sheet->to;
	size_t i;

	if (begins && sheet->columns)
		columns_begin(&tally, sheet->columns);
	for (i = sheet->from; i < sheet->to; i++) {
		const struct flow_item *item = &flow->items[i];

		while (tally.columns && tally.column + 1 < tally.columns->count &&
			*tally.column_ends == i) {
			column_close(&tally, i);
			tally.column_ends++;
			tally.column++;
			begins = true;
		}
		if (begins && vanishes(item))
			continue;
		if (begins)
			tally.height += frames_height(item->within, true);
		begins = false;
		if (item->kind == FLOW_OPEN_COLUMNS) {
			columns_begin(&tally, item->columns);
			begins = true;
		} else if (item->kind == FLOW_CLOSE_COLUMNS) {
			columns_finish(&tally, i);
		} else if (item->kind == FLOW_OPEN_FRAME ||
			   item->kind == FLOW_CLOSE_FRAME) {
			tally.height += item->frame->padding;
		} else {
			tally.height += item->height;
		}
	}
	if (tally.columns)
		columns_finish(&tally, i);
	else if (i < flow->count && i > sheet->from)
		tally.height += frames_height(flow->items[i].within, false);
	for (size_t j = sheet->float_from; j < sheet->float_to; j++)
		tally.height += flow->floats[j].height + FLOW_FLOAT_SPACE;
	if (sheet->from == sheet->to && sheet->float_from < sheet->float_to)
		tally.height -= FLOW_FLOAT_SPACE;
	for (size_t j = sheet->foot_from; j < sheet->foot_to; j++)
		tally.height += flow->foot[j].height;
	if (sheet->foot_from < sheet->foot_to && sheet->from < sheet->to)
		tally.height += FLOW_FOOT_SPACE;
	return tally.height;
}

/* Numbers that only depend on the seed. */
static uint32_t
chance(uint32_t *seed, uint32_t below)
{
	*seed = *seed * 1664525 + 1013904223;
	return (*seed >> 16) % below;
}

static void
note_add(struct flow *flow, size_t count)
{
	struct arena *arena = flow->setting->scratch;

	flow->notes = arena_room(arena, flow->notes, flow->note_count, &flow->note_room,
		sizeof *flow->notes);
	flow->notes[flow->note_count++] = (struct footnote){ TEXT("n"),
		flow->foot_count, flow->foot_count + count };
	for (size_t i = 0; i < count; i++) {
		flow->foot = arena_room(arena, flow->foot, flow->foot_count,
			&flow->foot_room, sizeof *flow->foot);
		flow->foot[flow->foot_count++] =
			(struct flow_item){ .kind = FLOW_LINE, .height = LINE / 2 };
	}
	flow->items[flow->count - 1].notes++;
}

static void
paragraph_add(struct flow *flow, uint32_t *seed)
{
	lines_add(flow, 1 + chance(seed, 9));
	if (chance(seed, 5) == 0) {
		flow->count--;
		note_add(flow, 1 + chance(seed, 12));
		flow_space(flow, LINE, false);
	}
}

static void
heading_add(struct flow *flow)
{
	flow_add(flow, FLOW_MARK);
	flow_add(flow, FLOW_LINE)->height = LINE;
	flow->items[flow->count - 1].cost = FLOW_COST_NEVER;
	flow_space(flow, LINE / 2, true);
}

static void
table_add(struct flow *flow, uint32_t *seed)
{
	struct frame *frame = flow_open_frame(flow, 0, LINE, 0);
	uint32_t rows = 1 + chance(seed, 40);

	frame->head_height = LINE;
	flow_add(flow, FLOW_LINE)->height = LINE;
	flow->items[flow->count - 1].cost = FLOW_COST_NEVER;
	for (uint32_t i = 0; i < rows; i++)
		flow_add(flow, FLOW_LINE)->height =
			(length)(1 + chance(seed, 3)) * LINE;
	flow_close_frame(flow);
	flow_space(flow, LINE, false);
}

static void
box_add(struct flow *flow, uint32_t *seed)
{
	size_t first = flow->count;

	flow_open_frame(flow, 0, LINE, LINE / 2);
	for (uint32_t i = chance(seed, 3) + 1; i; i--)
		paragraph_add(flow, seed);
	flow_close_frame(flow);
	flow_together(flow, first);
	flow_space(flow, LINE, false);
}

static void
block_add(struct flow *flow, uint32_t *seed, bool within)
{
	switch (chance(seed, 12)) {
	case 0:
		heading_add(flow);
		break;
	case 1:
		table_add(flow, seed);
		break;
	case 2:
		box_add(flow, seed);
		break;
	case 3:
	case 4:
		if (!within)
			float_add(flow, (length)(2 + chance(seed, 18)));
		break;
	case 5:
		if (within)
			break;
		flow_open_columns(flow, 2 + chance(seed, 2), LINE);
		for (uint32_t i = chance(seed, 12) + 1; i; i--)
			block_add(flow, seed, true);
		flow_close_columns(flow);
		flow_space(flow, LINE, false);
		break;
	case 6:
		if (within)
			break;
		flow_turn(flow, true);
		table_add(flow, seed);
		flow_turn(flow, false);
		break;
	default:
		paragraph_add(flow, seed);
		break;
	}
}

/* The page that a float hangs on, which none is before. */
static void
floats_check(const struct flow *flow, const struct sheet *sheets, size_t count)
{
	size_t hung = 0, out = 0;

	for (size_t i = 0; i < count; i++) {
		for (size_t j = i ? sheets[i - 1].to : 0; j < sheets[i].to; j++)
			hung += flow->items[j].floats;
		assert_int_equal(sheets[i].float_from, out);
		assert_true(sheets[i].float_tops >= sheets[i].float_from);
		assert_true(sheets[i].float_tops <= sheets[i].float_to);
		out = sheets[i].float_to;
		assert_true(out <= hung);
		assert_false(sheets[i].turned && out > sheets[i].float_from);
	}
	assert_int_equal(out, flow->float_count);
}

/* All items are on a sheet, but for white space; all notes, begun where their mark is.
 */
static void
items_check(const struct flow *flow, const struct sheet *sheets, size_t count)
{
	size_t next = 0, shown = 0, notes = 0;

	for (size_t i = 0; i < count; i++) {
		for (; next < sheets[i].from; next++)
			assert_true(vanishes(&flow->items[next]));
		assert_int_equal(sheets[i].from, next);
		for (; next < sheets[i].to; next++)
			notes += flow->items[next].notes;
		assert_int_equal(sheets[i].foot_from, shown);
		shown = sheets[i].foot_to;
		if (notes)
			assert_true(shown > flow->notes[notes - 1].from);
		assert_true(sheets[i].to > sheets[i].from ||
			    sheets[i].float_to > sheets[i].float_from ||
			    sheets[i].foot_to > sheets[i].foot_from);
	}
	for (; next < flow->count; next++)
		assert_true(vanishes(&flow->items[next]));
	assert_int_equal(shown, flow->foot_count);
}

/* Columns end in their order, within their page. */
static void
columns_check(const struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->column_count; i++) {
		assert_true(
			sheet->column_ends[i] >= (i ? sheet->column_ends[i - 1] : 0));
		assert_true(sheet->column_ends[i] <= sheet->to);
	}
}

/* Whatever comes in whatever order: no page is too full, nothing is lost, nothing comes
 * twice, and all is in its order. */
static void
pages_hold_anything(void **state)
{
	struct stand *stand = *state;
	uint32_t seed = 5;

	for (int round = 0; round < 600; round++) {
		struct flow flow = flow_of(stand);
		length page = PAGE + (length)chance(&seed, 30) * LINE;
		const struct sheet *sheets;
		size_t count;

		for (int i = 0; i < 30; i++)
			block_add(&flow, &seed, false);
		flow_end(&flow);
		sheets = paginate(&flow, page, page * 3 / 5, &count);
		for (size_t i = 0; i < count; i++) {
			assert_true(sheet_height(&flow, &sheets[i]) <=
				    (sheets[i].turned ? page * 3 / 5 : page));
			columns_check(&sheets[i]);
		}
		items_check(&flow, sheets, count);
		floats_check(&flow, sheets, count);
		assert_int_equal(stand->diags->count, 0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(float_stands_on_the_page_of_its_mention),
		STAND_TEST(float_waits_for_the_top_of_the_next_page),
		STAND_TEST(float_stands_at_the_bottom_of_a_first_page),
		STAND_TEST(floats_fill_pages_of_their_own),
		STAND_TEST(floats_do_not_wait_past_the_end),
		STAND_TEST(float_without_text_has_a_page),
		STAND_TEST(float_taller_than_a_page_stands_alone),
		STAND_TEST(float_does_not_leave_what_it_is_in),
		STAND_TEST(columns_are_even),
		STAND_TEST(columns_leave_no_line_alone),
		STAND_TEST(columns_go_on_on_the_next_page),
		STAND_TEST(pages_hold_anything),
	};

	return cmocka_run_group_tests_name("pagemaking", tests, NULL, NULL);
}
