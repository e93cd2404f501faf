/* filecall.h - the functions of rules that ask what holds for a record because of the
 * file that it stands in.
 */
#ifndef VALIDATE_FILECALL_H
#define VALIDATE_FILECALL_H

struct _xmlNode;
struct query_call;

/* The root of the file that an element stands in: the submission. */
const struct _xmlNode *filecall_root(const struct _xmlNode *);

void filecall_original(struct query_call *);
void filecall_participation(struct query_call *);
void filecall_path_part(struct query_call *);
void filecall_reported(struct query_call *);
void filecall_reporter(struct query_call *);

#endif
