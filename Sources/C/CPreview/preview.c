// What the preview sends to browsers is compiled in, so that the program stays one file.

#include "preview.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t script[] = {
#embed "../../Preview/Browser/panel.js"
  ,
#embed "../../Preview/Browser/preview.js"
};

const uint8_t *sitegen_preview_script(size_t *count) {
  *count = sizeof script;
  return script;
}
