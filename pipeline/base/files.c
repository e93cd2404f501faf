#include "files.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <threads.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/files_inner.h"

enum { ROOM_FIRST = 64 * 1024 };

static void
lock_close(void *lock)
{
	mtx_destroy(lock);
}

struct files *
files_make(struct arena *arena)
{
	struct files *files = arena_make(arena, struct files);

	files->arena = arena;
	if (mtx_init(&files->lock, mtx_plain) != thrd_success)
		arena_exhaust(arena);
	arena_adopt(arena, lock_close, &files->lock);
	return files;
}

struct text
path_real(struct arena *arena, struct text path)
{
	char real[PATH_MAX];

	if (!realpath(text_string(arena, path), real))
		return (struct text){ "", 0 };
	return text_keep(arena, text_of(real));
}

bool
files_allow(struct files *files, struct text folder)
{
	struct text real = path_real(files->arena, folder);
	struct root *root;

	if (real.size == 0)
		return false;
	root = arena_make(files->arena, struct root);
	root->real = text_is(real, "/") ? TEXT("") : real;
	root->next = files->roots;
	files->roots = root;
	return true;
}

bool
path_allowed(const struct files *files, struct text real)
{
	for (const struct root *root = files->roots; root; root = root->next) {
		if (!text_starts(real, root->real))
			continue;
		if (real.size == root->real.size || real.at[root->real.size] == '/')
			return true;
	}
	return false;
}

static size_t
bucket_of(struct text path)
{
	return text_hash(path) % BUCKETS;
}

static void
held_add(struct files *files, struct text path, struct text bytes)
{
	struct held *held = arena_make(files->arena, struct held);
	struct held **bucket = &files->held[bucket_of(path)];

	held->path = text_keep(files->arena, path);
	held->bytes = bytes;
	held->next = *bucket;
	*bucket = held;
}

void
files_hold(struct files *files, struct text path, struct text bytes)
{
	mtx_lock(&files->lock);
	held_add(files, path, bytes);
	mtx_unlock(&files->lock);
}

const struct held *
held_find(const struct files *files, struct text path)
{
	const struct held *held = files->held[bucket_of(path)];

	while (held && !text_equal(held->path, path))
		held = held->next;
	return held;
}

struct text
files_seen(struct files *files, struct text path)
{
	const struct held *held;

	mtx_lock(&files->lock);
	held = held_find(files, path);
	mtx_unlock(&files->lock);
	return held ? held->bytes : TEXT("");
}

bool
cannot_open(
	struct diag_list *diags, struct text path, struct place asked, const char *why)
{
	if (asked.file.size == 0)
		asked.file = path;
	diag_add(diags, DIAG_F101, asked, "cannot open %.*s: %s", TEXT_ARG(path), why);
	return false;
}

static const char too_large[] = "it is larger than this kind of file may be";

bool
files_too_large(struct diag_list *diags, struct text path, struct place asked)
{
	return cannot_open(diags, path, asked, too_large);
}

/* As large as the file is now, so that it need not grow. */
static struct buffer
room_make(struct arena *arena, int file, size_t limit)
{
	struct buffer buffer = buffer_make(arena);
	struct stat about;

	if (fstat(file, &about) != 0 || !S_ISREG(about.st_mode) || about.st_size <= 0 ||
		(uintmax_t)about.st_size > limit)
		return buffer;
	buffer.room = (size_t)about.st_size + 1;
	buffer.at = arena_take(arena, buffer.room);
	return buffer;
}

/* Bytes of a file at the end of those before; 0 at its end, and -1 where it cannot be
 * read. */
static ssize_t
bytes_take(int file, struct buffer *buffer)
{
	size_t room = buffer->room ? buffer->room * 2 : ROOM_FIRST;
	ssize_t got;

	if (buffer->size == buffer->room) {
		buffer->at = arena_grow(buffer->arena, buffer->at, buffer->room, room);
		buffer->room = room;
	}
	do
		got = read(
			file, buffer->at + buffer->size, buffer->room - buffer->size);
	while (got < 0 && errno == EINTR);
	buffer->size += got > 0 ? (size_t)got : 0;
	return got;
}

static bool
bytes_read(struct files *files, int file, size_t limit, struct text *ret_bytes)
{
	struct buffer buffer = room_make(files->arena, file, limit);
	ssize_t got;

	while ((got = bytes_take(file, &buffer)) > 0) {
		if (buffer.size > limit) {
			errno = EFBIG;
			return false;
		}
	}
	if (got < 0)
		return false;
	*ret_bytes = buffer_text(&buffer);
	return true;
}

struct mapping {
	void *at;
	size_t size;
};

static void
mapping_close(void *thing)
{
	const struct mapping *mapping = thing;

	munmap(mapping->at, mapping->size);
}

/* Lets the bytes of a file be seen where they lie; one that cannot be seen so, or is
 * empty, is read. */
static bool
bytes_map(struct files *files, int file, size_t limit, struct text *ret_bytes)
{
	struct mapping *mapping;
	struct stat about;
	void *at = MAP_FAILED;

	if (fstat(file, &about) == 0 && about.st_size > 0 &&
		(uintmax_t)about.st_size <= limit)
		at = mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_PRIVATE, file, 0);
	if (at == MAP_FAILED)
		return bytes_read(files, file, limit, ret_bytes);
	mapping = arena_make(files->arena, struct mapping);
	*mapping = (struct mapping){ at, (size_t)about.st_size };
	arena_adopt(files->arena, mapping_close, mapping);
	*ret_bytes = (struct text){ at, mapping->size };
	return true;
}

/* Opens a regular file under a root; otherwise -1 and the reason. */
static int
path_open(const struct files *files, struct arena *arena, struct text path,
	const char **ret_why)
{
	struct text real = path_real(arena, path);
	struct stat about;
	int file;

	if (real.size == 0) {
		*ret_why = strerror(errno);
		return -1;
	}
	if (!path_allowed(files, real)) {
		*ret_why = "it lies outside the folders that this run may read";
		return -1;
	}
	file = open(text_string(arena, real), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (file < 0) {
		*ret_why = strerror(errno);
		return -1;
	}
	if (fstat(file, &about) != 0 || !S_ISREG(about.st_mode)) {
		*ret_why = "it is not a plain file";
		close(file);
		return -1;
	}
	return file;
}

/* How the bytes of a file are taken, and how many at most. */
struct taking {
	bool (*take)(struct files *, int file, size_t limit, struct text *ret_bytes);
	size_t limit;
};

/* The bytes of a file that is held by nobody yet, or the reason why not. */
static bool
file_take(struct files *files, struct text path, const struct taking *taking,
	struct text *ret_bytes, const char **ret_why)
{
	int file = text_is(path, "-") ? STDIN_FILENO
				      : path_open(files, files->arena, path, ret_why);
	bool done;

	if (file < 0)
		return false;
	done = taking->take(files, file, taking->limit, ret_bytes);
	if (!done)
		*ret_why = errno == EFBIG ? too_large : strerror(errno);
	if (file != STDIN_FILENO)
		close(file);
	if (done)
		held_add(files, path, *ret_bytes);
	return done;
}

static bool
bytes_have(struct files *files, struct diag_list *diags, struct text path,
	struct place asked, const struct taking *taking, struct text *ret_bytes)
{
	const struct held *held;
	const char *why = "";
	bool done = true;

	mtx_lock(&files->lock);
	held = held_find(files, path);
	if (held)
		*ret_bytes = held->bytes;
	else
		done = file_take(files, path, taking, ret_bytes, &why);
	mtx_unlock(&files->lock);
	return done || cannot_open(diags, path, asked, why);
}

bool
files_read(struct files *files, struct diag_list *diags, struct text path,
	struct place asked, size_t limit, struct text *ret_bytes)
{
	const struct taking taking = { bytes_read, limit };

	return bytes_have(files, diags, path, asked, &taking, ret_bytes);
}

bool
files_map(struct files *files, struct diag_list *diags, struct text path,
	struct place asked, size_t limit, struct text *ret_bytes)
{
	const struct taking taking = { bytes_map, limit };

	return bytes_have(files, diags, path, asked, &taking, ret_bytes);
}

static struct extract
extract_clip(struct extract part, size_t size)
{
	part.from = part.from < size ? part.from : size;
	part.most = part.most < size - part.from ? part.most : size - part.from;
	return part;
}

static bool
part_read(int file, struct extract part, struct arena *arena, struct text *ret_bytes)
{
	struct stat about;
	size_t size = 0;
	ssize_t got = 1;
	char *bytes;

	if (fstat(file, &about) != 0)
		return false;
	part = extract_clip(part, about.st_size > 0 ? (size_t)about.st_size : 0);
	bytes = arena_take(arena, part.most);
	while (size < part.most && got != 0) {
		got = pread(file, bytes + size, part.most - size,
			(off_t)(part.from + size));
		if (got < 0 && errno != EINTR)
			return false;
		size += got > 0 ? (size_t)got : 0;
	}
	*ret_bytes = (struct text){ bytes, size };
	return true;
}

bool
files_fetch(struct files *files, struct diag_list *diags, struct text path,
	struct place asked, struct extract part, struct arena *arena,
	struct text *ret_bytes)
{
	const struct held *held;
	const char *why = "";
	bool done;
	int file;

	mtx_lock(&files->lock);
	held = held_find(files, path);
	mtx_unlock(&files->lock);
	if (held) {
		part = extract_clip(part, held->bytes.size);
		*ret_bytes = text_slice(held->bytes, part.from, part.from + part.most);
		return true;
	}
	file = path_open(files, arena, path, &why);
	if (file < 0)
		return cannot_open(diags, path, asked, why);
	done = part_read(file, part, arena, ret_bytes);
	if (!done)
		why = strerror(errno);
	close(file);
	return done || cannot_open(diags, path, asked, why);
}
