#include "layout/pages/instalment.h"

#include "base/arena.h"
#include "layout/flow/flow.h"
#include "layout/pages/paginate.h"
#include "layout/setting.h"
#include "model/style.h"
#include "stand.h"

enum { LINE = 10 * LENGTH_POINT, LINES = 2000 };

/* Lines in paragraphs of seven, with spaces between them. */
static struct flow *
sample(struct stand *stand, size_t lines)
{
	struct setting *setting = arena_make(stand->arena, struct setting);
	struct flow *flow = arena_make(stand->arena, struct flow);

	setting->scratch = setting->rough = stand->arena;
	setting->style = style_plain();
	flow->setting = setting;
	for (size_t i = 0; i < lines; i++) {
		if (i % 7 == 0)
			flow_space(flow, LINE / 2, false);
		flow_add(flow, FLOW_LINE)->height = LINE;
	}
	return flow;
}

static struct sheet *
broken(const struct flow *flow, size_t *ret_count)
{
	return paginate(flow, 40 * LINE, 20 * LINE, ret_count);
}

static void
instalment_leaves_the_last_pages_for_the_next(void **state)
{
	struct flow *flow = sample(*state, LINES);
	size_t count, final;
	struct sheet *sheets = broken(flow, &count);

	final = instalment_count(flow, sheets, count);
	assert_true(final > count / 2 && final < count - 8);
}

static void
instalment_never_parts_a_frame(void **state)
{
	struct flow *flow = sample(*state, 0);
	size_t count;
	struct sheet *sheets;

	flow_open_frame(flow, 0, LINE, 0);
	for (size_t i = 0; i < LINES; i++)
		flow_add(flow, FLOW_LINE)->height = LINE;
	flow_add(flow, FLOW_CLOSE_FRAME)->frame = flow->frame;
	flow->frame = NULL;
	sheets = broken(flow, &count);
	assert_int_equal(instalment_count(flow, sheets, count), 0);
}

/* A float that hangs on the last line before the cut. */
static void
instalment_waits_for_floats(void **state)
{
	struct stand *stand = *state;
	struct flow *flow = sample(stand, LINES);
	struct floating *floats = arena_array(stand->arena, struct floating, 1);
	size_t count, final;
	struct sheet *sheets = broken(flow, &count);

	final = instalment_count(flow, sheets, count);
	floats->height = LINE;
	flow->floats = floats;
	flow->float_count = 1;
	flow->items[sheets[final].from - 1].floats = 1;
	/* It was not shown on any of these pages. */
	assert_int_equal(instalment_count(flow, sheets, count), final - 1);
	for (size_t i = final; i < count; i++)
		sheets[i].float_from = sheets[i].float_to = 1;
	assert_int_equal(instalment_count(flow, sheets, count), final);
}

/* What is broken after the first instalment was taken away is what it was before. */
static void
instalment_goes_on_where_it_ended(void **state)
{
	struct flow *flow = sample(*state, LINES);
	size_t count, left, final;
	struct sheet *sheets = broken(flow, &count), *rest, next;

	final = instalment_count(flow, sheets, count);
	next = sheets[final];
	instalment_drop(flow, &next);
	rest = broken(flow, &left);
	assert_int_equal(left, count - final);
	for (size_t i = 0; i < left; i++) {
		assert_int_equal(rest[i].from, sheets[final + i].from - next.from);
		assert_int_equal(rest[i].to, sheets[final + i].to - next.from);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(instalment_leaves_the_last_pages_for_the_next),
		STAND_TEST(instalment_never_parts_a_frame),
		STAND_TEST(instalment_waits_for_floats),
		STAND_TEST(instalment_goes_on_where_it_ended),
	};

	return cmocka_run_group_tests_name("instalment", tests, NULL, NULL);
}
