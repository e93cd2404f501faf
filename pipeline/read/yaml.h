/* yaml.h - the YAML of one file as a tree of records.
 *
 * Every scalar stays text.  Anchors, aliases, merge keys, tags and further documents
 * are refused: a record says what it says where it stands.
 */
#ifndef READ_YAML_H
#define READ_YAML_H

#include "base/text.h"

struct _xmlNode;
struct arena;
struct diag_list;
struct lines;
struct mended;
struct records;
struct yaml;

/* The tables that serve all files of a run. */
struct yaml *yaml_make(struct arena *, struct records *, struct diag_list *);

/* Adds the tree of a file to `file`.  Its lines have passed the scan and start with no
 * byte order mark; what the scan refused is mended in `mended`, which is NULL where it
 * refused nothing.  After false the tree is there as far as it could be read, and what
 * could not is marked as lost. */
bool yaml_convert(struct yaml *, struct _xmlNode *file, struct text path,
	const struct lines *, struct mended *mended);

#endif
