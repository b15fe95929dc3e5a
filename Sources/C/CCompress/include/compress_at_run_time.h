// zlib and brotli, opened when first needed: few deploys compress anything, and both libraries are there wherever
// libcurl is. Their few functions that work in one piece need none of their headers.
#ifndef COMPRESS_AT_RUN_TIME_H
#define COMPRESS_AT_RUN_TIME_H

#include <stddef.h>
#include <stdint.h>

/// Opens zlib; NULL when that went well, else why not.
const char *sitegen_zlib_open(void);
size_t sitegen_zlib_bound(size_t count);
/// Compresses as hard as zlib can, into zlib's own wrapping; returns the size, 0 when it failed.
size_t sitegen_zlib_compress(const uint8_t *bytes, size_t count, uint8_t *out, size_t room);
uint32_t sitegen_zlib_crc32(const uint8_t *bytes, size_t count);

/// Opens brotli's encoder; NULL when that went well, else why not.
const char *sitegen_brotli_open(void);
size_t sitegen_brotli_bound(size_t count);
/// Compresses text as hard as brotli can; returns the size, 0 when it failed.
size_t sitegen_brotli_compress(const uint8_t *bytes, size_t count, uint8_t *out, size_t room);

#endif
