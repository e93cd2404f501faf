#include "words.h"

/* clang-format off */
static const struct {
	const char *language;
	const char *words[WORDS];
} languages[] = {
	{ "en", { [WORD_CONTENTS] = "Contents", [WORD_TABLE] = "Table" } },
	{ "ar", { [WORD_CONTENTS] = "المحتويات", [WORD_TABLE] = "الجدول" } },
	{ "az", { [WORD_CONTENTS] = "Mündəricat", [WORD_TABLE] = "Cədvəl" } },
	{ "es", { [WORD_CONTENTS] = "Índice", [WORD_TABLE] = "Cuadro" } },
	{ "fa", { [WORD_CONTENTS] = "فهرست", [WORD_TABLE] = "جدول" } },
	{ "fr", { [WORD_CONTENTS] = "Table des matières", [WORD_TABLE] = "Tableau" } },
	{ "hi", { [WORD_CONTENTS] = "विषय सूची", [WORD_TABLE] = "तालिका" } },
	{ "km", { [WORD_CONTENTS] = "មាតិកា", [WORD_TABLE] = "តារាង" } },
	{ "ko", { [WORD_CONTENTS] = "차례", [WORD_TABLE] = "표" } },
	{ "my", { [WORD_CONTENTS] = "မာတိကာ", [WORD_TABLE] = "ဇယား" } },
	{ "pt", { [WORD_CONTENTS] = "Índice", [WORD_TABLE] = "Quadro" } },
	{ "ru", { [WORD_CONTENTS] = "Содержание", [WORD_TABLE] = "Таблица" } },
	{ "zh", { [WORD_CONTENTS] = "目录", [WORD_TABLE] = "表" } },
};
/* clang-format on */

struct text
words_find(struct text language, enum word word)
{
	struct text primary = text_slice(language, 0, text_find(language, '-', 0));

	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		if (text_is(primary, languages[i].language))
			return text_of(languages[i].words[word]);
	return text_of(languages[0].words[word]);
}
