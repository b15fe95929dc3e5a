#include "arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// Each block is preceded by its size, which `realloc` has to know; sizes and blocks lie at multiples of sixteen.
enum { unit = 16, chunk_size = 1 << 20, most_chunks = 64, kept_chunks = 8 };

typedef struct {
  char *bytes;
  size_t size;
} chunk;

// Chunks beyond the limit grow, so that their number never has to.
static _Thread_local chunk chunks[most_chunks];
static _Thread_local sitegen_arena_mark_t top;

static size_t rounded(size_t size) { return (size + unit - 1) & ~(size_t)(unit - 1); }

static size_t *size_of(void *block) { return (size_t *)((char *)block - unit); }

// The next chunk with room; those that were used before and are too small are skipped.
static void grow(size_t needed) {
  size_t index = chunks[top.chunk].bytes ? top.chunk + 1 : top.chunk;
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
  top.chunk = index;
  top.used = 0;
}

static void *take(size_t size) {
  size_t needed = rounded(size) + unit;
  if (!chunks[top.chunk].bytes || chunks[top.chunk].size - top.used < needed) grow(needed);
  char *block = chunks[top.chunk].bytes + top.used + unit;
  top.used += needed;
  *size_of(block) = rounded(size);
  return block;
}

void *sitegen_arena_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / 2 / size) abort();
  void *block = take(count * size);
  return memset(block, 0, count * size);
}

void *sitegen_arena_realloc(void *block, size_t size) {
  if (!block) return take(size);
  size_t *known = size_of(block);
  if (size <= *known) return block;
  // The last block grows where it is.
  chunk *here = &chunks[top.chunk];
  if ((char *)block + *known == here->bytes + top.used && here->size - top.used >= rounded(size) - *known) {
    top.used += rounded(size) - *known;
    *known = rounded(size);
    return block;
  }
  void *moved = take(size);
  return memcpy(moved, block, *known);
}

void sitegen_arena_free(void *block) { (void)block; }

sitegen_arena_mark_t sitegen_arena_mark(void) { return top; }

void sitegen_arena_release(sitegen_arena_mark_t mark) {
  top = mark;
  // A long text must not hold its memory for all that follow.
  for (size_t index = mark.chunk + kept_chunks; index < most_chunks && chunks[index].bytes; index++) {
    free(chunks[index].bytes);
    chunks[index].bytes = NULL;
  }
}

void sitegen_arena_drop(void) {
  if (top.chunk || top.used) return;
  for (size_t index = 0; index < most_chunks && chunks[index].bytes; index++) {
    free(chunks[index].bytes);
    chunks[index].bytes = NULL;
  }
}
