// The whole hash is compiled in here: no library is loaded at start-up for it.
#define XXH_INLINE_ALL
#include <xxhash.h>

static inline uint64_t sitegen_xxh3(const void *bytes, size_t count) {
  return XXH3_64bits(bytes, count);
}
