/* xsd.h - the XSD files as one tree.
 *
 * Includes are joined here, from the schema folder only, so libxml2 opens no file and
 * no connection.
 */
#ifndef MODEL_XSD_H
#define MODEL_XSD_H

#include <stdbool.h>

#include "base/text.h"

struct arena;
struct diag_list;
struct files;
struct _xmlDoc;

/* milestone.xsd in `folder` and what it includes, as one <schema> without includes,
 * which the arena closes.  False: G104 or F101 says why. */
bool xsd_open(struct arena *, struct diag_list *, struct files *, struct text folder,
	struct _xmlDoc **ret_tree);

#endif
