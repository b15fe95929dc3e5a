// The time that cmark-gfm alone needs to parse and render all texts in a file, separated by NULs.

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char *names[] = {"table", "strikethrough", "autolink", "tasklist"};

static size_t render(const char *text, size_t count) {
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(names[i]));
  cmark_parser_feed(parser, text, count);
  cmark_node *root = cmark_parser_finish(parser);
  char *html = cmark_render_html(root, CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES, NULL);
  size_t size = strlen(html);
  free(html);
  cmark_node_free(root);
  cmark_parser_free(parser);
  return size;
}

int main(int argc, char **argv) {
  if (argc != 2) return 2;
  FILE *file = fopen(argv[1], "rb");
  if (!file) return 3;
  fseek(file, 0, SEEK_END);
  size_t count = ftell(file);
  rewind(file);
  char *text = malloc(count + 1);
  if (fread(text, 1, count, file) != count) return 3;
  text[count] = 0;
  cmark_gfm_core_extensions_ensure_registered();
  clock_t start = clock();
  size_t out = 0;
  for (char *at = text; at < text + count;) {
    size_t length = strlen(at);
    out += render(at, length);
    at += length + 1;
  }
  printf("%.1f %zu\n", (clock() - start) * 1e3 / CLOCKS_PER_SEC, out);
}
