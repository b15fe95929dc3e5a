#pragma once
#include <spawn.h>
#include <stddef.h>

// Calls that Glibc declares only to programs that ask for its extensions, which its Swift module does not, and calls
// that are macros or differ between systems.

// Lets a command that is about to be started work in a folder.
int sitegen_spawn_in_folder(posix_spawn_file_actions_t *actions, const char *folder);

// A command, its variables, its standard files, and the folder that it works in: NULL for ours.
struct sitegen_command {
  char *const *words;
  char *const *environment;
  int files[3];
  const char *folder;
  // Whether it is the first of a group of processes.
  int leads_group;
};

// Starts a command that the system ends as soon as the thread ends that started it, and so with the whole process, however
// that comes. 0, or the number of what went wrong: ENOTSUP where the system has no such thing.
int sitegen_spawn_bound(const struct sitegen_command *command, pid_t *child);

// Writes all that the file system of an open file still holds back.
int sitegen_flush_file_system(int file);

// Makes an open file share the content of another until one of them is changed; -1 where the file system cannot.
int sitegen_share_content(int from, int to);

// Tells whether two open files lie on one mount, so that names can be moved between them: 1, 0, or -1 with errno.
int sitegen_share_mount(int one, int other);

// Copies the digest that the linker put into the program, as much of it as there is room for; how much that was, 0 where
// there is none.
size_t sitegen_build_mark(unsigned char *into, size_t room);

// The variables of the process, each as NAME=VALUE, with NULL after the last.
char **sitegen_variables(void);
