/* textcall.h - the functions of rules that look into a text. */
#ifndef VALIDATE_TEXTCALL_H
#define VALIDATE_TEXTCALL_H

struct query_call;

void textcall_acronym(struct query_call *);
void textcall_better(struct query_call *);
void textcall_country_named(struct query_call *);
void textcall_fingerprint(struct query_call *);
void textcall_isbn_holds(struct query_call *);
void textcall_matches(struct query_call *);
void textcall_mentions(struct query_call *);
void textcall_miscounted(struct query_call *);
void textcall_mixed(struct query_call *);
void textcall_rank(struct query_call *);
void textcall_same(struct query_call *);
void textcall_script(struct query_call *);
void textcall_script_fits(struct query_call *);
void textcall_similarity(struct query_call *);
void textcall_word_count(struct query_call *);

#endif
