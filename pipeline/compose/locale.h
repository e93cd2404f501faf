/* locale.h - the name by which ICU knows the language of an edition. */
#ifndef COMPOSE_LOCALE_H
#define COMPOSE_LOCALE_H

#include "base/text.h"

/* English is that of the United Nations: the day stands before the month, and no comma
 * before "and".  The calendar is that of the records in every language. */
const char *locale_of(struct arena *, struct text language);

#endif
