#include "compress_at_run_time.h"

#include <library_at_run_time.h>
#include <pthread.h>

static struct {
  unsigned long (*compressBound)(unsigned long);
  int (*compress2)(uint8_t *, unsigned long *, const uint8_t *, unsigned long, int);
  unsigned long (*crc32)(unsigned long, const uint8_t *, unsigned int);
} zlib;

static struct {
  size_t (*MaxCompressedSize)(size_t);
  int (*Compress)(int, int, int, size_t, const uint8_t *, size_t *, uint8_t *);
} brotli;

static struct sitegen_library zlib_library = {
#ifdef __APPLE__
  .names = (const char *const[]){"libz.1.dylib", NULL},
#else
  .names = (const char *const[]){"libz.so.1", NULL},
#endif
  .symbols =
    (const struct sitegen_symbol[]){
      {"compressBound", &zlib.compressBound},
      {"compress2", &zlib.compress2},
      {"crc32", &zlib.crc32},
      {NULL, NULL},
    },
};

static struct sitegen_library brotli_library = {
#ifdef __APPLE__
  .names = (const char *const[]){"libbrotlienc.1.dylib", NULL},
#else
  .names = (const char *const[]){"libbrotlienc.so.1", NULL},
#endif
  .symbols =
    (const struct sitegen_symbol[]){
      {"BrotliEncoderMaxCompressedSize", &brotli.MaxCompressedSize},
      {"BrotliEncoderCompress", &brotli.Compress},
      {NULL, NULL},
    },
};

static pthread_once_t zlib_once = PTHREAD_ONCE_INIT;
static pthread_once_t brotli_once = PTHREAD_ONCE_INIT;

static void open_zlib(void) { sitegen_library_open(&zlib_library); }
static void open_brotli(void) { sitegen_library_open(&brotli_library); }

const char *sitegen_zlib_open(void) {
  pthread_once(&zlib_once, open_zlib);
  return sitegen_library_refusal(&zlib_library);
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
  return sitegen_library_refusal(&brotli_library);
}

size_t sitegen_brotli_bound(size_t count) { return brotli.MaxCompressedSize(count); }

size_t sitegen_brotli_compress(const uint8_t *bytes, size_t count, uint8_t *out, size_t room) {
  size_t length = room;
  // The highest quality, the largest window of the standard, and the mode for text.
  return brotli.Compress(11, 24, 1, count, bytes, &length, out) ? length : 0;
}
