#ifndef SITEGEN_LIBRARY_H
#define SITEGEN_LIBRARY_H

/// A function of a library, and the pointer that it is called through.
struct sitegen_symbol {
  const char *name;
  void *place;
};

/// A library that is opened when it is first needed, under the first of its `names` that the system knows. Both lists end
/// with NULL.
struct sitegen_library {
  const char *const *names;
  const struct sitegen_symbol *symbols;
  /// Why it cannot be used; empty as long as nothing speaks against it.
  char refusal[256];
};

/// Opens a library and finds all its functions; to be called once, by whatever thread.
void sitegen_library_open(struct sitegen_library *library);

/// Notes why a library cannot be used.
void sitegen_library_refuse(struct sitegen_library *library, const char *reason);

/// NULL for a library that can be used, else why it cannot.
const char *sitegen_library_refusal(const struct sitegen_library *library);

#endif
