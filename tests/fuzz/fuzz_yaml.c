/* fuzz_yaml.c - the YAML of one file to records. */
#include "harness.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	harness_run(&read_stage, bytes, size);
	return 0;
}
