/* speech.h - the functions of templates that put a value into words: words(NUMBER),
 * date(DATE). */
#ifndef COMPOSE_SPEECH_H
#define COMPOSE_SPEECH_H

#include "model/query.h"

extern const struct query_function speech_functions[];

#endif
