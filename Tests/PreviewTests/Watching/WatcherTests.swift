import Disk
import Foundation
import TestSupport
import Testing

@testable import Preview

@Suite("Watching a folder")
struct WatcherTests {
  private let names = WatchedNames(keepsContentAtRoot: false, output: "public")

  /// All that is told until something about a path is.
  private func told(_ watcher: any Watcher, until path: String) -> [FileEvent] {
    var events: [FileEvent] = []
    for _ in 0..<100 {
      events += watcher.next(waiting: .milliseconds(50)) ?? []
      if events.contains(where: { $0.path == path }) { break }
    }
    return events
  }

  #if os(Linux)
    @Test("hears of writing, renaming and removing")
    func hears() throws {
      let folder = try TemporaryFolder()
      try folder.write("a", to: "content/a.md")
      let watcher = try InotifyWatcher(Path(folder.path), names: names)
      try Data("b".utf8).write(to: URL(filePath: folder.path + "/content/a.md"))
      #expect(told(watcher, until: "content/a.md") == [FileEvent(.written, "content/a.md")])
      try FileManager.default.moveItem(
        atPath: folder.path + "/content/a.md", toPath: folder.path + "/content/b.md")
      #expect(
        told(watcher, until: "content/b.md") == [FileEvent(.renamed(from: "content/a.md"), "content/b.md")])
      try FileManager.default.removeItem(atPath: folder.path + "/content/b.md")
      #expect(told(watcher, until: "content/b.md") == [FileEvent(.removed, "content/b.md")])
    }

    @Test("watches new folders, with what lies in them already")
    func newFolders() throws {
      let folder = try TemporaryFolder()
      let watcher = try InotifyWatcher(Path(folder.path), names: names)
      try folder.write("a", to: "other/x.md")
      try folder.write("a", to: "content/a/b/c.md")
      #expect(told(watcher, until: "content/a/b/c.md").contains(FileEvent(.written, "content/a/b/c.md")))
      try folder.write("b", to: "content/a/b/d.md")
      #expect(told(watcher, until: "content/a/b/d.md").contains(FileEvent(.written, "content/a/b/d.md")))
      try FileManager.default.moveItem(atPath: folder.path + "/content/a", toPath: folder.path + "/content/z")
      _ = told(watcher, until: "content/z")
      try folder.write("b", to: "content/z/b/e.md")
      #expect(told(watcher, until: "content/z/b/e.md").contains(FileEvent(.written, "content/z/b/e.md")))
    }

    @Test("ends when it is told to")
    func stops() throws {
      let folder = try TemporaryFolder()
      let watcher = try InotifyWatcher(Path(folder.path), names: names)
      watcher.stop()
      #expect(watcher.next(waiting: nil) == nil)
    }
  #endif

  @Test("by looking finds the same")
  func looks() throws {
    let folder = try TemporaryFolder()
    try folder.write("a", to: "content/a.md")
    let watcher = PollingWatcher(Path(folder.path), names: names)
    try folder.write("other", to: "content/a.md")
    try folder.write("b", to: "content/n/b.md")
    #expect(
      watcher.next(waiting: .seconds(5))
        == [FileEvent(.written, "content/a.md"), FileEvent(.written, "content/n/b.md")])
    try FileManager.default.removeItem(atPath: folder.path + "/content/a.md")
    #expect(watcher.next(waiting: .seconds(5)) == [FileEvent(.removed, "content/a.md")])
    watcher.stop()
    #expect(watcher.next(waiting: nil) == nil)
  }
}
