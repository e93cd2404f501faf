#include "example.h"

#include <stddef.h>
#include <string.h>

static const struct {
	const char *code, *said;
} examples[] = {
#define EXAMPLE(code, said) { code, said },
#include "desk/examples.list"
#undef EXAMPLE
	{ NULL, NULL },
};

const char *
example_find(const char *code)
{
	for (size_t i = 0; examples[i].code; i++)
		if (strcmp(examples[i].code, code) == 0)
			return examples[i].said;
	return NULL;
}
