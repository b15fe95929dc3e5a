#!/usr/bin/env python3
"""Measures whole builds, small changes, growth and start-up, and writes Benchmarks/RESULTS.md.

usage: measure.py SITEGEN CONTENT [RUNS]
Sites and outputs lie on a RAM disk ($SITEGEN_RAM_DISK, else /dev/shm). $BENCH_GROWTH=1000,10000 chooses other sizes."""
import os, shutil, statistics, sys, tempfile
import process, report, sites

SIZES = [1_000, 3_000, 10_000, 30_000, 100_000]


def main():
    sitegen, content = os.path.realpath(sys.argv[1]), os.path.realpath(sys.argv[2])
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    folder = tempfile.mkdtemp(prefix="build.", dir=os.environ.get("SITEGEN_RAM_DISK", "/dev/shm"))
    results = report.Results(sitegen, process.hugo())
    try:
        posts = sites.posts(content)
        full(results, sitegen, posts, folder, runs)
        small(results, sitegen, posts, folder, runs)
        changes(results, sitegen, posts, folder, runs)
        growth(results, sitegen, posts, folder)
        results.start_up = statistics.median(process.run([sitegen, "--version"]).wall for _ in range(20))
    finally:
        shutil.rmtree(folder)
    results.write(os.path.join(os.path.dirname(__file__), "..", "RESULTS.md"))


def full(results, sitegen, posts, folder, runs):
    """The same posts with both programs, in turn, so that a busy machine is as busy for one as for the other."""
    root = sites.write(posts, os.path.join(folder, "full"))
    peer = sites.write_hugo(posts, os.path.join(folder, "hugo")) if results.hugo else None
    for number in range(runs):
        results.full.append(process.build(sitegen, root, fresh=True))
        if peer and number < 3:
            results.peer.append(process.build_hugo(results.hugo, peer))
        print("full build:", results.full[-1], *results.peer[-1:], flush=True)
    if peer:
        plain = sites.write_hugo(posts, os.path.join(folder, "plain"), related=False)
        results.plain_peer.append(process.build_hugo(results.hugo, plain))
        print("without related pages:", results.plain_peer[-1], flush=True)
        shutil.rmtree(plain)
    results.posts, results.files = len(posts), sites.count(os.path.join(root, "public"))
    for site in filter(None, [root, peer]):
        shutil.rmtree(site)


def small(results, sitegen, posts, folder, runs):
    root = sites.write(posts[:1000], os.path.join(folder, "small"))
    peer = sites.write_hugo(posts[:1000], os.path.join(folder, "hugo")) if results.hugo else None
    for _ in range(runs):
        results.small.append(process.build(sitegen, root, fresh=True))
        if peer:
            results.small_peer.append(process.build_hugo(results.hugo, peer))
    print("1,000 posts:", results.small[-1], *results.small_peer[-1:], flush=True)
    for site in filter(None, [root, peer]):
        shutil.rmtree(site)


def changes(results, sitegen, posts, folder, runs):
    root = sites.write(posts, os.path.join(folder, "changed"))
    process.build(sitegen, root, fresh=True)
    for name, change in sites.CHANGES.items():
        measured = []
        for number in range(runs):
            change(root, number)
            measured.append(process.build(sitegen, root))
        results.changes[name] = measured
        print(f"{name}:", measured[-1], flush=True)
    shutil.rmtree(root)


def growth(results, sitegen, posts, folder):
    sizes = os.environ.get("BENCH_GROWTH")
    for size in [int(size) for size in sizes.split(",")] if sizes else SIZES:
        root = sites.write(sites.multiplied(posts, size), os.path.join(folder, "growth"))
        results.growth[size] = min((process.build(sitegen, root, fresh=True) for _ in range(2)), key=lambda r: r.cpu)
        print(f"{size} posts:", results.growth[size], flush=True)
        shutil.rmtree(root)


if __name__ == "__main__":
    main()
