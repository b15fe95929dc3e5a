#ifndef SITEGEN_VECTORS_H
#define SITEGEN_VECTORS_H

#include <stdint.h>

// Questions to sixteen bytes, each one instruction of the processor or two. They are asked in C, whose compiler knows the
// way from sixteen comparisons to sixteen bits; Swift's vectors compare byte by byte.

typedef uint8_t sitegen_sixteen __attribute__((ext_vector_type(16)));
typedef _Bool sitegen_answers __attribute__((ext_vector_type(16)));

// A bit for each byte of which a comparison is true, the lowest for the first.
#define SITEGEN_BITS(comparison) __builtin_bit_cast(uint16_t, __builtin_convertvector((comparison), sitegen_answers))

static inline uint16_t sitegen_are(sitegen_sixteen bytes, uint8_t byte) { return SITEGEN_BITS(bytes == byte); }

static inline uint16_t sitegen_are_from(sitegen_sixteen bytes, uint8_t limit) { return SITEGEN_BITS(bytes >= limit); }

static inline uint16_t sitegen_are_in(sitegen_sixteen bytes, uint8_t first, uint8_t last) {
  return SITEGEN_BITS(bytes - first <= (uint8_t)(last - first));
}

#undef SITEGEN_BITS

#endif
