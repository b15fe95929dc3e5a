#pragma once
#include <spawn.h>

// Glibc declares this only to programs that ask for its extensions, which its Swift module does not.
int sitegen_spawn_in_folder(posix_spawn_file_actions_t *actions, const char *folder);
