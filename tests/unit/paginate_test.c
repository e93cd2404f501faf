#include "layout/pages/paginate.h"

#include "layout/flow/flow.h"
#include "layout/setting.h"
#include "model/style.h"
#include "stand.h"

enum { LINE = 10 * LENGTH_POINT };

static struct flow
flow_of(struct stand *stand)
{
	struct setting *setting = arena_make(stand->arena, struct setting);

	setting->scratch = setting->rough = stand->arena;
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
}

static void
paginate_gives_one_page_for_nothing(void **state)
{
	const struct flow flow = flow_of(*state);
	size_t count;
	const struct sheet *sheets = paginate(&flow, 10 * LINE, 5 * LINE, &count);

	assert_int_equal(count, 1);
	assert_int_equal(sheets[0].from, 0);
	assert_int_equal(sheets[0].to, 0);
}

static void
paginate_fills_pages(void **state)
{
	struct flow flow = flow_of(*state);
	const struct sheet *sheets;
	size_t count;

	lines_add(&flow, 25);
	sheets = paginate(&flow, 10 * LINE, 5 * LINE, &count);
	assert_int_equal(count, 3);
	assert_int_equal(sheets[0].to, 10);
	assert_int_equal(sheets[1].to, 20);
	assert_int_equal(sheets[2].to, 25);
}

static void
paginate_leaves_no_widow(void **state)
{
	struct flow flow = flow_of(*state);
	const struct sheet *sheets;
	size_t count;

	lines_add(&flow, 11);
	sheets = paginate(&flow, 10 * LINE, 5 * LINE, &count);
	assert_int_equal(count, 2);
	assert_int_equal(sheets[0].to, 9);
}

static void
paginate_leaves_no_orphan(void **state)
{
	struct flow flow = flow_of(*state);
	const struct sheet *sheets;
	size_t count;

	lines_add(&flow, 8);
	flow_space(&flow, LINE, false);
	lines_add(&flow, 6);
	sheets = paginate(&flow, 10 * LINE, 5 * LINE, &count);
	assert_int_equal(count, 2);
	assert_int_equal(sheets[0].to, 8);
	assert_int_equal(sheets[1].from, 9);
}

static void
paginate_keeps_a_heading_with_its_text(void **state)
{
	struct flow flow = flow_of(*state);
	const struct sheet *sheets;
	size_t count;

	lines_add(&flow, 7);
	flow_space(&flow, LINE, false);
	flow_add(&flow, FLOW_MARK);
	lines_add(&flow, 1);
	flow_space(&flow, LINE / 2, true);
	lines_add(&flow, 5);
	sheets = paginate(&flow, 10 * LINE, 5 * LINE, &count);
	assert_int_equal(count, 2);
	assert_int_equal(sheets[0].to, 7);
	assert_int_equal(flow.items[sheets[1].from].kind, FLOW_MARK);
}

static void
paginate_counts_the_padding_of_a_frame_on_both_pages(void **state)
{
	struct flow flow = flow_of(*state);
	const struct sheet *sheets;
	size_t count;

	flow_open_frame(&flow, 0, LINE, LINE);
	for (size_t i = 0; i < 16; i++)
		flow_add(&flow, FLOW_LINE)->height = LINE;
	flow_close_frame(&flow);
	sheets = paginate(&flow, 10 * LINE, 5 * LINE, &count);
	/* Eight lines and two paddings a page. */
	assert_int_equal(count, 2);
	assert_int_equal(sheets[0].to, 9);
}

static void
paginate_counts_the_heads_that_stand_again(void **state)
{
	struct flow flow = flow_of(*state);
	struct frame *frame = flow_open_frame(&flow, 0, LINE, 0);
	const struct sheet *sheets;
	size_t count;

	frame->head_height = 2 * LINE;
	for (size_t i = 0; i < 18; i++)
		flow_add(&flow, FLOW_LINE)->height = LINE;
	flow_close_frame(&flow);
	sheets = paginate(&flow, 10 * LINE, 5 * LINE, &count);
	/* Ten lines, then eight below the heads. */
	assert_int_equal(count, 2);
	assert_int_equal(sheets[0].to, 11);
}

/* A note of so many lines hangs on the line that was added last. */
static void
note_add(struct flow *flow, struct arena *arena, size_t count)
{
	flow->notes = arena_room(arena, flow->notes, flow->note_count, &flow->note_room,
		sizeof *flow->notes);
	flow->notes[flow->note_count++] = (struct footnote){ TEXT("n"),
		flow->foot_count, flow->foot_count + count };
	for (size_t i = 0; i < count; i++) {
		flow->foot = arena_room(arena, flow->foot, flow->foot_count,
			&flow->foot_room, sizeof *flow->foot);
		flow->foot[flow->foot_count++] =
			(struct flow_item){ .kind = FLOW_LINE, .height = LINE };
	}
	flow->items[flow->count - 1].notes++;
}

static void
paginate_keeps_a_note_on_the_page_of_its_mark(void **state)
{
	struct stand *stand = *state;
	struct flow flow = flow_of(stand);
	const struct sheet *sheets;
	size_t count;

	lines_add(&flow, 9);
	note_add(&flow, stand->arena, 3);
	sheets = paginate(&flow, 10 * LINE, 5 * LINE, &count);
	assert_int_equal(count, 2);
	assert_int_equal(sheets[0].foot_to, 0);
	assert_int_equal(sheets[1].foot_to, 3);
}

static void
paginate_lets_a_long_note_go_on(void **state)
{
	struct stand *stand = *state;
	struct flow flow = flow_of(stand);
	const struct sheet *sheets;
	size_t count;

	lines_add(&flow, 2);
	note_add(&flow, stand->arena, 16);
	lines_add(&flow, 4);
	sheets = paginate(&flow, 10 * LINE, 5 * LINE, &count);
	assert_int_equal(count, 3);
	assert_int_equal(sheets[0].foot_from, 0);
	for (size_t i = 1; i < count; i++) {
		assert_int_equal(sheets[i].foot_from, sheets[i - 1].foot_to);
		assert_true(sheets[i].foot_to > sheets[i].foot_from);
	}
	assert_int_equal(sheets[count - 1].foot_to, 16);
}

static void
paginate_leaves_no_two_lines_on_the_last_page(void **state)
{
	struct flow flow = flow_of(*state);
	const struct sheet *sheets;
	size_t count;

	lines_add(&flow, 42);
	sheets = paginate(&flow, 40 * LINE, 5 * LINE, &count);
	assert_int_equal(count, 2);
	assert_true(sheets[1].to - sheets[1].from > 3);
}

/* Whatever the notes, each stands whole, once, in order, and no page is too full. */
static void
paginate_keeps_every_note_in_order(void **state)
{
	struct stand *stand = *state;
	uint32_t seed = 11;

	for (int round = 0; round < 200; round++) {
		struct flow flow = flow_of(stand);
		const struct sheet *sheets;
		size_t count, shown = 0;

		for (int i = 0; i < 20; i++) {
			seed = seed * 1664525 + 1013904223;
			lines_add(&flow, 2 + (seed >> 24) % 4);
			if (seed >> 20 & 1)
				note_add(&flow, stand->arena, 1 + (seed >> 16) % 15);
			flow_space(&flow, LINE, false);
		}
		sheets = paginate(&flow, 12 * LINE, 6 * LINE, &count);
		for (size_t i = 0; i < count; i++) {
			length height = 0;

			assert_int_equal(sheets[i].foot_from, shown);
			shown = sheets[i].foot_to;
			for (size_t j = sheets[i].from; j < sheets[i].to; j++)
				height += flow.items[j].height;
			height += (length)(shown - sheets[i].foot_from) * LINE;
			if (shown > sheets[i].foot_from)
				height += FLOW_FOOT_SPACE;
			assert_true(height <= 12 * LINE);
		}
		assert_int_equal(shown, flow.foot_count);
	}
}

static void
paginate_turns_pages(void **state)
{
	struct flow flow = flow_of(*state);
	const struct sheet *sheets;
	size_t count;

	lines_add(&flow, 2);
	flow_turn(&flow, true);
	lines_add(&flow, 8);
	flow_turn(&flow, false);
	flow_space(&flow, LINE, false);
	lines_add(&flow, 2);
	sheets = paginate(&flow, 10 * LINE, 5 * LINE, &count);
	assert_int_equal(count, 4);
	for (size_t i = 0; i < count; i++)
		assert_int_equal(sheets[i].turned, i == 1 || i == 2);
	assert_int_equal(sheets[3].to - sheets[3].from, 2);
}

static void
paginate_turns_the_page_for_a_heading_too(void **state)
{
	struct flow flow = flow_of(*state);
	size_t count;

	lines_add(&flow, 1);
	flow_space(&flow, LINE, false);
	flow_add(&flow, FLOW_MARK);
	flow_add(&flow, FLOW_LINE)->cost = FLOW_COST_NEVER;
	flow_space(&flow, LINE, true);
	flow_turn(&flow, true);
	lines_add(&flow, 1);
	assert_int_equal(flow.items[2].kind, FLOW_TURN);
	paginate(&flow, 10 * LINE, 5 * LINE, &count);
	assert_int_equal(count, 2);
}

static void
paginate_gives_what_is_too_tall_a_page_of_its_own(void **state)
{
	struct stand *stand = *state;
	struct flow flow = flow_of(stand);
	const struct sheet *sheets;
	size_t count;

	flow.setting->diags = stand->diags;
	lines_add(&flow, 1);
	flow_space(&flow, LINE, false);
	flow_add(&flow, FLOW_LINE)->height = 30 * LINE;
	flow_space(&flow, LINE, false);
	lines_add(&flow, 1);
	sheets = paginate(&flow, 10 * LINE, 5 * LINE, &count);
	assert_int_equal(count, 3);
	assert_int_equal(sheets[1].from, 2);
	assert_int_equal(sheets[1].to, 3);
	assert_diag(stand, DIAG_L301);
}

/* Nothing is lost, nothing comes twice, and every page makes progress. */
static void
paginate_keeps_every_line_in_order(void **state)
{
	uint32_t seed = 7;

	for (int round = 0; round < 200; round++) {
		struct flow flow = flow_of(*state);
		const struct sheet *sheets;
		size_t count, next = 0;

		for (int i = 0; i < 40; i++) {
			seed = seed * 1664525 + 1013904223;
			if (seed >> 30 == 0)
				flow_space(&flow, LINE, seed >> 28 & 1);
			else
				lines_add(&flow, 1 + (seed >> 24) % 5);
		}
		sheets = paginate(&flow, (length)(3 + round % 9) * LINE, LINE, &count);
		for (size_t i = 0; i < count; i++) {
			for (; next < sheets[i].from; next++)
				assert_true(flow.items[next].kind != FLOW_LINE);
			assert_true(sheets[i].to > sheets[i].from);
			next = sheets[i].to;
		}
		for (; next < flow.count; next++)
			assert_true(flow.items[next].kind != FLOW_LINE);
	}
}

static void
paginate_leaves_no_small_part_of_a_page_for_the_last(void **state)
{
	struct flow flow = flow_of(*state);
	const struct sheet *sheets;
	size_t count;

	lines_add(&flow, 70);
	sheets = paginate(&flow, 64 * LINE, 20 * LINE, &count);
	assert_int_equal(count, 2);
	assert_int_equal(sheets[0].to, 62);
}

/* Paragraphs, headings, boxes and what is nearly as tall as a page, from a seed. */
static void
blocks_add(struct flow *flow, uint32_t seed, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		seed = seed * 1664525 + 1013904223;
		switch (seed >> 28) {
		case 0:
			flow_open_frame(flow, 0, LINE, LINE / 2);
			lines_add(flow, 2 + (seed >> 20) % 30);
			flow_close_frame(flow);
			break;
		case 1:
			flow_add(flow, FLOW_LINE)->height =
				(length)(5 + (seed >> 20) % 16) * LINE;
			break;
		case 2:
		case 3:
			lines_add(flow, 1);
			flow->items[flow->count - 1].cost = FLOW_COST_NEVER;
			flow_space(flow, LINE / 3, true);
			continue;
		default:
			lines_add(flow, 1 + (seed >> 20) % 9);
		}
		flow_space(flow, LINE * (length)(1 + (seed >> 16) % 3) / 2, false);
	}
	flow_add(flow, FLOW_LINE)->height = LINE;
}

/* Where a note may hang no page is called scant before it was tried. */
static void
paginate_passes_over_scant_pages_and_finds_the_same(void **state)
{
	for (uint32_t seed = 1; seed <= 200; seed++) {
		struct flow flow = flow_of(*state);
		const struct sheet *sheets, *others;
		struct footnote none = { .from = 0 };
		size_t count, other_count;

		flow.setting->diags = ((struct stand *)*state)->diags;
		blocks_add(&flow, seed, 60);
		sheets = paginate(&flow, 20 * LINE, 10 * LINE, &count);
		flow.notes = &none;
		flow.note_count = 1;
		others = paginate(&flow, 20 * LINE, 10 * LINE, &other_count);
		assert_int_equal(count, other_count);
		for (size_t i = 0; i < count; i++) {
			assert_int_equal(sheets[i].from, others[i].from);
			assert_int_equal(sheets[i].to, others[i].to);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(paginate_gives_one_page_for_nothing),
		STAND_TEST(paginate_fills_pages),
		STAND_TEST(paginate_leaves_no_widow),
		STAND_TEST(paginate_leaves_no_orphan),
		STAND_TEST(paginate_keeps_a_heading_with_its_text),
		STAND_TEST(paginate_counts_the_padding_of_a_frame_on_both_pages),
		STAND_TEST(paginate_counts_the_heads_that_stand_again),
		STAND_TEST(paginate_keeps_a_note_on_the_page_of_its_mark),
		STAND_TEST(paginate_lets_a_long_note_go_on),
		STAND_TEST(paginate_leaves_no_two_lines_on_the_last_page),
		STAND_TEST(paginate_keeps_every_note_in_order),
		STAND_TEST(paginate_turns_pages),
		STAND_TEST(paginate_turns_the_page_for_a_heading_too),
		STAND_TEST(paginate_gives_what_is_too_tall_a_page_of_its_own),
		STAND_TEST(paginate_keeps_every_line_in_order),
		STAND_TEST(paginate_leaves_no_small_part_of_a_page_for_the_last),
		STAND_TEST(paginate_passes_over_scant_pages_and_finds_the_same),
	};

	return cmocka_run_group_tests_name("paginate", tests, NULL, NULL);
}
