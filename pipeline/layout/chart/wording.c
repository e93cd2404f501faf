#include "wording.h"

#include <stddef.h>

/* clang-format off */
static const struct {
	const char *language;
	const char *words[WORDINGS];
} languages[] = {
	{ "en", { "Bar chart", "Stacked bar chart", "Grouped bar chart", "Line chart",
		"Dot chart", "Progress chart", "Timeline", "Matrix",
		"Unit", "Entries", "Lowest", "Highest", "Earliest", "Latest", "Not known",
		"Target", "rising", "falling", "unchanged", "from {1} to {2}", "yes", "no" } },
	{ "ar", { "مخطط أعمدة", "مخطط أعمدة مكدسة", "مخطط أعمدة مجمعة", "مخطط خطي",
		"مخطط نقطي", "مخطط التقدم", "جدول زمني", "مصفوفة",
		"الوحدة", "عدد العناصر", "الأدنى", "الأعلى", "الأقدم", "الأحدث", "غير معروف",
		"الهدف", "في ارتفاع", "في انخفاض", "دون تغيير", "من {1} إلى {2}", "نعم", "لا" } },
	{ "az", { "Sütunlu diaqram", "Yığılmış sütunlu diaqram", "Qruplaşdırılmış sütunlu diaqram",
		"Xətti diaqram", "Nöqtəli diaqram", "Tərəqqi diaqramı", "Zaman xətti", "Matris",
		"Vahid", "Sətirlərin sayı", "Ən aşağı", "Ən yüksək", "Ən erkən", "Ən gec",
		"Məlum deyil", "Hədəf", "artır", "azalır", "dəyişməyib", "{1} – {2}", "bəli", "xeyr" } },
	{ "es", { "Gráfico de barras", "Gráfico de barras apiladas",
		"Gráfico de barras agrupadas", "Gráfico de líneas", "Gráfico de puntos",
		"Gráfico de progreso", "Cronología", "Matriz",
		"Unidad", "Entradas", "Mínimo", "Máximo", "Primera fecha", "Última fecha",
		"Sin datos", "Meta", "en aumento", "en descenso", "sin cambios",
		"de {1} a {2}", "sí", "no" } },
	{ "fa", { "نمودار میله‌ای", "نمودار میله‌ای انباشته", "نمودار میله‌ای گروهی", "نمودار خطی",
		"نمودار نقطه‌ای", "نمودار پیشرفت", "گاه‌شمار", "ماتریس",
		"واحد", "تعداد موارد", "کمترین", "بیشترین", "نخستین", "آخرین", "نامعلوم",
		"هدف", "رو به افزایش", "رو به کاهش", "بدون تغییر", "از {1} تا {2}", "بله", "خیر" } },
	{ "fr", { "Diagramme à barres", "Diagramme à barres empilées",
		"Diagramme à barres groupées", "Courbes", "Diagramme à points",
		"Diagramme de progression", "Chronologie", "Matrice",
		"Unité", "Entrées", "Minimum", "Maximum", "Première date", "Dernière date",
		"Non connu", "Cible", "en hausse", "en baisse", "inchangé",
		"de {1} à {2}", "oui", "non" } },
	{ "hi", { "दंड चार्ट", "स्तरित दंड चार्ट", "समूहित दंड चार्ट", "रेखा चार्ट",
		"बिंदु चार्ट", "प्रगति चार्ट", "समयरेखा", "सारणी",
		"इकाई", "प्रविष्टियाँ", "न्यूनतम", "अधिकतम", "सबसे पहले", "सबसे बाद में", "ज्ञात नहीं",
		"लक्ष्य", "बढ़ता हुआ", "घटता हुआ", "अपरिवर्तित", "{1} से {2} तक", "हाँ", "नहीं" } },
	{ "km", { "គំនូសតាងរបារ", "គំនូសតាងរបារជាន់គ្នា", "គំនូសតាងរបារជាក្រុម", "គំនូសតាងបន្ទាត់",
		"គំនូសតាងចំណុច", "គំនូសតាងវឌ្ឍនភាព", "បន្ទាត់ពេលវេលា", "ម៉ាទ្រីស",
		"ឯកតា", "ចំនួនធាតុ", "ទាបបំផុត", "ខ្ពស់បំផុត", "មុនគេ", "ក្រោយគេ", "មិនស្គាល់",
		"គោលដៅ", "កំពុងកើនឡើង", "កំពុងថយចុះ", "មិនប្រែប្រួល", "ពី {1} ដល់ {2}", "បាទ/ចាស", "ទេ" } },
	{ "ko", { "막대 차트", "누적 막대 차트", "묶은 막대 차트", "꺾은선 차트",
		"점 차트", "진행 차트", "연표", "행렬",
		"단위", "항목 수", "최저", "최고", "가장 이른 날짜", "가장 늦은 날짜", "알 수 없음",
		"목표", "상승", "하락", "변화 없음", "{1}에서 {2}까지", "예", "아니요" } },
	{ "my", { "ဘားဇယား", "ထပ်ဆင့်ဘားဇယား", "အုပ်စုဖွဲ့ဘားဇယား", "မျဉ်းဇယား",
		"အစက်ဇယား", "တိုးတက်မှုဇယား", "အချိန်ဇယား", "မက်ထရစ်",
		"ယူနစ်", "အရေအတွက်", "အနည်းဆုံး", "အများဆုံး", "အစောဆုံး", "နောက်ဆုံး", "မသိရသေး",
		"ရည်မှန်းချက်", "တက်နေသည်", "ကျနေသည်", "မပြောင်းလဲ", "{1} မှ {2} အထိ", "ဟုတ်", "မဟုတ်" } },
	{ "pt", { "Gráfico de barras", "Gráfico de barras empilhadas",
		"Gráfico de barras agrupadas", "Gráfico de linhas", "Gráfico de pontos",
		"Gráfico de progresso", "Cronologia", "Matriz",
		"Unidade", "Entradas", "Mínimo", "Máximo", "Primeira data", "Última data",
		"Sem dados", "Meta", "a subir", "a descer", "sem alteração",
		"de {1} a {2}", "sim", "não" } },
	{ "ru", { "Столбчатая диаграмма", "Столбчатая диаграмма с накоплением",
		"Столбчатая диаграмма с группировкой", "График", "Точечная диаграмма",
		"Диаграмма выполнения", "Хронология", "Матрица",
		"Единица", "Число строк", "Минимум", "Максимум", "Первая дата", "Последняя дата",
		"Нет данных", "Цель", "рост", "снижение", "без изменений",
		"от {1} до {2}", "да", "нет" } },
	{ "zh", { "条形图", "堆积条形图", "分组条形图", "折线图",
		"点图", "进度图", "时间线", "矩阵图",
		"单位", "条目数", "最低", "最高", "最早", "最晚", "未知",
		"目标", "上升", "下降", "不变", "从{1}到{2}", "是", "否" } },
};
/* clang-format on */

static size_t
language_find(struct text language)
{
	struct text primary = text_slice(language, 0, text_find(language, '-', 0));

	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		if (text_is(primary, languages[i].language))
			return i;
	return 0;
}

struct text
wording_find(struct text language, enum wording wording)
{
	return text_of(languages[language_find(language)].words[wording]);
}

struct text
wording_language(struct text language)
{
	size_t found = language_find(language);

	return found ? language : TEXT("en");
}

struct text
wording_fill(
	struct arena *arena, struct text pattern, struct text first, struct text second)
{
	struct buffer buffer = buffer_make(arena);

	for (size_t i = 0; i < pattern.size; i++) {
		struct text rest = text_slice(pattern, i, pattern.size);
		bool one = text_starts(rest, TEXT("{1}"));

		if (one || text_starts(rest, TEXT("{2}"))) {
			buffer_add(&buffer, one ? first : second);
			i += 2;
			continue;
		}
		buffer_byte(&buffer, pattern.at[i]);
	}
	return buffer_text(&buffer);
}
