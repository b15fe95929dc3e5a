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
#include <linux/fs.h>
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
