// The time that libyaml alone needs to walk through the events of all headers in a file, separated by NULs.

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <yaml.h>

static void walk(const unsigned char *text, size_t count) {
  yaml_parser_t parser;
  yaml_event_t event;
  int done = 0;
  yaml_parser_initialize(&parser);
  yaml_parser_set_input_string(&parser, text, count);
  while (!done && yaml_parser_parse(&parser, &event)) {
    done = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
}

int main(int count, char **arguments) {
  FILE *file = count == 3 ? fopen(arguments[1], "rb") : NULL;
  if (!file) return 2;
  int rounds = atoi(arguments[2]);
  fseek(file, 0, SEEK_END);
  size_t size = (size_t)ftell(file);
  rewind(file);
  unsigned char *bytes = malloc(size + 1);
  if (!bytes || fread(bytes, 1, size, file) != size) return 3;
  bytes[size] = 0;
  clock_t start = clock();
  for (int round = 0; round < rounds; round++)
    for (size_t at = 0; at < size;) {
      size_t length = strlen((char *)bytes + at);
      walk(bytes + at, length);
      at += length + 1;
    }
  printf("%.3f\n", (double)(clock() - start) * 1e3 / CLOCKS_PER_SEC / rounds);
  return 0;
}
