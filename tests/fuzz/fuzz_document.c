/* fuzz_document.c - a document to pages. */
#include "harness.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	harness_run(&layout_stage, bytes, size);
	return 0;
}
