#pragma once
#include <string.h>
#include <zlib.h>

// The beginning of a compression is a macro.

/// Begins to compress into the format of gzip; Z_OK when it may go on.
static inline int sitegen_gzip_begin(z_stream *stream, int level) {
  memset(stream, 0, sizeof *stream);
  // 15 bits of window; 16 more ask for gzip's head and tail.
  return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}
