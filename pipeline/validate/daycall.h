/* daycall.h - the functions of rules that compare dates. */
#ifndef VALIDATE_DAYCALL_H
#define VALIDATE_DAYCALL_H

struct query_call;

void daycall_after(struct query_call *);
void daycall_earliest(struct query_call *);
void daycall_latest(struct query_call *);
void daycall_month(struct query_call *);
void daycall_outside(struct query_call *);
void daycall_weekday(struct query_call *);

#endif
