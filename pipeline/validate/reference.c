#include "reference.h"

#include "base/arena.h"
#include "validate/judge.h"

struct references *
reference_start(struct arena *arena)
{
	struct references *references = arena_make(arena, struct references);

	references->arena = arena;
	return references;
}

void
reference_name(struct judge *judge, struct text kind, struct _xmlNode *node)
{
	struct references *to = judge->references;

	if (!judge_is_own(judge, node))
		return;
	to->names = arena_room(to->arena, to->names, to->name_count, &to->name_room,
		sizeof *to->names);
	to->names[to->name_count++] = (struct reference){ kind, node };
}

void
reference_use(struct judge *judge, struct text kind, struct _xmlNode *node)
{
	struct references *to = judge->references;

	if (!judge_is_own(judge, node))
		return;
	to->uses = arena_room(
		to->arena, to->uses, to->use_count, &to->use_room, sizeof *to->uses);
	to->uses[to->use_count++] = (struct reference){ kind, node };
}

void
reference_lose(struct judge *judge)
{
	judge->references->lost = judge->references->hidden = true;
}

void
reference_hide(struct judge *judge)
{
	judge->references->hidden = true;
}
