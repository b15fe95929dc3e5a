// Embeds the grammar files at compile time: no resource bundle, nothing to read at start. A zero byte parts them;
// plain text comes first, because its number is fixed.

#include "CGrammars.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char sitegen_grammars[] = {
#embed "grammars/text.syntax"
  ,0,
#embed "grammars/bash.syntax"
  ,0,
#embed "grammars/c.syntax"
  ,0,
#embed "grammars/caddyfile.syntax"
  ,0,
#embed "grammars/common.syntax"
  ,0,
#embed "grammars/console.syntax"
  ,0,
#embed "grammars/cpp.syntax"
  ,0,
#embed "grammars/csharp.syntax"
  ,0,
#embed "grammars/css.syntax"
  ,0,
#embed "grammars/diff.syntax"
  ,0,
#embed "grammars/docker.syntax"
  ,0,
#embed "grammars/go.syntax"
  ,0,
#embed "grammars/gotemplate.syntax"
  ,0,
#embed "grammars/graphql.syntax"
  ,0,
#embed "grammars/hcl.syntax"
  ,0,
#embed "grammars/html.syntax"
  ,0,
#embed "grammars/ini.syntax"
  ,0,
#embed "grammars/java.syntax"
  ,0,
#embed "grammars/javascript.syntax"
  ,0,
#embed "grammars/jinja.syntax"
  ,0,
#embed "grammars/json.syntax"
  ,0,
#embed "grammars/lua.syntax"
  ,0,
#embed "grammars/make.syntax"
  ,0,
#embed "grammars/markdown.syntax"
  ,0,
#embed "grammars/nginx.syntax"
  ,0,
#embed "grammars/nix.syntax"
  ,0,
#embed "grammars/powershell.syntax"
  ,0,
#embed "grammars/promql.syntax"
  ,0,
#embed "grammars/protobuf.syntax"
  ,0,
#embed "grammars/python.syntax"
  ,0,
#embed "grammars/rego.syntax"
  ,0,
#embed "grammars/rust.syntax"
  ,0,
#embed "grammars/sql.syntax"
  ,0,
#embed "grammars/swift.syntax"
  ,0,
#embed "grammars/toml.syntax"
  ,0,
#embed "grammars/typescript.syntax"
  ,0,
#embed "grammars/xml.syntax"
  ,0,
#embed "grammars/yaml.syntax"
};

const size_t sitegen_grammars_count = sizeof sitegen_grammars;

const unsigned char *sitegen_grammars_start(void) { return sitegen_grammars; }
