/* files.h - the only way to open a file: under a root, or in memory.
 *
 * Paths are as people typed them.  Before a file is read its real path (no
 * symbolic links, no "..") must lie under one of the roots.  What was read stays
 * until the arena closes, so that diagnostics can show lines of it; what was fetched
 * is the caller's.  Several threads may read and fetch at the same time.
 */
#ifndef BASE_FILES_H
#define BASE_FILES_H

#include "base/text.h"

struct arena;
struct diag_list;
struct place;

struct files;

struct files *files_make(struct arena *);

/* Lets `folder` and all below it be read; false when there is no such folder. */
bool files_allow(struct files *, struct text folder);

/* Puts `bytes` (borrowed) under a path; it wins over the disk. */
void files_hold(struct files *, struct text path, struct text bytes);

/* The bytes of a file.  When it cannot be had a diagnostic says so at `asked`,
 * the place that named it; a place without a file means the command line.  At
 * most `limit` bytes are accepted. */
bool files_read(struct files *, struct diag_list *, struct text path,
	struct place asked, size_t limit, struct text *ret_bytes);

/* The same for what is installed, as fonts are, and of which little is needed: such a
 * file is replaced, but never changed, so its bytes need no copy. */
bool files_map(struct files *, struct diag_list *, struct text path, struct place asked,
	size_t limit, struct text *ret_bytes);

/* A part of a file: at most so many bytes from an offset on. */
struct extract {
	size_t from, most;
};

/* The bytes of a part, in `arena`; none beyond the end of the file.  No file is too
 * large for this.  It fails as files_read does. */
bool files_fetch(struct files *, struct diag_list *, struct text path,
	struct place asked, struct extract, struct arena *arena,
	struct text *ret_bytes);

/* Says that more bytes were fetched than there may be; always false. */
bool files_too_large(struct diag_list *, struct text path, struct place asked);

/* Bytes; 0 where there is no such file. */
size_t files_size(struct files *, struct text path);

/* The bytes if the file was read or held before, else an empty text. */
struct text files_seen(struct files *, struct text path);

/* The files in a folder whose names end in `suffix`, sorted by bytes; folders
 * below it too, but no links to folders.  Names that begin with a dot are left out. */
bool files_list(struct files *, struct diag_list *, struct text folder,
	struct place asked, struct text suffix, struct text **ret_paths,
	size_t *ret_count);

/* The nearest folder at or above `from` in which there is a `name`, as a real path;
 * empty where there is none. */
struct text files_above(struct files *, struct text from, const char *name);

/* The path without symbolic links and dots; as it is where there is no such file. */
struct text files_real(struct files *, struct text path);

bool files_is_folder(struct files *, struct text path);
bool files_exists(struct files *, struct text path);

/* Writes beside the file, syncs and renames, so that the old file stays until the
 * new one is whole.  "-" is standard output. */
bool files_write(struct diag_list *, struct text path, struct text bytes);

/* Makes a folder where there is none; the one above it must be there. */
bool files_add_folder(struct diag_list *, struct text path);

/* `path` as seen from the folder that holds the file `from`; an absolute path
 * stays. "a/b/report.yaml" and "../x" make "a/x". */
struct text files_beside(struct arena *, struct text from, struct text path);

/* The same where `folder` is the folder itself. */
struct text files_within(struct arena *, struct text folder, struct text path);

#endif
