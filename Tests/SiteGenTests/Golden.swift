import Foundation
import Testing

/// A small site on disk with everything that comes of it: `NAME/in` is built, `NAME/out` is what must be there.
///
///     in/          the site; `theme: {name: plain}` stands for the small theme in `_theme`, which all cases share
///     out/         every file of the output, byte for byte; absent for a case that must fail
///     report       what the author is told, in English and in Spanish; absent when that is nothing
///     arguments    options of the build beside `--source` and `--output`
struct Golden: CustomTestStringConvertible, Sendable {
  let name: String
  private let folder: URL

  var testDescription: String { name }
  /// Cases that must fail begin with `err_`.
  var mustFail: Bool { name.hasPrefix("err_") }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/golden")

  /// All cases, by name.
  static let all: [Golden] = {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: root.path) else {
      preconditionFailure("no golden sites in \(root.path)")
    }
    return names.filter { !$0.hasPrefix("_") && !$0.hasPrefix(".") }.sorted().map(Golden.init)
  }()

  init(_ name: String) {
    self.name = name
    folder = Self.root.appending(path: name)
  }

  /// Copies the site into a folder, where building it leaves nothing behind in ours.
  func copy(into place: URL) throws {
    let files = FileManager.default
    try files.copyItem(at: folder.appending(path: "in"), to: place)
    let theme = place.appending(path: "themes/plain")
    try files.createDirectory(at: theme.deletingLastPathComponent(), withIntermediateDirectories: true)
    try files.copyItem(at: Self.root.appending(path: "_theme"), to: theme)
  }

  /// The options of the build; the present is fixed unless the case fixes another.
  var arguments: [String] {
    get throws {
      let file = folder.appending(path: "arguments")
      guard FileManager.default.fileExists(atPath: file.path) else { return Self.present }
      let words = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isWhitespace)
      return words.contains("--now") ? words.map(String.init) : words.map(String.init) + Self.present
    }
  }

  private static let present = ["--now", "2026-06-01T10:00:00Z"]

  /// What the author must be told.
  var report: String {
    get throws {
      let file = folder.appending(path: "report")
      guard FileManager.default.fileExists(atPath: file.path) else { return "" }
      return try String(contentsOf: file, encoding: .utf8)
    }
  }

  /// The files that must be there.
  var output: [String: Data] { get throws { try Files.of(folder.appending(path: "out")) } }

  /// Makes what came of a build the expectation.
  func record(_ output: [String: Data], report: String) throws {
    let out = folder.appending(path: "out")
    try? FileManager.default.removeItem(at: out)
    for (name, bytes) in output {
      let file = out.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.write(to: file)
    }
    let file = folder.appending(path: "report")
    if report.isEmpty {
      try? FileManager.default.removeItem(at: file)
    } else {
      try Data(report.utf8).write(to: file)
    }
  }
}

/// The files of a folder with their bytes.
enum Files {
  /// What stands for the digest of an asset; its form is that of a digest, as judges look at it.
  private static let noDigest = "sha384-" + String(repeating: "A", count: 64)

  /// All files by their paths; none where there is no folder.
  static func of(_ folder: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    guard FileManager.default.fileExists(atPath: folder.path) else { return [:] }
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let file = folder.appending(path: path)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue
      else { continue }
      files[path] = try Data(contentsOf: file)
    }
    return files
  }

  /// The files without what hangs on the built-in theme's look: its joined assets, and their digests in pages.
  static func withoutLook(_ files: [String: Data]) -> [String: Data] {
    files.filter { !$0.key.hasPrefix("assets/sitegen.") }.mapValues { data in
      guard let text = String(data: data, encoding: .utf8), text.contains("assets/sitegen.") else {
        return data
      }
      return Data(
        text.replacing(/sitegen\.[0-9a-f]{16}\./, with: "sitegen.DIGEST.")
          .replacing(/sha384-[A-Za-z0-9+\/=]{64}/, with: noDigest).utf8)
    }
  }

  /// What two trees differ in, file by file, with the first line that is another.
  static func differences(_ actual: [String: Data], from expected: [String: Data]) -> [String] {
    Set(actual.keys).union(expected.keys).sorted().compactMap { name in
      switch (actual[name], expected[name]) {
      case (let mine?, let theirs?) where mine == theirs: nil
      case (let mine?, let theirs?): "\(name): \(firstDifference(mine, theirs))"
      case (_?, nil): "\(name): was not expected"
      default: "\(name): is missing"
      }
    }
  }

  private static func firstDifference(_ actual: Data, _ expected: Data) -> String {
    func lines(_ data: Data) -> [String] {
      String(decoding: data, as: UTF8.self).components(separatedBy: "\n")
    }
    let (mine, theirs) = (lines(actual), lines(expected))
    let index = zip(mine, theirs).prefix { $0 == $1 }.map(\.0).count
    func line(_ lines: [String]) -> String { index < lines.count ? "«\(lines[index])»" : "the end" }
    return "line \(index + 1) is \(line(mine)), not \(line(theirs))"
  }
}
