/* snippet.h - what an editor offers to insert where a record may begin: its required
 * keys, with examples to type over.
 */
#ifndef DESK_SNIPPET_H
#define DESK_SNIPPET_H

struct arena;
struct json;
struct type;

/* The key defaultSnippets of yaml-language-server; nothing for a map that is no record.
 */
void snippet_write(struct json *, struct arena *, const struct type *map);

#endif
