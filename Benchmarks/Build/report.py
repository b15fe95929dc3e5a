"""What was measured, as Markdown."""
import os, platform, re, statistics, subprocess


class Results:
    def __init__(self, sitegen, hugo):
        self.sitegen, self.hugo = sitegen, hugo
        self.full, self.peer, self.small, self.small_peer = [], [], [], []
        self.plain_peer = []
        self.changes, self.growth = {}, {}
        self.posts = self.files = self.start_up = 0
        if not hugo:
            print("Hugo is not installed: nothing is measured beside it")

    def write(self, path):
        lines = ["# What builds take", "", *self.surroundings(), "", *self.table(), "", *self.curve()]
        profile = os.path.join(os.path.dirname(__file__), "PROFILE.md")
        with open(profile, encoding="utf-8") as file:
            lines += ["", file.read().rstrip()]
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")

    def surroundings(self):
        programs = [_output(self.sitegen, "--version")]
        if self.hugo:
            version = re.search(r"v\d+\.\d+\.\d+", _output(self.hugo, "version"))
            programs.append(f"hugo {version[0]}" if version else "hugo")
        return [
            "Written by `./dev bench CONTENT`; medians, on a RAM disk.",
            "",
            f"- Machine: {_processor()}, {os.cpu_count()} cores, Linux {platform.release()}",
            f"- Programs: {', '.join(programs)}",
            f"- Content: {self.posts:,} posts, {self.files:,} files written",
        ]

    def table(self):
        rows = ["| what | Hugo | sitegen | ratio |", "|---|---|---|---|"]
        for name, key, unit in [("wall", "wall", "s"), ("CPU time", "cpu", "s"), ("peak memory", "peak", "MB")]:
            rows.append(_row(f"full build, {name}", self.peer, self.full, key, unit))
        if self.plain_peer:
            for name, key in [("wall", "wall"), ("CPU time", "cpu")]:
                rows.append(_row(f"the same, Hugo without related pages, {name}", self.plain_peer, self.full, key, "s"))
        rows.append(_row("1,000 posts, wall", self.small_peer, self.small, "wall", "s"))
        for name, runs in self.changes.items():
            rows.append(_row(f"{name}, cold process", [], runs, "wall", "s"))
        return rows + [f"| `--version` | | {self.start_up * 1000:.1f} ms | |"]

    def curve(self):
        rows = ["## Growth", "", "| posts | wall | CPU time | peak memory | CPU for a post |", "|---|---|---|---|---|"]
        for size, run in self.growth.items():
            rows.append(
                f"| {size:,} | {run.wall:.2f} s | {run.cpu:.2f} s | {run.peak:.0f} MB | {run.cpu / size * 1e6:.0f} µs |")
        return rows


def _row(name, peer, own, key, unit):
    mine = statistics.median(getattr(run, key) for run in own)
    if not peer:
        return f"| {name} | | {_figure(mine, unit)} | |"
    theirs = statistics.median(getattr(run, key) for run in peer)
    return f"| {name} | {_figure(theirs, unit)} | {_figure(mine, unit)} | {theirs / mine:.1f}× |"


def _figure(value, unit):
    return f"{value:.0f} {unit}" if unit == "MB" else f"{value:.2f} {unit}"


def _output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def _processor():
    with open("/proc/cpuinfo") as file:
        return next(line.split(":")[1].strip() for line in file if line.startswith("model name"))
