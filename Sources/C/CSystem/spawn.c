#define _GNU_SOURCE
#include "system.h"
#include <errno.h>
#ifdef __linux__
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

// Between fork and exec nothing may be called that waits for another thread: those are not there.
static int become(const struct sitegen_command *command, pid_t parent) {
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return errno;
  if (getppid() != parent) return ESRCH;
  for (int file = 0; file < 3; file++)
    if (dup2(command->files[file], file) < 0) return errno;
  if (command->folder && chdir(command->folder) != 0) return errno;
  if (command->leads_group && setpgid(0, 0) != 0) return errno;
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  execvpe(command->words[0], command->words, command->environment);
  return errno;
}

int sitegen_spawn_bound(const struct sitegen_command *command, pid_t *child) {
  // Closed by what succeeds; what does not says here why.
  int report[2];
  if (pipe2(report, O_CLOEXEC) != 0) return errno;
  pid_t parent = getpid();
  pid_t number = fork();
  if (number == 0) {
    int reason = become(command, parent);
    (void)!write(report[1], &reason, sizeof reason);
    _exit(127);
  }
  int reason = number < 0 ? errno : 0;
  close(report[1]);
  if (number > 0) {
    while (read(report[0], &reason, sizeof reason) < 0 && errno == EINTR) {}
    if (reason != 0) waitpid(number, NULL, 0);
  }
  close(report[0]);
  *child = number;
  return reason;
}
#else
int sitegen_spawn_bound(const struct sitegen_command *command, pid_t *child) {
  (void)command, (void)child;
  return ENOTSUP;
}
#endif
