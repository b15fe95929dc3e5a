#include "arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// Each block is preceded by its size, which `realloc` has to know; sizes and blocks lie at multiples of sixteen.
enum { unit = 16, chunk_size = 1 << 20, most_chunks = 64, kept_chunks = 8, step = 1024 };

typedef struct {
  char *bytes;
  size_t size;
} chunk;

// Chunks beyond the limit grow, so that their number never has to.
static _Thread_local chunk chunks[most_chunks];
// The chunk in use, where its free bytes begin, up to where they are zero, and where they end; all three are NULL before
// there is one. Bytes are cleared in steps, a few nodes ahead: clearing each node by itself took as long as making it.
static _Thread_local size_t current;
static _Thread_local char *next, *zero, *end;

static size_t rounded(size_t size) { return (size + unit - 1) & ~(size_t)(unit - 1); }

static size_t *size_of(void *block) { return (size_t *)((char *)block - unit); }

static void use(size_t index, size_t used) {
  current = index;
  next = chunks[index].bytes ? chunks[index].bytes + used : NULL;
  zero = next;
  end = chunks[index].bytes ? chunks[index].bytes + chunks[index].size : NULL;
}

// The next chunk with room; those that were used before and are too small are skipped.
static void grow(size_t needed) {
  size_t index = chunks[current].bytes ? current + 1 : current;
  if (index >= most_chunks) abort();
  if (chunks[index].bytes && chunks[index].size < needed) {
    free(chunks[index].bytes);
    chunks[index].bytes = NULL;
  }
  if (!chunks[index].bytes) {
    size_t size = (size_t)chunk_size << (index / 4);
    if (size < needed) size = needed;
    chunks[index].bytes = malloc(size);
    if (!chunks[index].bytes) abort();
    chunks[index].size = size;
  }
  use(index, 0);
}

// Makes sure of a number of free bytes that are zero, unless the chunk has too few.
static int clear(size_t needed) {
  if ((size_t)(zero - next) >= needed) return 1;
  size_t left = (size_t)(end - next);
  if (left < needed) return 0;
  char *cleared = next + (needed + step < left ? needed + step : left);
  memset(zero, 0, (size_t)(cleared - zero));
  zero = cleared;
  return 1;
}

static __attribute__((noinline)) void prepare(size_t needed) {
  if (clear(needed)) return;
  grow(needed);
  clear(needed);
}

static inline void *take(size_t size) {
  size_t room = rounded(size);
  if ((size_t)(zero - next) < room + unit) prepare(room + unit);
  char *block = next + unit;
  next = block + room;
  *size_of(block) = room;
  return block;
}

void *sitegen_arena_calloc(size_t count, size_t size) {
  size_t bytes;
  if (__builtin_mul_overflow(count, size, &bytes) || bytes > SIZE_MAX / 2) abort();
  return take(bytes);
}

void *sitegen_arena_realloc(void *block, size_t size) {
  if (!block) return take(size);
  size_t *known = size_of(block);
  if (size <= *known) return block;
  size_t more = rounded(size) - *known;
  // The last block grows where it is.
  if ((char *)block + *known == next && clear(more)) {
    next += more;
    *known += more;
    return block;
  }
  void *moved = take(size);
  return memcpy(moved, block, *known);
}

void sitegen_arena_free(void *block) { (void)block; }

sitegen_arena_mark_t sitegen_arena_mark(void) {
  return (sitegen_arena_mark_t){current, next ? next - chunks[current].bytes : 0};
}

void sitegen_arena_release(sitegen_arena_mark_t mark) {
  use(mark.chunk, mark.used);
  // A long text must not hold its memory for all that follow.
  for (size_t index = mark.chunk + kept_chunks; index < most_chunks && chunks[index].bytes; index++) {
    free(chunks[index].bytes);
    chunks[index].bytes = NULL;
  }
}

void sitegen_arena_drop(void) {
  if (current || next != chunks[current].bytes) return;
  for (size_t index = 0; index < most_chunks && chunks[index].bytes; index++) {
    free(chunks[index].bytes);
    chunks[index].bytes = NULL;
  }
  use(0, 0);
}
