// Embeds the grammar files at compile time: no resource bundle, nothing to read at start. Each file begins with the
// byte 0 that parts it from the one before.

#include "CGrammars.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

const unsigned char sitegen_grammars[] = {
  0,
#embed "grammars/text.syntax"
};

const size_t sitegen_grammars_count = sizeof sitegen_grammars;
