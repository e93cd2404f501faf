#include "foot.h"

#include "layout/flow/flow.h"
#include "layout/pages/paging.h"

enum { NOTE_LINES = 2 }; /* so many of its lines stand on the page of its mark */

size_t
foot_fill(const struct paging *paging, size_t from, size_t to, int64_t room)
{
	int64_t most = paging->foot[from] + room - FLOW_FOOT_SPACE;
	size_t low = from, high = to;

	while (low < high) {
		size_t middle = (low + high + 1) / 2;

		if (paging->foot[middle] <= most)
			low = middle;
		else
			high = middle - 1;
	}
	return low;
}

size_t
foot_owed(const struct paging *paging, size_t to)
{
	size_t notes = paging->spots[to].notes;

	return notes ? paging->flow->notes[notes - 1].to : 0;
}

size_t
foot_least(const struct paging *paging, size_t from, size_t to)
{
	const struct footnote *last;

	if (paging->spots[from].notes == paging->spots[to].notes)
		return 0;
	last = &paging->flow->notes[paging->spots[to].notes - 1];
	return last->to - last->from < NOTE_LINES ? last->to : last->from + NOTE_LINES;
}
