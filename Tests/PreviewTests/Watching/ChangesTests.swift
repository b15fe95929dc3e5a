import Disk
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Preview

/// What a program does to many files at once.
@Suite("Many changes")
struct ChangesTests {
  private let names = WatchedNames(keepsContentAtRoot: false, output: "public")

  private func changes(in folder: TemporaryFolder) -> Changes {
    Changes(in: Path(folder.path), names: names) { Issue.record("\($0)") }
  }

  /// Takes changes until nothing happens for a while.
  private func taken(from changes: Changes) -> [Gathering.Change] {
    var all: [Gathering.Change] = []
    while let seen = changes.next(waiting: .milliseconds(400)), !seen.change.isEmpty {
      all.append(seen.change)
    }
    return all
  }

  @discardableResult
  private func git(_ folder: TemporaryFolder, _ arguments: String...) throws -> String {
    let identity = [
      "-c", "user.name=Ana", "-c", "user.email=ana@casa.example", "-c", "init.defaultBranch=main",
    ]
    return try LocalProgram.run("git", identity + ["-C", folder.path] + arguments)
  }

  @Test("by git checkout, of 5,000 files, are taken in a few pieces, and none is lost")
  func checkout() throws {
    let folder = try TemporaryFolder(inMemory: true)
    let count = 5_000
    for number in 0..<count { try folder.write("uno \(number)", to: "content/\(number % 50)/\(number).md") }
    try git(folder, "init", "-q")
    try git(folder, "add", ".")
    try git(folder, "commit", "-qm", "uno")
    try git(folder, "checkout", "-qb", "otra")
    // Some change, some go, some come, some in folders that are new.
    var expected: Set<String> = []
    for number in 0..<count {
      let path = "content/\(number % 50)/\(number).md"
      expected.insert(path)
      if number % 10 == 0 {
        try folder.remove(path)
        expected.insert("content/n\(number % 7)/\(number).md")
        try folder.write("nuevo", to: "content/n\(number % 7)/\(number).md")
      } else {
        try folder.write("dos \(number)", to: path)
      }
    }
    try git(folder, "add", ".")
    try git(folder, "commit", "-qm", "dos")
    let changes = changes(in: folder)
    for branch in ["main", "otra"] {
      try git(folder, "checkout", "-q", branch)
      let taken = taken(from: changes)
      let paths = taken.reduce(into: Set<String>()) { $0.formUnion($1.paths) }
      // Where the kernel could not keep them all, all is read again.
      if !taken.contains(where: { $0.isUnknown }) { #expect(expected.subtracting(paths) == []) }
      #expect((1...4).contains(taken.count), "\(taken.map(\.paths.count))")
      #expect(taken.contains { $0.hasCommit || $0.isUnknown })
    }
  }

  #if os(Linux)
    @Test("more than the kernel keeps are told as such, and folders that came meanwhile are watched")
    func overflow() throws {
      let folder = try TemporaryFolder(inMemory: true)
      try folder.write("a", to: "content/a.md")
      let changes = changes(in: folder)
      let told = try String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
      let limit = try #require(Int(told.trimmingCharacters(in: .whitespacesAndNewlines)))
      // Three events each; those that follow find no room.
      for number in 0..<limit / 3 + 100 {
        let path = "\(folder.path)/content/\(number % 9).md"
        try Data().write(to: URL(filePath: path))
        unlink(path)
      }
      try folder.write("b", to: "content/nueva/dentro/b.md")
      try FileManager.default.moveItem(
        atPath: "\(folder.path)/content/nueva", toPath: "\(folder.path)/content/otra")
      let taken = taken(from: changes)
      #expect(taken.contains { $0.isUnknown })
      try folder.write("c", to: "content/otra/dentro/b.md")
      let after = self.taken(from: changes)
      #expect(after.map(\.paths) == [["content/otra/dentro/b.md"]])
    }
  #endif

  @Test("of the repository are heard: commits, in its folder or in a second working tree")
  func commits() throws {
    let folder = try TemporaryFolder()
    try folder.write("a", to: "blog/content/a.md")
    try git(folder, "init", "-q")
    try git(folder, "add", ".")
    try git(folder, "commit", "-qm", "uno")
    let second = try TemporaryFolder()
    try git(folder, "worktree", "add", "-q", "-b", "rama/larga", "\(second.path)/aqui")
    for root in ["\(folder.path)/blog", "\(second.path)/aqui/blog"] {
      let changes = Changes(in: Path(root), names: names) { Issue.record("\($0)") }
      let polling = PollingWatcher(Path(root), names: names, in: Repository(holding: Path(root)))
      for number in 0..<2 {
        try LocalProgram.run(
          "git",
          [
            "-c", "user.name=Ana", "-c", "user.email=ana@casa.example", "-C", root, "commit", "-q",
            "--allow-empty", "-m", "\(number)",
          ])
        let taken = taken(from: changes)
        #expect(taken.map(\.hasCommit) == [true])
        #expect(taken.allSatisfy { $0.paths.isEmpty })
        #expect(polling.next(waiting: .seconds(5)) == [FileEvent(.committed, "")])
      }
    }
    #expect(Repository(holding: Path("/proc")) == nil)
  }

  @Test("end when nobody wants to know them any more")
  func stops() throws {
    let changes = changes(in: try TemporaryFolder())
    changes.stop()
    #expect(changes.next() == nil)
  }
}
