/* replay.c - runs every file of a corpus through a fuzz target as an ordinary test.
 *
 * A crash ends the program before its plan is told, so that the test fails; an input
 * that takes more than two seconds of the processor fails by itself.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "harness.h"

enum { SECONDS = 2 };

static int
is_shown(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

/* Processor time so far, in milliseconds. */
static long
milliseconds(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 +
	       (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
}

/* The bytes of a file in memory of their own, so that a sanitizer sees their end. */
static uint8_t *
file_bytes(const char *folder, const char *name, size_t *ret_size)
{
	char path[4096];
	FILE *file;
	uint8_t *bytes;
	long size;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	file = fopen(path, "rb");
	if (!file || fseek(file, 0, SEEK_END) != 0 || (size = ftell(file)) < 0)
		exit(1);
	rewind(file);
	bytes = malloc((size_t)size ? (size_t)size : 1);
	if (!bytes || fread(bytes, 1, (size_t)size, file) != (size_t)size)
		exit(1);
	fclose(file);
	*ret_size = (size_t)size;
	return bytes;
}

int
main(int argc, char **argv)
{
	struct dirent **entries = NULL;
	int count = argc == 2 ? scandir(argv[1], &entries, is_shown, alphasort) : -1;
	int failed = count <= 0;

	printf("1..%d\n", count > 0 ? count : 1);
	for (int i = 0; i < count; i++) {
		size_t size;
		uint8_t *bytes = file_bytes(argv[1], entries[i]->d_name, &size);
		long before = milliseconds();
		int slow;

		LLVMFuzzerTestOneInput(bytes, size);
		slow = milliseconds() - before > SECONDS * 1000;
		printf("%sok %d - %s\n", slow ? "not " : "", i + 1, entries[i]->d_name);
		fflush(stdout);
		failed |= slow;
		free(bytes);
		free(entries[i]);
	}
	free(entries);
	return failed;
}
