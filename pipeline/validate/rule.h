/* rule.h - what must be true across fields, records and files.
 */
#ifndef VALIDATE_RULE_H
#define VALIDATE_RULE_H

struct job;
struct judge;
struct records;

/* Asks every rule of schemas/rules.xml of every record that it is for, and every record
 * for the fields that its kind needs.  Records that were blamed before are left alone.
 */
void rule_check(struct job *, struct judge *, const struct records *);

#endif
