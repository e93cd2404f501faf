/* mail.c - the letters of a run, one for each sender. */
#include <stdlib.h>

#include "base/arena.h"
#include "report/forms.h"
#include "report/letter.h"
#include "report/report.h"
#include "report/voice.h"

struct mail {
	const struct report *report;
	struct arena *arena;
	struct source source;
	struct sender_lists lists;
	struct leaf *leaves; /* by sender, then as they were */
	size_t count, room;
};

static void
leaf_add(struct mail *mail, struct text path, const struct diag *items, size_t count)
{
	mail->leaves = arena_room(mail->arena, mail->leaves, mail->count, &mail->room,
		sizeof *mail->leaves);
	mail->leaves[mail->count++] = (struct leaf){
		.path = path,
		.sender = sender_find(&mail->lists, &mail->source, path),
		.items = items,
		.count = count,
	};
}

/* The files that were looked at and those with diagnostics, both sorted, as one. */
static void
leaves_gather(struct mail *mail)
{
	const struct report *report = mail->report;
	const struct diag_list *diags = report->diags;
	size_t checked = 0;

	for (size_t i = 0, end; i < diags->count; i = end) {
		struct text file = diags->items[i].at.file;

		for (; checked < report->checked_count; checked++) {
			int order = text_compare(report->checked[checked], file);

			if (order > 0)
				break;
			if (order < 0)
				leaf_add(mail, report->checked[checked], NULL, 0);
		}
		for (end = i; end < diags->count; end++)
			if (!text_equal(diags->items[end].at.file, file))
				break;
		leaf_add(mail, file, &diags->items[i], end - i);
	}
	for (; checked < report->checked_count; checked++)
		leaf_add(mail, report->checked[checked], NULL, 0);
}

/* By the codes of senders; those of none come last. */
static int
leaf_compare(const void *a, const void *b)
{
	const struct leaf *left = a, *right = b;
	bool left_none = left->sender.code.size == 0;
	bool right_none = right->sender.code.size == 0;

	if (left_none != right_none)
		return left_none - right_none;
	if (!text_equal(left->sender.code, right->sender.code))
		return text_compare(left->sender.code, right->sender.code);
	return text_compare(left->path, right->path);
}

static struct mail
mail_sort(const struct report *report, struct arena *arena)
{
	struct mail mail = { .report = report,
		.arena = arena,
		.source = { .files = report->files, .arena = arena },
		.lists = sender_open(arena, report) };

	leaves_gather(&mail);
	if (mail.count)
		qsort(mail.leaves, mail.count, sizeof *mail.leaves, leaf_compare);
	return mail;
}

/* The leaves from `first` on that have one sender. */
static size_t
bundle_size(const struct mail *mail, size_t first)
{
	size_t end = first;

	while (end < mail->count && text_equal(mail->leaves[end].sender.code,
					    mail->leaves[first].sender.code))
		end++;
	return end - first;
}

static void
page_open(const struct voice *voice, const struct sender *sender, struct buffer *out)
{
	voice_say(voice, out, VOICE_HEAD, letter_title(out->arena, sender));
	voice_open(voice, out, VOICE_PAGE);
}

struct report_letter *
report_letters(const struct report *report, const struct report_form *form,
	struct arena *arena, size_t *ret_count)
{
	struct mail mail = mail_sort(report, arena);
	struct report_letter *letters =
		arena_array(arena, struct report_letter, mail.count + 1);
	size_t count = 0;

	for (size_t i = 0, size; i < mail.count; i += size) {
		const struct sender *sender = &mail.leaves[i].sender;
		struct buffer out = buffer_make(arena);

		size = bundle_size(&mail, i);
		page_open(form->voice, sender, &out);
		letter_print(form->voice, &mail.source, &mail.leaves[i], size, &out);
		voice_close(form->voice, &out, VOICE_PAGE);
		letters[count++] = (struct report_letter){
			.name = text_format(arena, "%.*s.%s",
				TEXT_ARG(sender->code.size ? sender->code
							   : TEXT("no-country")),
				form->voice->ending),
			.bytes = buffer_text(&out),
		};
	}
	*ret_count = count;
	return letters;
}

/* All letters, one after another on one page. */
static void
letters_print(
	const struct report *report, const struct voice *voice, struct buffer *out)
{
	static const struct sender nobody = { .code = TEXT_CONSTANT(""),
		.name = TEXT_CONSTANT("this run") };
	struct mail mail = mail_sort(report, out->arena);
	size_t size = mail.count ? bundle_size(&mail, 0) : 0;

	page_open(voice, size && size == mail.count ? &mail.leaves->sender : &nobody,
		out);
	for (size_t i = 0; i < mail.count; i += size) {
		size = bundle_size(&mail, i);
		letter_print(voice, &mail.source, &mail.leaves[i], size, out);
	}
	voice_close(voice, out, VOICE_PAGE);
}

void
forms_letter(const struct report *report, struct buffer *out)
{
	letters_print(report, &voice_markdown, out);
}

void
forms_letter_html(const struct report *report, struct buffer *out)
{
	letters_print(report, &voice_html, out);
}
