#ifndef SITEGEN_SPANISH_H
#define SITEGEN_SPANISH_H

#include <stddef.h>
#include <stdint.h>

/// The table that Tools/learn-spanish writes: what Spanish text looks like.
const uint8_t *sitegen_spanish_table(void);

/// How many bytes the table has.
size_t sitegen_spanish_count(void);

#endif
