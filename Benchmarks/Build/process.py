"""Runs a program and tells what it took."""
import dataclasses, os, shutil, subprocess, sys, time


@dataclasses.dataclass
class Run:
    wall: float
    cpu: float
    peak: float  # MiB

    def __str__(self):
        return f"wall {self.wall:.2f} s, cpu {self.cpu:.2f} s, peak {self.peak:.0f} MB"


def run(command):
    start = time.perf_counter()
    program = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(program.pid, 0)
    wall = time.perf_counter() - start
    program.returncode = os.waitstatus_to_exitcode(status)
    if program.returncode:
        sys.exit(f"{' '.join(command)}: exit code {program.returncode}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def build(sitegen, root, fresh=False):
    output = os.path.join(root, "public")
    if fresh:
        shutil.rmtree(output, ignore_errors=True)
        shutil.rmtree(os.path.join(root, ".sitegen"), ignore_errors=True)
    return run([sitegen, "build", "--source", root, "--output", output, "--offline"])


def hugo():
    return os.environ.get("HUGO") or shutil.which("hugo")


def build_hugo(hugo, root):
    shutil.rmtree(os.path.join(root, "public"), ignore_errors=True)
    return run([hugo, "--quiet", "-s", root])
