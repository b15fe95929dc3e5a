// The grammar files of the program, laid one after another into the binary.

#include <stddef.h>

extern const unsigned char sitegen_grammars[];
extern const size_t sitegen_grammars_count;
