#include "files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <threads.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"

enum { BUCKETS = 1 << 12, ROOM_FIRST = 64 * 1024 };

struct held {
	struct held *next; /* in its bucket */
	struct text path, bytes;
};

struct root {
	struct root *next;
	struct text real; /* no slash at the end, "" for the root of all */
};

struct files {
	struct arena *arena;
	mtx_t lock;                 /* around the arena and what is held */
	struct held *held[BUCKETS]; /* by the hash of the path */
	struct root *roots;
};

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

/* The path without links and dots, in `arena`, or an empty text. */
static struct text
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

static bool
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

static const struct held *
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

static bool
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

/* The bytes of a file that is held by nobody yet, or the reason why not. */
static bool
file_read(struct files *files, struct text path, size_t limit, struct text *ret_bytes,
	const char **ret_why)
{
	int file = text_is(path, "-") ? STDIN_FILENO
				      : path_open(files, files->arena, path, ret_why);
	bool done;

	if (file < 0)
		return false;
	done = bytes_read(files, file, limit, ret_bytes);
	if (!done)
		*ret_why = errno == EFBIG ? too_large : strerror(errno);
	if (file != STDIN_FILENO)
		close(file);
	if (done)
		held_add(files, path, *ret_bytes);
	return done;
}

bool
files_read(struct files *files, struct diag_list *diags, struct text path,
	struct place asked, size_t limit, struct text *ret_bytes)
{
	const struct held *held;
	const char *why = "";
	bool done = true;

	mtx_lock(&files->lock);
	held = held_find(files, path);
	if (held)
		*ret_bytes = held->bytes;
	else
		done = file_read(files, path, limit, ret_bytes, &why);
	mtx_unlock(&files->lock);
	return done || cannot_open(diags, path, asked, why);
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

/* Threads ask this side by side: it takes nothing from the arena. */
static bool
about_find(struct text path, struct stat *ret_about)
{
	char name[PATH_MAX];

	if (path.size == 0 || path.size >= sizeof name)
		return false;
	memcpy(name, path.at, path.size);
	name[path.size] = '\0';
	return stat(name, ret_about) == 0;
}

size_t
files_size(struct files *files, struct text path)
{
	struct text seen = files_seen(files, path);
	struct stat about;

	if (seen.size || !about_find(path, &about) || about.st_size < 0)
		return seen.size;
	return (size_t)about.st_size;
}

bool
files_is_folder(struct files *files, struct text path)
{
	struct stat about;

	(void)files;
	return about_find(path, &about) && S_ISDIR(about.st_mode);
}

bool
files_exists(struct files *files, struct text path)
{
	struct stat about;
	bool held;

	mtx_lock(&files->lock);
	held = held_find(files, path) != NULL;
	mtx_unlock(&files->lock);
	return held || about_find(path, &about);
}

struct text
files_real(struct files *files, struct text path)
{
	struct text real = path_real(files->arena, path);

	return real.size ? real : path;
}

struct text
files_above(struct files *files, struct text from, const char *name)
{
	struct text folder = path_real(files->arena, from);

	while (folder.size) {
		size_t slash = folder.size;

		if (files_exists(
			    files, files_within(files->arena, folder, text_of(name))))
			return folder;
		while (slash && folder.at[slash - 1] != '/')
			slash--;
		folder = text_slice(folder, 0, slash ? slash - 1 : 0);
	}
	return folder;
}

struct listing {
	struct files *files;
	struct text suffix;
	struct text *paths;
	size_t count, room;
};

enum { FOLDER_DEPTH = 16 };

/* Links to folders are not followed: they could lead round or outside. */
static bool
is_link(struct arena *arena, struct text path)
{
	struct stat about;

	return lstat(text_string(arena, path), &about) == 0 && S_ISLNK(about.st_mode);
}

static bool
listing_add(struct listing *listing, struct text folder, int depth)
{
	struct arena *arena = listing->files->arena;
	DIR *open_folder = opendir(text_string(arena, folder));
	const struct dirent *entry;

	if (!open_folder)
		return false;
	while ((entry = readdir(open_folder))) {
		struct text path = files_within(arena, folder, text_of(entry->d_name));

		if (entry->d_name[0] == '.')
			continue;
		if (files_is_folder(listing->files, path)) {
			if (depth < FOLDER_DEPTH && !is_link(arena, path))
				listing_add(listing, path, depth + 1);
		} else if (text_ends(path, listing->suffix)) {
			listing->paths = arena_room(arena, listing->paths,
				listing->count, &listing->room, sizeof *listing->paths);
			listing->paths[listing->count++] = text_keep(arena, path);
		}
	}
	closedir(open_folder);
	return true;
}

static int
path_compare(const void *a, const void *b)
{
	return text_compare(*(const struct text *)a, *(const struct text *)b);
}

bool
files_list(struct files *files, struct diag_list *diags, struct text folder,
	struct place asked, struct text suffix, struct text **ret_paths,
	size_t *ret_count)
{
	struct listing listing = { .files = files, .suffix = suffix };
	struct text real = path_real(files->arena, folder);

	if (real.size == 0)
		return cannot_open(diags, folder, asked, strerror(errno));
	if (!path_allowed(files, real))
		return cannot_open(diags, folder, asked,
			"it lies outside the folders that this run may read");
	if (!listing_add(&listing, folder, 0))
		return cannot_open(diags, folder, asked, strerror(errno));
	if (listing.count)
		qsort(listing.paths, listing.count, sizeof *listing.paths,
			path_compare);
	*ret_paths = listing.paths;
	*ret_count = listing.count;
	return true;
}
