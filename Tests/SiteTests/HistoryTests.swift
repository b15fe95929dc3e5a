import Diagnostics
import Foundation
import Language
import Site
import TestSupport
import Testing

@Suite("The history of files")
struct HistoryTests {
  private func read(_ log: String) -> [String: [Int]] {
    GitHistory(log: Array(log.utf8), isShallow: false).files.mapValues {
      [$0.created.seconds, $0.modified.seconds]
    }
  }

  @Test("is the first and the last commit of each file")
  func log() {
    let log =
      "\u{01}300\0\ncontent/a.md\0content/clúster.md\0" + "\0\u{01}200\0" + "\0\u{01}100\0\ncontent/a.md\0"
    #expect(read(log) == ["content/a.md": [100, 300], "content/clúster.md": [300, 300]])
  }

  @Test("does not go back when a clock did")
  func clocks() {
    #expect(read("\u{01}100\0\na\0\0\u{01}500\0\na\0\0\u{01}200\0\na\0") == ["a": [100, 500]])
  }

  @Test(
    "holds whatever stands in the log",
    arguments: ["", "\0\0\0", "a\0b", "\u{01}\0\na\0", "\u{01}x\0a\0", "\n"])
  func damaged(log: String) { #expect(read(log).isEmpty) }

  @Test("of a shallow clone is not believed")
  func shallow() {
    let history = GitHistory(log: Array("\u{01}300\0\na\0".utf8), isShallow: true)
    #expect(history.isShallow && history.files.isEmpty)
  }

  @Test("says in both languages what keeps it from being read")
  func sentences() {
    let told = [ContentFinding.shallowHistory, .unreadableHistory(reason: "fatal: x")].flatMap { finding in
      Tongue.allCases.map { finding.sentence(in: $0) }
    }
    #expect(
      told == [
        Sentence(
          "este clon no tiene toda la historia, así que no puede decir cuándo cambió cada página",
          hint: "tráela con `git fetch --unshallow` o clona con `fetch-depth: 0`"),
        Sentence(
          "this clone does not hold the whole history, so it cannot tell when pages changed",
          hint: "fetch it with `git fetch --unshallow`, or clone with `fetch-depth: 0`"),
        Sentence(
          "no se puede leer la historia de los archivos: fatal: x",
          hint: "las páginas se fechan solo por su cabecera y el nombre de su archivo"),
        Sentence(
          "the history of the files cannot be read: fatal: x",
          hint: "pages are dated by their front matter and file names alone"),
      ])
  }

  @Test("is read from a real repository, from a shallow clone, and from no repository")
  func repository() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "sitegen-history-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    let site = root.appending(path: "repo/mi sitio")
    try FileManager.default.createDirectory(at: site, withIntermediateDirectories: true)
    guard case .nothing = Git.history(of: root.path) else { throw Surprise() }
    let repository = root.appending(path: "repo").path
    try git(["init", "-q", "."], in: repository, at: 1_700_000_000)
    guard case .nothing = Git.history(of: site.path) else { throw Surprise() }
    for (time, text) in [(1_700_000_000, "uno"), (1_750_000_000, "dos")] {
      try Data(text.utf8).write(to: site.appending(path: "año \"nuevo\".md"))
      try git(["add", "."], in: repository, at: time)
      try git(["commit", "-q", "-m", text], in: repository, at: time)
    }
    guard case .history(let history) = Git.history(of: site.path) else { throw Surprise() }
    let dates = FileHistory(
      created: Instant(seconds: 1_700_000_000), modified: Instant(seconds: 1_750_000_000))
    #expect(history.files == ["año \"nuevo\".md": dates])
    let clone = root.appending(path: "clone").path
    try git(
      ["clone", "-q", "--depth", "1", "file://\(repository)", clone], in: repository, at: 1_700_000_000)
    guard case .history(let shallow) = Git.history(of: clone) else { throw Surprise() }
    #expect(shallow.isShallow && shallow.files.isEmpty)
  }

  private struct Surprise: Error {}

  private func git(_ arguments: [String], in folder: String, at time: Int) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["git", "-C", folder, "-c", "user.name=x", "-c", "user.email=x@example.org"] + arguments
    var environment = ProcessInfo.processInfo.environment
    environment["GIT_AUTHOR_DATE"] = "\(time) +0000"
    environment["GIT_COMMITTER_DATE"] = "\(time) +0000"
    process.environment = environment
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
