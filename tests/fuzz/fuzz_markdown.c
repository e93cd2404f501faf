/* fuzz_markdown.c - Markdown to a document. */
#include "harness.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	harness_run(&parse_stage, bytes, size);
	return 0;
}
