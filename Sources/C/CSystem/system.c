#define _GNU_SOURCE
#include "system.h"
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef __APPLE__
#include <crt_externs.h>
#endif
#ifdef __linux__
#include <link.h>
#include <linux/fs.h>
#include <string.h>
#include <sys/ioctl.h>
#endif

int sitegen_spawn_in_folder(posix_spawn_file_actions_t *actions, const char *folder) {
  return posix_spawn_file_actions_addchdir_np(actions, folder);
}

int sitegen_flush_file_system(int file) {
#ifdef __linux__
  return syncfs(file);
#else
  (void)file;
  sync();
  return 0;
#endif
}

int sitegen_share_content(int from, int to) {
#ifdef FICLONE
  return ioctl(to, FICLONE, from);
#else
  (void)from, (void)to;
  errno = ENOTSUP;
  return -1;
#endif
}

int sitegen_share_mount(int one, int other) {
  struct stat mine, theirs;
  if (fstat(one, &mine) != 0 || fstat(other, &theirs) != 0) return -1;
  if (mine.st_dev != theirs.st_dev) return 0;
#ifdef STATX_MNT_ID
  // One file system can be mounted twice, a folder of it over another; kernels before 5.8 do not tell.
  struct statx here, there;
  if (statx(one, "", AT_EMPTY_PATH, STATX_MNT_ID, &here) == 0
      && statx(other, "", AT_EMPTY_PATH, STATX_MNT_ID, &there) == 0
      && (here.stx_mask & there.stx_mask & STATX_MNT_ID) != 0)
    return here.stx_mnt_id == there.stx_mnt_id;
#endif
  return 1;
}

char **sitegen_variables(void) {
#ifdef __APPLE__
  return *_NSGetEnviron();
#else
  return environ;
#endif
}

#ifdef __linux__
struct mark {
  unsigned char *into;
  size_t room, count;
};

// Notes: three numbers, then a name and its content, each up to a multiple of four.
static size_t rounded(size_t size) { return (size + 3) & ~(size_t)3; }

static void read_notes(const unsigned char *note, const unsigned char *end, struct mark *mark) {
  while (note + sizeof(ElfW(Nhdr)) <= end) {
    const ElfW(Nhdr) *head = (const ElfW(Nhdr) *)note;
    const unsigned char *name = note + sizeof *head;
    const unsigned char *content = name + rounded(head->n_namesz);
    if (head->n_type == NT_GNU_BUILD_ID && head->n_namesz == 4 && memcmp(name, "GNU", 4) == 0) {
      mark->count = head->n_descsz < mark->room ? head->n_descsz : mark->room;
      memcpy(mark->into, content, mark->count);
      return;
    }
    note = content + rounded(head->n_descsz);
  }
}

static int look(struct dl_phdr_info *object, size_t size, void *data) {
  (void)size;
  for (size_t index = 0; index < object->dlpi_phnum; index++) {
    const ElfW(Phdr) *part = &object->dlpi_phdr[index];
    if (part->p_type != PT_NOTE) continue;
    const unsigned char *start = (const unsigned char *)(object->dlpi_addr + part->p_vaddr);
    read_notes(start, start + part->p_memsz, data);
  }
  return 1; // The program comes first, and nothing else matters.
}
#endif

size_t sitegen_build_mark(unsigned char *into, size_t room) {
#ifdef __linux__
  struct mark mark = {into, room, 0};
  dl_iterate_phdr(look, &mark);
  return mark.count;
#else
  (void)into, (void)room;
  return 0;
#endif
}
