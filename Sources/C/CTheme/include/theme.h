#ifndef SITEGEN_THEME_H
#define SITEGEN_THEME_H

#include <stddef.h>
#include <stdint.h>

/// One file of the default theme, compiled in.
typedef struct {
  const char *name;
  const uint8_t *bytes;
  size_t count;
} sitegen_theme_file;

/// How many files there are.
size_t sitegen_theme_count(void);

/// The file at an index below the count.
sitegen_theme_file sitegen_theme_at(size_t index);

#endif
