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
static const uint8_t base_html[] = {
#embed "../../Themes/Default/templates/base.html"
};
static const uint8_t home_html[] = {
#embed "../../Themes/Default/templates/home.html"
};
static const uint8_t list_html[] = {
#embed "../../Themes/Default/templates/list.html"
};
static const uint8_t page_html[] = {
#embed "../../Themes/Default/templates/page.html"
};
static const uint8_t post_html[] = {
#embed "../../Themes/Default/templates/post.html"
};
static const uint8_t terms_html[] = {
#embed "../../Themes/Default/templates/terms.html"
};

static const sitegen_theme_file files[] = {
  {"styles/tokens.css", tokens, sizeof tokens},
  {"styles/base.css", base, sizeof base},
  {"styles/prose.css", prose, sizeof prose},
  {"styles/blocks.css", blocks, sizeof blocks},
  {"styles/code.css", code, sizeof code},
  {"scripts/article.js", article, sizeof article},
  {"templates/base.html", base_html, sizeof base_html},
  {"templates/home.html", home_html, sizeof home_html},
  {"templates/list.html", list_html, sizeof list_html},
  {"templates/page.html", page_html, sizeof page_html},
  {"templates/post.html", post_html, sizeof post_html},
  {"templates/terms.html", terms_html, sizeof terms_html},
};

size_t sitegen_theme_count(void) { return sizeof files / sizeof *files; }

sitegen_theme_file sitegen_theme_at(size_t index) { return files[index]; }
