/* sumcall.h - the functions of rules that add up. */
#ifndef VALIDATE_SUMCALL_H
#define VALIDATE_SUMCALL_H

struct query_call;

void sumcall_adds_up(struct query_call *);
void sumcall_hundred(struct query_call *);

#endif
