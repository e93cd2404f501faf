#include "layout/inline/segment.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "stand.h"

enum { TEXTS = 20000, LONGEST = 24 };

static void
segmenter_agrees(
	struct segmenter *segmenter, UBreakIterator *iterator, struct text text)
{
	UErrorCode status = U_ZERO_ERROR;
	UText *open = utext_openUTF8(NULL, text.at, (int64_t)text.size, &status);
	size_t end;
	bool must;

	ubrk_setUText(iterator, open, &status);
	assert_true(U_SUCCESS(status));
	ubrk_first(iterator);
	segmenter_begin(segmenter, text);
	while (segmenter_next(segmenter, &end, &must)) {
		assert_int_equal(end, ubrk_next(iterator));
		assert_int_equal(
			must, end < text.size &&
				      ubrk_getRuleStatus(iterator) >= UBRK_LINE_HARD);
	}
	assert_int_equal(ubrk_next(iterator), UBRK_DONE);
	utext_close(open);
}

/* Texts of a few characters each that mean something, in all orders. */
static void
segmenter_breaks_plain_text_as_the_rules_do(void **state)
{
	static const char *const languages[] = { "en", "fr", "fi", "ja", "km" };
	static const char letters[] = "aZ09 ,.-;: b%' Q7 (\"\n";
	struct stand *stand = *state;
	uint64_t seed = 1;

	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
		UErrorCode status = U_ZERO_ERROR;
		UBreakIterator *iterator =
			ubrk_open(UBRK_LINE, languages[i], NULL, 0, &status);
		struct segmenter *segmenter =
			segmenter_open(stand->arena, text_of(languages[i]));

		for (size_t j = 0; j < TEXTS; j++) {
			char bytes[LONGEST];
			size_t size = 1 + j % LONGEST;
			size_t most = j % 4 ? 16 : sizeof letters - 1;

			for (size_t k = 0; k < size; k++) {
				seed = seed * 6364136223846793005u +
				       1442695040888963407u;
				bytes[k] = letters[(seed >> 33) % most];
			}
			segmenter_agrees(
				segmenter, iterator, (struct text){ bytes, size });
		}
		segmenter_close(segmenter);
		ubrk_close(iterator);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(segmenter_breaks_plain_text_as_the_rules_do),
	};

	return cmocka_run_group_tests_name("segment", tests, NULL, NULL);
}
