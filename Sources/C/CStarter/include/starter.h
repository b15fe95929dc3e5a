#ifndef SITEGEN_STARTER_H
#define SITEGEN_STARTER_H

#include <stddef.h>
#include <stdint.h>

/// One file that a new site or a new page begins with, compiled in.
typedef struct {
  const char *name;
  const uint8_t *bytes;
  size_t count;
} sitegen_starter_file;

/// How many files there are.
size_t sitegen_starter_count(void);

/// The file at an index below the count.
sitegen_starter_file sitegen_starter_at(size_t index);

#endif
