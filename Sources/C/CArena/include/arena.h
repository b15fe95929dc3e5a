#ifndef SITEGEN_ARENA_H
#define SITEGEN_ARENA_H

#include <stddef.h>

// Memory for C libraries that are handed their allocator as bare functions: one stack for each thread. What is taken is
// never given back piece by piece, but all at once, down to a mark.

void *sitegen_arena_calloc(size_t count, size_t size);
void *sitegen_arena_realloc(void *block, size_t size);
void sitegen_arena_free(void *block);

// Where the stack of this thread stands now.
typedef struct {
  size_t chunk;
  size_t used;
} sitegen_arena_mark_t;

sitegen_arena_mark_t sitegen_arena_mark(void);
void sitegen_arena_release(sitegen_arena_mark_t mark);

// Gives the memory of this thread back to the system, unless some of it is in use.
void sitegen_arena_drop(void);

#endif
