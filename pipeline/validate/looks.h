/* looks.h - whether what a style makes can be read. */
#ifndef VALIDATE_LOOKS_H
#define VALIDATE_LOOKS_H

struct _xmlNode;
struct judge;

/* Complains of margins that leave no room for text, and of letters that stand out too
 * little from what is behind them.  The values of the <style> are sound. */
void looks_check(struct judge *, const struct _xmlNode *style);

#endif
