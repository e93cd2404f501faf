/* stand.h - what a unit test stands on: cmocka, an arena and a list of diagnostics.
 *
 * STAND_TEST makes a case of a function; each case gets a stand of its own.
 */
#ifndef UNIT_STAND_H
#define UNIT_STAND_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/diag.h"

struct stand {
	struct budget budget;
	struct arena *arena;
	struct diag_list *diags;
};

int stand_open(void **state);
int stand_close(void **state);

#define STAND_TEST(function)                                                           \
	cmocka_unit_test_setup_teardown(function, stand_open, stand_close)

/* Fails the case when the text is not the string, and shows both. */
#define assert_text(text, string) stand_compare((text), (string), __FILE__, __LINE__)

void stand_compare(struct text, const char *string, const char *file, int line);

/* Fails the case when not just this one diagnostic was added. */
#define assert_diag(stand, code) stand_expect((stand), (code), __FILE__, __LINE__)

void stand_expect(const struct stand *, enum diag_code, const char *file, int line);

#endif
