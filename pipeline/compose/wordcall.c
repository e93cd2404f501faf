#include <libxml/xpathInternals.h>

#include "base/arena.h"
#include "date.h"
#include "speech.h"
#include "taken.h"
#include "words.h"

/* Takes a number; false, with an answer given, where there is none. */
static bool
number_take(struct query_call *call, const char *wanted, exact *ret_number)
{
	enum taken taken = taken_number(call, wanted, ret_number);

	if (taken == TAKEN_NOTHING)
		taken_answer_nothing(call);
	return taken == TAKEN;
}

/* In words where it is a small whole number, else in figures. */
static void
number_say(struct query_call *call, struct buffer *buffer, exact number)
{
	struct buffer decimal = buffer_make(call->arena);
	int64_t whole;

	if (exact_is_whole(number, &whole)) {
		words_print(buffer, whole, speaker_formats(call));
		return;
	}
	exact_print(&decimal, number, 0);
	words_figures(buffer, buffer_text(&decimal), speaker_formats(call));
}

void
wordcall_words(struct query_call *call)
{
	struct buffer buffer = buffer_make(call->arena);
	exact number;

	if (!number_take(call, "words() takes a number", &number))
		return;
	number_say(call, &buffer, number);
	query_answer(call, &buffer);
}

/* figures(N) and figures(N, PLACES) */
void
wordcall_figures(struct query_call *call)
{
	struct buffer buffer = buffer_make(call->arena);
	struct buffer decimal = buffer_make(call->arena);
	const char *wanted = "figures() takes a number, and 0 to 6 places";
	exact number, places = 0;
	int64_t digits;

	if ((call->count == 2 && !number_take(call, wanted, &places)) ||
		!number_take(call, wanted, &number))
		return;
	if (!exact_is_whole(places, &digits) || digits < 0 || digits > EXACT_PLACES) {
		query_refuse(call, wanted, TEXT("other places"));
		return;
	}
	if (call->count == 2)
		number = exact_round(number, (int)digits);
	exact_print(&decimal, number, (int)digits);
	words_figures(&buffer, buffer_text(&decimal), speaker_formats(call));
	query_answer(call, &buffer);
}

void
wordcall_ordinal(struct query_call *call)
{
	struct buffer buffer = buffer_make(call->arena);
	const char *wanted = "ordinal() takes a whole number from 1 on";
	exact number;
	int64_t whole;

	if (!number_take(call, wanted, &number))
		return;
	if (!exact_is_whole(number, &whole) || whole < 1) {
		query_refuse(call, wanted, TEXT("another one"));
		return;
	}
	words_ordinal(&buffer, whole, speaker_formats(call));
	query_answer(call, &buffer);
}

/* "few: страны" is a form with its name. */
static bool
form_part(struct text form, struct text *ret_name, struct text *ret_words)
{
	static const char *const names[] = { "zero", "one", "two", "few", "many",
		"other" };
	size_t colon = text_find(form, ':', 0);

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (colon < form.size &&
			text_is(text_slice(form, 0, colon), names[i])) {
			*ret_name = text_of(names[i]);
			*ret_words = text_trim(text_slice(form, colon + 1, form.size));
			return true;
		}
	return false;
}

/* The form of that name; the last one where there is none. */
static struct text
form_pick(const struct text *forms, size_t count, struct text name)
{
	struct text own, words, last = forms[count - 1];

	for (size_t i = 0; i < count; i++) {
		if (!form_part(forms[i], &own, &words)) {
			own = i == 0 && count > 1 ? TEXT("one") : TEXT("other");
			words = forms[i];
		}
		last = words;
		if (text_equal(own, name))
			return words;
	}
	return last;
}

/* # stands for the number. */
static void
form_fill(struct query_call *call, struct text form, exact number)
{
	struct buffer buffer = buffer_make(call->arena);

	for (size_t i = 0; i < form.size; i++) {
		if (form.at[i] == '#')
			number_say(call, &buffer, number);
		else
			buffer_byte(&buffer, form.at[i]);
	}
	query_answer(call, &buffer);
}

void
wordcall_plural(struct query_call *call)
{
	struct text forms[6] = { { 0 } }, name;
	size_t count = (size_t)call->count - 1;
	struct buffer decimal = buffer_make(call->arena);
	exact number;

	for (size_t i = count; i > 0; i--)
		forms[i - 1] = query_argument(call);
	if (!number_take(call, "plural() takes a number and its words", &number))
		return;
	exact_print(&decimal, number, 0);
	if (!words_plural(
		    call->arena, buffer_text(&decimal), speaker_formats(call), &name))
		name = TEXT("other");
	form_fill(call, form_pick(forms, count, name), number);
}

void
wordcall_date(struct query_call *call)
{
	struct buffer buffer = buffer_make(call->arena);
	struct text date, to = call->count == 2 ? query_argument(call) : TEXT("");
	struct text about = TEXT("");

	date = query_argument(call);
	if (call->count == 2)
		date = text_format(
			call->arena, "%.*s/%.*s", TEXT_ARG(date), TEXT_ARG(to));
	if (text_find(date, '~', 0) < date.size)
		about = speaker_word(call, TEXT(""), TEXT("about-date"));
	if (date.size && !text_is(date, "/") &&
		!date_print(&buffer, date, speaker_formats(call), about))
		query_refuse(call, "date() takes a date like 2023-05", date);
	else
		query_answer(call, &buffer);
}

/* capital(TEXT): with a capital at its beginning. */
void
wordcall_capital(struct query_call *call)
{
	struct buffer buffer = buffer_make(call->arena);

	words_capital(&buffer, query_argument(call), speaker_formats(call));
	query_answer(call, &buffer);
}
