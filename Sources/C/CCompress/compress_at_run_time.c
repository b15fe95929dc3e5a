#include "compress_at_run_time.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

#ifdef __APPLE__
static const char *const zlib_name = "libz.1.dylib";
static const char *const brotli_name = "libbrotlienc.1.dylib";
#else
static const char *const zlib_name = "libz.so.1";
static const char *const brotli_name = "libbrotlienc.so.1";
#endif

static struct {
  unsigned long (*compressBound)(unsigned long);
  int (*compress2)(uint8_t *, unsigned long *, const uint8_t *, unsigned long, int);
  unsigned long (*crc32)(unsigned long, const uint8_t *, unsigned int);
} zlib;

static struct {
  size_t (*MaxCompressedSize)(size_t);
  int (*Compress)(int, int, int, size_t, const uint8_t *, size_t *, uint8_t *);
} brotli;

static pthread_once_t zlib_once = PTHREAD_ONCE_INIT;
static pthread_once_t brotli_once = PTHREAD_ONCE_INIT;
static char zlib_refusal[256];
static char brotli_refusal[256];

static void refuse(char *refusal, const char *reason) {
  snprintf(refusal, sizeof zlib_refusal, "%s", reason ? reason : "no reason given");
}

static int find(void *library, const char *name, void *place, char *refusal) {
  void *symbol = library ? dlsym(library, name) : NULL;
  if (symbol == NULL) refuse(refusal, dlerror());
  *(void **)place = symbol;
  return symbol != NULL;
}

static void open_zlib(void) {
  void *library = dlopen(zlib_name, RTLD_NOW | RTLD_LOCAL);
  (void)(find(library, "compressBound", &zlib.compressBound, zlib_refusal)
    && find(library, "compress2", &zlib.compress2, zlib_refusal)
    && find(library, "crc32", &zlib.crc32, zlib_refusal));
}

static void open_brotli(void) {
  void *library = dlopen(brotli_name, RTLD_NOW | RTLD_LOCAL);
  (void)(find(library, "BrotliEncoderMaxCompressedSize", &brotli.MaxCompressedSize, brotli_refusal)
    && find(library, "BrotliEncoderCompress", &brotli.Compress, brotli_refusal));
}

const char *sitegen_zlib_open(void) {
  pthread_once(&zlib_once, open_zlib);
  return zlib_refusal[0] ? zlib_refusal : NULL;
}

size_t sitegen_zlib_bound(size_t count) { return zlib.compressBound(count); }

size_t sitegen_zlib_compress(const uint8_t *bytes, size_t count, uint8_t *out, size_t room) {
  unsigned long length = room;
  // 9 is the hardest level, 0 the answer that all is well.
  return zlib.compress2(out, &length, bytes, count, 9) == 0 ? length : 0;
}

uint32_t sitegen_zlib_crc32(const uint8_t *bytes, size_t count) {
  unsigned long sum = 0;
  // zlib counts in 32 bits.
  for (size_t done = 0; done < count;) {
    size_t piece = count - done < (1u << 30) ? count - done : 1u << 30;
    sum = zlib.crc32(sum, bytes + done, (unsigned int)piece);
    done += piece;
  }
  return (uint32_t)sum;
}

const char *sitegen_brotli_open(void) {
  pthread_once(&brotli_once, open_brotli);
  return brotli_refusal[0] ? brotli_refusal : NULL;
}

size_t sitegen_brotli_bound(size_t count) { return brotli.MaxCompressedSize(count); }

size_t sitegen_brotli_compress(const uint8_t *bytes, size_t count, uint8_t *out, size_t room) {
  size_t length = room;
  // The highest quality, the largest window of the standard, and the mode for text.
  return brotli.Compress(11, 24, 1, count, bytes, &length, out) ? length : 0;
}
