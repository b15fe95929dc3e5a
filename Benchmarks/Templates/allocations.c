/* Counts what a program asks of the heap, and tells when it ends. */
#include <stdio.h>
#include <stdlib.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *block, size_t size);
void *__libc_memalign(size_t alignment, size_t size);

static unsigned long asked;

void *malloc(size_t size) {
  asked++;
  return __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
  asked++;
  return __libc_calloc(count, size);
}

void *realloc(void *block, size_t size) {
  asked++;
  return __libc_realloc(block, size);
}

int posix_memalign(void **block, size_t alignment, size_t size) {
  asked++;
  *block = __libc_memalign(alignment, size);
  return *block == NULL;
}

__attribute__((destructor)) static void tell(void) { fprintf(stderr, "%lu\n", asked); }
