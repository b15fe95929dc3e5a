#include "spanish.h"

// The table is compiled in, so that the program stays one file; the pragma is for compilers that still call #embed new.
#pragma clang diagnostic ignored "-Wc23-extensions"
static const uint8_t table[] = {
#embed "spanish.bin"
};

const uint8_t *sitegen_spanish_table(void) { return table; }

size_t sitegen_spanish_count(void) { return sizeof table; }
