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
struct records;
struct yaml;

/* The tables that serve all files of a run. */
struct yaml *yaml_make(struct arena *, struct records *, struct diag_list *);

/* Adds the tree of `bytes` to `file`; they have passed the scan and start with no
 * byte order mark.  After false the tree is there as far as it could be read, for
 * what report.yaml names. */
bool yaml_convert(
	struct yaml *, struct _xmlNode *file, struct text path, struct text bytes);

#endif
