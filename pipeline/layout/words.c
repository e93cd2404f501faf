#include "words.h"

/* clang-format off */
static const struct {
	const char *language;
	const char *words[WORDS];
} languages[] = {
	{ "en", { [WORD_CONTENTS] = "Contents",
		[WORD_FIGURES] = "Figures", [WORD_TABLES] = "Tables", [WORD_TABLE] = "Table",
		[WORD_FIGURE] = "Figure", [WORD_SECTION] = "section", [WORD_PAGES] = "pages", [WORD_PAGE] = "page",
		[WORD_COMMA] = ", ", [WORD_NOTE] = "Note", [WORD_BACK] = "Back to the text",
		[WORD_SOURCE] = "Source:", [WORD_DRAFT] = "Draft",
		[WORD_SINCE] = "Changes since", [WORD_CHANGED] = "Changed:", [WORD_REMOVED] = "Removed before this:" } },
	{ "ar", { [WORD_CONTENTS] = "المحتويات",
		[WORD_FIGURES] = "الأشكال", [WORD_TABLES] = "الجداول", [WORD_TABLE] = "الجدول",
		[WORD_FIGURE] = "الشكل", [WORD_SECTION] = "القسم", [WORD_PAGES] = "صفحة", [WORD_PAGE] = "الصفحة",
		[WORD_COMMA] = "، ", [WORD_NOTE] = "حاشية", [WORD_BACK] = "العودة إلى النص",
		[WORD_SOURCE] = "المصدر:", [WORD_DRAFT] = "مسودة",
		[WORD_SINCE] = "التغييرات منذ", [WORD_CHANGED] = "تغيّر:", [WORD_REMOVED] = "حُذف ما قبل هذا:" } },
	{ "az", { [WORD_CONTENTS] = "Mündəricat",
		[WORD_FIGURES] = "Şəkillər", [WORD_TABLES] = "Cədvəllər", [WORD_TABLE] = "Cədvəl",
		[WORD_FIGURE] = "Şəkil", [WORD_SECTION] = "bölmə", [WORD_PAGES] = "səhifə", [WORD_PAGE] = "səhifə",
		[WORD_COMMA] = ", ", [WORD_NOTE] = "Qeyd", [WORD_BACK] = "Mətnə qayıt",
		[WORD_SOURCE] = "Mənbə:", [WORD_DRAFT] = "Qaralama",
		[WORD_SINCE] = "Dəyişikliklər, müqayisə:", [WORD_CHANGED] = "Dəyişib:", [WORD_REMOVED] = "Bundan əvvəl çıxarılıb:" } },
	{ "es", { [WORD_CONTENTS] = "Índice",
		[WORD_FIGURES] = "Figuras", [WORD_TABLES] = "Cuadros", [WORD_TABLE] = "Cuadro",
		[WORD_FIGURE] = "Figura", [WORD_SECTION] = "sección", [WORD_PAGES] = "páginas", [WORD_PAGE] = "página",
		[WORD_COMMA] = ", ", [WORD_NOTE] = "Nota", [WORD_BACK] = "Volver al texto",
		[WORD_SOURCE] = "Fuente:", [WORD_DRAFT] = "Borrador",
		[WORD_SINCE] = "Cambios desde", [WORD_CHANGED] = "Ha cambiado:", [WORD_REMOVED] = "Se ha suprimido antes de esto:" } },
	{ "fa", { [WORD_CONTENTS] = "فهرست",
		[WORD_FIGURES] = "شکل‌ها", [WORD_TABLES] = "جدول‌ها", [WORD_TABLE] = "جدول",
		[WORD_FIGURE] = "شکل", [WORD_SECTION] = "بخش", [WORD_PAGES] = "صفحه", [WORD_PAGE] = "صفحه",
		[WORD_COMMA] = "، ", [WORD_NOTE] = "یادداشت", [WORD_BACK] = "بازگشت به متن",
		[WORD_SOURCE] = "منبع:", [WORD_DRAFT] = "پیش‌نویس",
		[WORD_SINCE] = "تغییرات نسبت به", [WORD_CHANGED] = "تغییر کرده:", [WORD_REMOVED] = "پیش از این حذف شده:" } },
	{ "fr", { [WORD_CONTENTS] = "Table des matières",
		[WORD_FIGURES] = "Figures", [WORD_TABLES] = "Tableaux", [WORD_TABLE] = "Tableau",
		[WORD_FIGURE] = "Figure", [WORD_SECTION] = "section", [WORD_PAGES] = "pages", [WORD_PAGE] = "page",
		[WORD_COMMA] = ", ", [WORD_NOTE] = "Note", [WORD_BACK] = "Retour au texte",
		[WORD_SOURCE] = "Source\u00a0:", [WORD_DRAFT] = "Projet",
		[WORD_SINCE] = "Modifications depuis", [WORD_CHANGED] = "Modifié\u00a0:", [WORD_REMOVED] = "Supprimé avant ceci\u00a0:" } },
	{ "hi", { [WORD_CONTENTS] = "विषय सूची",
		[WORD_FIGURES] = "चित्र", [WORD_TABLES] = "तालिकाएँ", [WORD_TABLE] = "तालिका",
		[WORD_FIGURE] = "चित्र", [WORD_SECTION] = "अनुभाग", [WORD_PAGES] = "पृष्ठ", [WORD_PAGE] = "पृष्ठ",
		[WORD_COMMA] = ", ", [WORD_NOTE] = "टिप्पणी", [WORD_BACK] = "पाठ पर वापस जाएँ",
		[WORD_SOURCE] = "स्रोत:", [WORD_DRAFT] = "मसौदा",
		[WORD_SINCE] = "परिवर्तन, इसके बाद से:", [WORD_CHANGED] = "बदला गया:", [WORD_REMOVED] = "इससे पहले हटाया गया:" } },
	{ "km", { [WORD_CONTENTS] = "មាតិកា",
		[WORD_FIGURES] = "រូបភាព", [WORD_TABLES] = "តារាង", [WORD_TABLE] = "តារាង",
		[WORD_FIGURE] = "រូបភាព", [WORD_SECTION] = "ផ្នែក", [WORD_PAGES] = "ទំព័រ", [WORD_PAGE] = "ទំព័រ",
		[WORD_COMMA] = ", ", [WORD_NOTE] = "កំណត់សម្គាល់", [WORD_BACK] = "ត្រឡប់ទៅអត្ថបទ",
		[WORD_SOURCE] = "ប្រភព៖", [WORD_DRAFT] = "សេចក្តីព្រាង",
		[WORD_SINCE] = "ការកែប្រែតាំងពី", [WORD_CHANGED] = "បានកែប្រែ៖", [WORD_REMOVED] = "បានដកចេញមុននេះ៖" } },
	{ "ko", { [WORD_CONTENTS] = "차례",
		[WORD_FIGURES] = "그림 차례", [WORD_TABLES] = "표 차례", [WORD_TABLE] = "표",
		[WORD_FIGURE] = "그림", [WORD_SECTION] = "절", [WORD_PAGES] = "쪽", [WORD_PAGE] = "쪽",
		[WORD_COMMA] = ", ", [WORD_NOTE] = "주", [WORD_BACK] = "본문으로 돌아가기",
		[WORD_SOURCE] = "출처:", [WORD_DRAFT] = "초안",
		[WORD_SINCE] = "변경 사항, 기준:", [WORD_CHANGED] = "변경됨:", [WORD_REMOVED] = "이 앞에서 삭제됨:" } },
	{ "my", { [WORD_CONTENTS] = "မာတိကာ",
		[WORD_FIGURES] = "ပုံများ", [WORD_TABLES] = "ဇယားများ", [WORD_TABLE] = "ဇယား",
		[WORD_FIGURE] = "ပုံ", [WORD_SECTION] = "အပိုင်း", [WORD_PAGES] = "မျက်နှာ", [WORD_PAGE] = "စာမျက်နှာ",
		[WORD_COMMA] = "၊ ", [WORD_NOTE] = "မှတ်ချက်", [WORD_BACK] = "စာသားသို့ ပြန်သွားရန်",
		[WORD_SOURCE] = "ရင်းမြစ်:", [WORD_DRAFT] = "မူကြမ်း",
		[WORD_SINCE] = "ပြောင်းလဲမှုများ၊ နှိုင်းယှဉ်ချက်:", [WORD_CHANGED] = "ပြောင်းလဲထားသည်:", [WORD_REMOVED] = "ဤအရှေ့မှ ဖယ်ရှားထားသည်:" } },
	{ "pt", { [WORD_CONTENTS] = "Índice",
		[WORD_FIGURES] = "Figuras", [WORD_TABLES] = "Quadros", [WORD_TABLE] = "Quadro",
		[WORD_FIGURE] = "Figura", [WORD_SECTION] = "secção", [WORD_PAGES] = "páginas", [WORD_PAGE] = "página",
		[WORD_COMMA] = ", ", [WORD_NOTE] = "Nota", [WORD_BACK] = "Voltar ao texto",
		[WORD_SOURCE] = "Fonte:", [WORD_DRAFT] = "Rascunho",
		[WORD_SINCE] = "Alterações desde", [WORD_CHANGED] = "Alterado:", [WORD_REMOVED] = "Suprimido antes disto:" } },
	{ "ru", { [WORD_CONTENTS] = "Содержание",
		[WORD_FIGURES] = "Рисунки", [WORD_TABLES] = "Таблицы", [WORD_TABLE] = "Таблица",
		[WORD_FIGURE] = "Рисунок", [WORD_SECTION] = "раздел", [WORD_PAGES] = "с.", [WORD_PAGE] = "с.",
		[WORD_COMMA] = ", ", [WORD_NOTE] = "Примечание", [WORD_BACK] = "Вернуться к тексту",
		[WORD_SOURCE] = "Источник:", [WORD_DRAFT] = "Проект",
		[WORD_SINCE] = "Изменения по сравнению с", [WORD_CHANGED] = "Изменено:", [WORD_REMOVED] = "Перед этим удалено:" } },
	{ "zh", { [WORD_CONTENTS] = "目录",
		[WORD_FIGURES] = "图目录", [WORD_TABLES] = "表目录", [WORD_TABLE] = "表",
		[WORD_FIGURE] = "图", [WORD_SECTION] = "章节", [WORD_PAGES] = "页", [WORD_PAGE] = "页",
		[WORD_COMMA] = "、", [WORD_NOTE] = "注", [WORD_BACK] = "返回正文",
		[WORD_SOURCE] = "来源：", [WORD_DRAFT] = "草稿",
		[WORD_SINCE] = "更改，对照：", [WORD_CHANGED] = "已更改：", [WORD_REMOVED] = "此前已删除：" } },
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
