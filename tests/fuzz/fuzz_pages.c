/* fuzz_pages.c - pages to a PDF. */
#include "harness.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	harness_run(&write_stage, bytes, size);
	return 0;
}
