// The grammar files of the program, laid one after another into the binary.

#include <stddef.h>

const unsigned char *sitegen_grammars_start(void);
extern const size_t sitegen_grammars_count;
