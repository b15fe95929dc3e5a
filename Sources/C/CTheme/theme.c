// The files of the default theme are compiled in, so that the program stays one file. A file that is added under
// Sources/Themes/Default needs its two lines here; a test tells when they are missing.

#include "theme.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t tokens[] = {
#embed "../../Themes/Default/styles/tokens.css"
};
static const uint8_t base[] = {
#embed "../../Themes/Default/styles/base.css"
};
static const uint8_t prose[] = {
#embed "../../Themes/Default/styles/prose.css"
};
static const uint8_t blocks[] = {
#embed "../../Themes/Default/styles/blocks.css"
};
static const uint8_t code[] = {
#embed "../../Themes/Default/styles/code.css"
};
static const uint8_t article[] = {
#embed "../../Themes/Default/scripts/article.js"
};

static const sitegen_theme_file files[] = {
  {"styles/tokens.css", tokens, sizeof tokens},
  {"styles/base.css", base, sizeof base},
  {"styles/prose.css", prose, sizeof prose},
  {"styles/blocks.css", blocks, sizeof blocks},
  {"styles/code.css", code, sizeof code},
  {"scripts/article.js", article, sizeof article},
};

size_t sitegen_theme_count(void) { return sizeof files / sizeof *files; }

sitegen_theme_file sitegen_theme_at(size_t index) { return files[index]; }
