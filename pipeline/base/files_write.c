#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/files.h"

static bool
bytes_write(int file, struct text bytes)
{
	while (bytes.size) {
		ssize_t put = write(file, bytes.at, bytes.size);

		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return false;
		bytes = text_slice(bytes, (size_t)put, bytes.size);
	}
	return true;
}

static bool
cannot_write(struct diag_list *diags, struct text path)
{
	diag_add(diags, DIAG_F102, (struct place){ .file = path },
		"cannot write %.*s: %s", TEXT_ARG(path), strerror(errno));
	return false;
}

bool
files_add_folder(struct diag_list *diags, struct text path)
{
	const char *name = text_string(diags->arena, path);
	struct stat about;

	if (mkdir(name, 0777) == 0)
		return true;
	if (errno == EEXIST && stat(name, &about) == 0 && S_ISDIR(about.st_mode))
		return true;
	return cannot_write(diags, path);
}

/* A device or a pipe takes the bytes where it stands: a rename would replace it. */
static bool
special_write(const char *name, struct text bytes, bool *ret_special)
{
	struct stat about;
	bool whole;
	int file;

	*ret_special = stat(name, &about) == 0 && !S_ISREG(about.st_mode) &&
		       !S_ISDIR(about.st_mode);
	if (!*ret_special)
		return true;
	file = open(name, O_WRONLY | O_CLOEXEC);
	if (file < 0)
		return false;
	whole = bytes_write(file, bytes);
	return close(file) == 0 && whole;
}

bool
files_write(struct diag_list *diags, struct text path, struct text bytes)
{
	char *beside, *name;
	bool whole, special;
	int file, reason;

	if (text_is(path, "-"))
		return bytes_write(STDOUT_FILENO, bytes) || cannot_write(diags, path);
	name = text_string(diags->arena, path);
	whole = special_write(name, bytes, &special);
	if (special)
		return whole || cannot_write(diags, path);
	beside = text_string(diags->arena, text_format(diags->arena, "%.*s.%ld.part",
						   TEXT_ARG(path), (long)getpid()));
	file = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (file < 0)
		return cannot_write(diags, path);
	whole = bytes_write(file, bytes) && fsync(file) == 0;
	whole = close(file) == 0 && whole;
	if (whole && rename(beside, name) == 0)
		return true;
	reason = errno;
	unlink(beside);
	errno = reason;
	return cannot_write(diags, path);
}
