#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/files.h"
#include "base/files_inner.h"

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
