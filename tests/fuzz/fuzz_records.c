/* fuzz_records.c - records XML to a verdict. */
#include "harness.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	harness_run(&validate_stage, bytes, size);
	return 0;
}
