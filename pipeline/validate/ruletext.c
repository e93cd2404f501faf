#include "ruletext.h"

enum { LONGEST = 400 }; /* bytes of a text that are compared */

struct letters {
	char at[LONGEST];
	size_t count;
};

static bool
is_blank(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static bool
is_small(char byte)
{
	return byte >= 'a' && byte <= 'z';
}

static bool
is_capital(char byte)
{
	return byte >= 'A' && byte <= 'Z';
}

static bool
is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static char
small(char byte)
{
	return is_capital(byte) ? (char)(byte - 'A' + 'a') : byte;
}

/* Of a letter or a digit of any script: what is not ASCII counts as a letter. */
static bool
is_word(char byte)
{
	return is_small(byte) || is_capital(byte) || is_digit(byte) ||
	       (unsigned char)byte >= 0x80;
}

size_t
ruletext_words(struct text text)
{
	size_t count = 0;

	for (size_t i = 0; i < text.size; i++)
		count += !is_blank(text.at[i]) && (i == 0 || is_blank(text.at[i - 1]));
	return count;
}

static void
letters_take(struct letters *letters, struct text text)
{
	letters->count = 0;
	for (size_t i = 0; i < text.size && letters->count < LONGEST; i++)
		if (is_word(text.at[i]))
			letters->at[letters->count++] = small(text.at[i]);
}

static size_t
pair_slot(const char *at)
{
	return ((size_t)(unsigned char)at[0] * 31 + (unsigned char)at[1]) & 1023;
}

int
ruletext_similarity(struct text a, struct text b)
{
	unsigned short pairs[1024] = { 0 };
	struct letters left, right;
	size_t common = 0, all;

	letters_take(&left, a);
	letters_take(&right, b);
	if (left.count < 2 || right.count < 2)
		return text_equal(a, b) ? 100 : 0;
	for (size_t i = 0; i + 1 < left.count; i++)
		pairs[pair_slot(left.at + i)]++;
	for (size_t i = 0; i + 1 < right.count; i++) {
		unsigned short *pair = &pairs[pair_slot(right.at + i)];

		common += *pair > 0;
		*pair = (unsigned short)(*pair - (*pair > 0));
	}
	all = left.count + right.count - 2;
	return (int)(200 * common / all);
}

struct likeness
ruletext_likeness(struct text text)
{
	struct likeness likeness = { .count = 0 };
	struct letters letters;

	letters_take(&letters, text);
	for (size_t i = 0; i + 1 < letters.count; i++) {
		uint8_t *kind =
			&likeness.pairs[pair_slot(letters.at + i) % LIKENESS_KINDS];

		*kind = (uint8_t)(*kind + (*kind < LIKENESS_MOST));
		likeness.count++;
	}
	return likeness;
}

static bool
has_capitals(struct text text)
{
	for (size_t i = 0; i < text.size; i++)
		if (is_capital(text.at[i]))
			return true;
	return false;
}

bool
ruletext_is_at(struct text text, size_t offset, struct text phrase)
{
	size_t end = offset + phrase.size;
	bool folded;

	if (phrase.size == 0 || end > text.size ||
		small(text.at[offset]) != small(phrase.at[0]) ||
		(offset && is_word(phrase.at[0]) && is_word(text.at[offset - 1])) ||
		(end < text.size && is_word(phrase.at[phrase.size - 1]) &&
			is_word(text.at[end])))
		return false;
	folded = !has_capitals(phrase);
	for (size_t i = 0; i < phrase.size; i++) {
		char byte = text.at[offset + i];

		if (is_blank(byte))
			byte = ' ';
		if ((folded ? small(byte) : byte) != phrase.at[i])
			return false;
	}
	return true;
}

size_t
ruletext_find(struct text text, struct text phrase)
{
	for (size_t i = 0; i + phrase.size <= text.size; i++)
		if (ruletext_is_at(text, i, phrase))
			return i;
	return text.size;
}

enum script {
	SCRIPT_NONE,
	SCRIPT_LATIN,
	SCRIPT_GREEK,
	SCRIPT_CYRILLIC,
	SCRIPT_ARABIC,
	SCRIPT_MYANMAR,
	SCRIPT_HANGUL,
	SCRIPT_KHMER,
	SCRIPT_KANA,
	SCRIPT_HAN,
	SCRIPTS
};

static const char *const script_names[SCRIPTS] = { "", "Latn", "Grek", "Cyrl", "Arab",
	"Mymr", "Hang", "Khmr", "Kana", "Hani" };

/* Blocks of letters by their first and last rune (Unicode 15, Blocks.txt). */
static const struct {
	uint32_t first, last;
	enum script script;
} blocks[] = {
	{ 0x00c0, 0x024f, SCRIPT_LATIN },
	{ 0x0250, 0x02af, SCRIPT_LATIN },
	{ 0x0370, 0x03ff, SCRIPT_GREEK },
	{ 0x0400, 0x052f, SCRIPT_CYRILLIC },
	{ 0x0600, 0x06ff, SCRIPT_ARABIC },
	{ 0x0750, 0x077f, SCRIPT_ARABIC },
	{ 0x1000, 0x109f, SCRIPT_MYANMAR },
	{ 0x1100, 0x11ff, SCRIPT_HANGUL },
	{ 0x1780, 0x17ff, SCRIPT_KHMER },
	{ 0x1e00, 0x1eff, SCRIPT_LATIN },
	{ 0x3040, 0x30ff, SCRIPT_KANA },
	{ 0x3400, 0x9fff, SCRIPT_HAN },
	{ 0xac00, 0xd7af, SCRIPT_HANGUL },
	{ 0xfb50, 0xfdff, SCRIPT_ARABIC },
	{ 0xfe70, 0xfeff, SCRIPT_ARABIC },
};

enum { BLOCKS = sizeof blocks / sizeof *blocks };

static enum script
rune_script(uint32_t rune)
{
	for (size_t i = 0; i < BLOCKS && blocks[i].first <= rune; i++)
		if (rune <= blocks[i].last && rune != 0xd7 && rune != 0xf7)
			return blocks[i].script;
	return SCRIPT_NONE;
}

/* The script of the rune at the offset, which moves behind it. */
static enum script
script_next(struct text text, size_t *offset)
{
	char byte = text.at[*offset];
	uint32_t rune;

	if ((unsigned char)byte < 0x80) {
		(*offset)++;
		return is_small(byte) || is_capital(byte) ? SCRIPT_LATIN : SCRIPT_NONE;
	}
	*offset += text_rune(text, *offset, &rune);
	return rune_script(rune);
}

const char *
ruletext_script(struct text text)
{
	size_t counts[SCRIPTS] = { 0 }, best = SCRIPT_NONE;

	for (size_t i = 0; i < text.size;)
		counts[script_next(text, &i)]++;
	counts[SCRIPT_NONE] = 0;
	for (size_t i = 0; i < SCRIPTS; i++)
		if (counts[i] > counts[best])
			best = i;
	return script_names[best];
}

/* The script that a language is written in; empty where several or none are known. */
static const char *
language_script(struct text language)
{
	static const struct {
		const char *languages, *script;
	} scripts[] = { { "en fr es pt az gn de sw tr vi", "Latn" },
		{ "ar fa", "Arab" }, { "km", "Khmr" }, { "my", "Mymr" },
		{ "ru", "Cyrl" }, { "ko", "Hang" } };
	struct text name;

	for (size_t i = 0; language.size == 2 && i < sizeof scripts / sizeof *scripts;
		i++) {
		struct text languages = text_of(scripts[i].languages);

		while (text_cut(&languages, ' ', &name))
			if (text_equal(name, language))
				return scripts[i].script;
	}
	return "";
}

bool
ruletext_script_fits(struct text language, struct text text)
{
	const char *wanted = language_script(language), *found;

	if (!*wanted)
		return true;
	found = ruletext_script(text);
	return !*found || text_is(text_of(found), wanted);
}

static bool
word_is_mixed(struct text word)
{
	bool latin = false, other = false;

	for (size_t i = 0; i < word.size;) {
		enum script script = script_next(word, &i);

		latin = latin || script == SCRIPT_LATIN;
		other = other || script == SCRIPT_CYRILLIC || script == SCRIPT_GREEK;
	}
	return latin && other;
}

/* Most texts are of nothing else; memchr cannot look for a bit. */
static bool
is_ascii(struct text text)
{
	unsigned char bits = 0;

	for (size_t i = 0; i < text.size; i++)
		bits |= (unsigned char)text.at[i];
	return bits < 0x80;
}

/* The next run of letters and digits from *offset on. */
static bool
word_next(struct text text, size_t *offset, struct text *ret_word)
{
	size_t start = *offset;

	while (start < text.size && !is_word(text.at[start]))
		start++;
	*offset = start;
	while (*offset < text.size && is_word(text.at[*offset]))
		(*offset)++;
	*ret_word = text_slice(text, start, *offset);
	return ret_word->size > 0;
}

struct text
ruletext_mixed(struct text text)
{
	struct text word;
	size_t offset = 0;

	if (is_ascii(text))
		return TEXT("");
	while (word_next(text, &offset, &word))
		if (word_is_mixed(word))
			return word;
	return TEXT("");
}

static bool
is_acronym(struct text word)
{
	if (word.size < 3)
		return false;
	for (size_t i = 0; i < word.size; i++)
		if (!is_capital(word.at[i]))
			return false;
	return true;
}

struct text
ruletext_acronym(struct text text)
{
	struct text word;
	size_t offset = 0;

	while (word_next(text, &offset, &word)) {
		struct text brackets;
		size_t start = offset - word.size;

		if (!is_acronym(word))
			continue;
		/* (GIZ), and from then on GIZ. */
		brackets = text_slice(text, start ? start - 1 : 0,
			offset < text.size ? offset + 1 : offset);
		if (text_starts(brackets, TEXT("(")) && text_ends(brackets, TEXT(")")))
			continue;
		if (ruletext_find(text_slice(text, 0, start), word) == start)
			return word;
	}
	return TEXT("");
}

bool
ruletext_isbn(struct text text)
{
	size_t count = 0, digits = 0, ten = 0, thirteen = 0;

	for (size_t i = 0; i < text.size; i++)
		digits += text.at[i] != '-' && !is_blank(text.at[i]);
	for (size_t i = 0; i < text.size; i++) {
		size_t digit;

		if (text.at[i] == '-' || is_blank(text.at[i]))
			continue;
		digit = (size_t)(text.at[i] - '0');
		if (!is_digit(text.at[i])) {
			if (digits != 10 || count != 9 || small(text.at[i]) != 'x')
				return false;
			digit = 10;
		}
		ten += digit * (10 - count % 10);
		thirteen += digit * (count % 2 ? 3 : 1);
		count++;
	}
	return (digits == 10 && ten % 11 == 0) || (digits == 13 && thirteen % 10 == 0);
}
