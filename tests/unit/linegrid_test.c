#include "layout/pages/linegrid.h"

#include "layout/flow/flow.h"
#include "layout/setting.h"
#include "model/style.h"
#include "stand.h"

enum { GRID = 10 * LENGTH_POINT };

static struct flow
flow_of(struct stand *stand, length grid)
{
	struct setting *setting = arena_make(stand->arena, struct setting);
	struct style *style = arena_make(stand->arena, struct style);

	*style = *style_plain();
	style->grid = grid;
	setting->scratch = setting->rough = stand->arena;
	setting->style = style;
	return (struct flow){ .setting = setting };
}

/* A line, and white space below it. */
static void
line_add(struct flow *flow, length height, length after)
{
	flow_add(flow, FLOW_LINE)->height = height * LENGTH_POINT;
	flow_space(flow, after * LENGTH_POINT, false);
}

static length
height_of(const struct flow *flow, size_t index)
{
	return flow->items[index].height / LENGTH_POINT;
}

static void
linegrid_settles_white_space(void **state)
{
	struct flow flow = flow_of(*state, GRID);

	line_add(&flow, 23, 4); /* a heading */
	line_add(&flow, 20, 10);
	line_add(&flow, 13, 0);
	for (int again = 0; again < 2; again++) {
		linegrid_settle(&flow);
		assert_int_equal(height_of(&flow, 1), 7);
		assert_int_equal(height_of(&flow, 3), 10);
		assert_int_equal(height_of(&flow, 5), 7);
	}
}

static void
linegrid_leaves_boxes_and_other_styles_alone(void **state)
{
	struct flow flow = flow_of(*state, GRID), none = flow_of(*state, 0);

	flow_open_frame(&flow, 0, 100, 3 * LENGTH_POINT);
	line_add(&flow, 13, 4);
	line_add(&flow, 13, 0);
	flow_close_frame(&flow);
	flow_space(&flow, 0, false);
	linegrid_settle(&flow);
	assert_int_equal(height_of(&flow, 2), 4);
	assert_int_equal(height_of(&flow, flow.count - 1), 4); /* 36 above it */
	line_add(&none, 23, 4);
	linegrid_settle(&none);
	assert_int_equal(height_of(&none, 1), 4);
}

static void
linegrid_pulls_what_white_space_allows(void **state)
{
	struct flow flow = flow_of(*state, GRID);
	const struct style *style = flow.setting->style;

	line_add(&flow, 10, 7);
	assert_int_equal(
		linegrid_pull(style, &flow.items[1], 26 * LENGTH_POINT) / LENGTH_POINT,
		6);
	assert_int_equal(linegrid_pull(style, &flow.items[1], 28 * LENGTH_POINT), 0);
	assert_int_equal(linegrid_pull(style, &flow.items[0], 26 * LENGTH_POINT), 0);
	assert_int_equal(linegrid_below(style, 26 * LENGTH_POINT), 3 * GRID);
	assert_int_equal(linegrid_below(style, 3 * GRID), 3 * GRID);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(linegrid_settles_white_space),
		STAND_TEST(linegrid_leaves_boxes_and_other_styles_alone),
		STAND_TEST(linegrid_pulls_what_white_space_allows),
	};

	return cmocka_run_group_tests_name("linegrid", tests, NULL, NULL);
}
