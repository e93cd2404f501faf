#include "layout/inline/lexicon.h"

#include "base/arena.h"
#include "layout/inline/shape.h"
#include "stand.h"

enum { WORDS = 5000 };

static struct text
word_of(struct stand *stand, unsigned number)
{
	return text_format(stand->arena, "word%u", number);
}

static struct shaped *
found(struct lexicon *lexicon, const struct lettering *lettering, struct text word)
{
	uint32_t hash = lexicon_hash(lettering->face, lettering->size, word);

	return lexicon_find(lexicon, hash, lettering, word);
}

static struct shaped *
added(struct lexicon *lexicon, const struct lettering *lettering, struct text word)
{
	uint32_t hash = lexicon_hash(lettering->face, lettering->size, word);
	struct shaped *shaped = lexicon_add(lexicon, hash);

	shaped->lettering = lettering;
	shaped->at = word.at;
	shaped->size = (uint32_t)word.size;
	return shaped;
}

static void
lexicon_finds_every_word_in_its_lettering(void **state)
{
	static const struct lettering body = { .size = 10 }, head = { .size = 12 };
	struct stand *stand = *state;
	struct lexicon *lexicon = lexicon_open(stand->arena);

	for (unsigned i = 0; i < WORDS; i++) {
		assert_null(found(lexicon, &body, word_of(stand, i)));
		added(lexicon, &body, word_of(stand, i))->width = (length)i;
		added(lexicon, &head, word_of(stand, i))->width = (length)(WORDS + i);
	}
	assert_int_equal(lexicon_count(lexicon), 2 * WORDS);
	lexicon_expect(lexicon, body.face, body.size, TEXT("word1 word2  none"));
	for (unsigned i = 0; i < WORDS; i++) {
		struct text word = word_of(stand, i);

		assert_int_equal(found(lexicon, &body, word)->width, i);
		assert_int_equal(found(lexicon, &head, word)->width, WORDS + i);
	}
	assert_null(found(lexicon, &body, TEXT("word")));
	lexicon_close(lexicon);
}

/* Words are told apart even if they have one hash. */
static void
lexicon_compares_letters(void **state)
{
	static const struct lettering body = { .size = 10 };
	struct stand *stand = *state;
	struct lexicon *lexicon = lexicon_open(stand->arena);
	struct shaped *first = lexicon_add(lexicon, 7), *second;

	first->lettering = &body;
	first->at = "a";
	first->size = 1;
	assert_null(lexicon_find(lexicon, 7, &body, TEXT("b")));
	second = lexicon_add(lexicon, 7);
	second->lettering = &body;
	second->at = "b";
	second->size = 1;
	assert_ptr_equal(lexicon_find(lexicon, 7, &body, TEXT("a")), first);
	assert_ptr_equal(lexicon_find(lexicon, 7, &body, TEXT("b")), second);
	lexicon_close(lexicon);
}

static void
lexicon_begins_anew(void **state)
{
	static const struct lettering body = { .size = 10 };
	struct stand *stand = *state;
	struct lexicon *lexicon = lexicon_open(stand->arena);

	for (unsigned round = 0; round < 3; round++) {
		for (unsigned i = 0; i < WORDS; i++)
			added(lexicon, &body, word_of(stand, i));
		assert_non_null(found(lexicon, &body, TEXT("word17")));
		lexicon_clear(lexicon);
		assert_int_equal(lexicon_count(lexicon), 0);
		assert_null(found(lexicon, &body, TEXT("word17")));
	}
	lexicon_close(lexicon);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(lexicon_finds_every_word_in_its_lettering),
		STAND_TEST(lexicon_compares_letters),
		STAND_TEST(lexicon_begins_anew),
	};

	return cmocka_run_group_tests_name("lexicon", tests, NULL, NULL);
}
