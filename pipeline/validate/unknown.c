#include "unknown.h"

#include "base/arena.h"

/* How many of a portion are left in. */
struct sieve {
	size_t left;
	struct place first_out; /* its line is 0 where all stay */
};

static const struct diag_entry *
unknown_sift(void *owner, const struct diag *diag)
{
	struct sieve *sieve = owner;

	if (diag->code != DIAG_V201)
		return diag->entry;
	if (sieve->left > 0) {
		sieve->left--;
		return diag->entry;
	}
	if (sieve->first_out.line == 0)
		sieve->first_out = diag->at;
	return NULL;
}

void
unknown_close(struct unknown_tally *tally, struct diag_list *all)
{
	size_t more = tally->count > UNKNOWN_TOLD ? tally->count - UNKNOWN_TOLD : 0;

	if (more) {
		diag_add(all, DIAG_V201, tally->at,
			"%zu more key%s of this file %s unknown", more,
			more == 1 ? "" : "s", more == 1 ? "is" : "are");
		diag_label(all, "the first of them");
		diag_help(all, "look whether this is the file that was meant; if it "
			       "is, mend what was told and check again");
	}
	*tally = (struct unknown_tally){ .path = TEXT("") };
}

void
unknown_take(struct unknown_tally *tally, struct diag_list *all, struct text path,
	struct diag_list *portion, const struct unknown *unknown)
{
	struct sieve sieve = { .left = 0 };

	if (!text_equal(path, tally->path)) {
		unknown_close(tally, all);
		tally->path = text_keep(all->arena, path);
	}
	if (tally->count < UNKNOWN_TOLD)
		sieve.left = UNKNOWN_TOLD - tally->count;
	tally->count += unknown->count;
	if (tally->count <= UNKNOWN_TOLD)
		return;
	diag_sift(portion, 0, unknown_sift, &sieve);
	if (tally->at.line == 0) {
		tally->at = sieve.first_out.line ? sieve.first_out : unknown->at;
		tally->at.file = tally->path;
	}
}
