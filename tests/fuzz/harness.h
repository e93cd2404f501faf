/* harness.h - what a fuzz target runs in: bytes as a form, one stage, and the result
 * printed, with 64 MB of memory and no file but those it was given.
 */
#ifndef FUZZ_HARNESS_H
#define FUZZ_HARNESS_H

#include <stddef.h>
#include <stdint.h>

#include "stage.h"

/* What libFuzzer and replay.c call; each target has one. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* Runs the stage on the bytes as the form that it takes: for read a file x.yaml. */
void harness_run(const struct stage *, const uint8_t *bytes, size_t size);

/* Runs compose on a report of our own whose one template has these bytes. */
void harness_run_template(
	const struct stage *compose, const uint8_t *bytes, size_t size);

#endif
