#include "library_at_run_time.h"

#include <dlfcn.h>
#include <stdio.h>

void sitegen_library_refuse(struct sitegen_library *library, const char *reason) {
  snprintf(library->refusal, sizeof library->refusal, "%s", reason ? reason : "no reason given");
}

const char *sitegen_library_refusal(const struct sitegen_library *library) {
  return library->refusal[0] ? library->refusal : NULL;
}

void sitegen_library_open(struct sitegen_library *library) {
  void *opened = NULL;
  for (const char *const *name = library->names; *name && opened == NULL; name++)
    opened = dlopen(*name, RTLD_NOW | RTLD_LOCAL);
  if (opened == NULL) {
    sitegen_library_refuse(library, dlerror());
    return;
  }
  for (const struct sitegen_symbol *symbol = library->symbols; symbol->name; symbol++) {
    void *function = dlsym(opened, symbol->name);
    if (function == NULL) {
      sitegen_library_refuse(library, dlerror());
      return;
    }
    *(void **)symbol->place = function;
  }
}
