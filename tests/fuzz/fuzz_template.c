/* fuzz_template.c - a template to Markdown. */
#include "harness.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	harness_run_template(&compose_stage, bytes, size);
	return 0;
}
