import Language

/// When each file was first and last committed, from one pass over the history.
///
/// The log is that of `git log -z --format=%x01%ct --name-only --no-renames --relative`: fields that end with NUL, for
/// each commit, the latest first, U+0001 with the seconds of its time, then its paths, the first after a line feed:
///
///     01 1770712200 · LF content/a.md · content/b.md · · 01 1770000000 · LF content/a.md ·
///
/// A merge without changes of its own has no paths. The clock of a commit is its author's machine's; a later commit
/// with an earlier time does not take a file's last change back.
public struct GitHistory: Sendable {
  public let files: [String: FileHistory]
  /// Whether commits are missing, so that what is told of files may be wrong: then nothing is told.
  public let isShallow: Bool

  /// No history: a folder without git.
  public static let none = GitHistory(files: [:], isShallow: false)

  private init(files: [String: FileHistory], isShallow: Bool) {
    self.files = files
    self.isShallow = isShallow
  }

  /// Reads a log. A shallow clone is never believed: it would date every file to the clone's first commit.
  public init(log: [UInt8], isShallow: Bool) {
    guard !isShallow else {
      self.init(files: [:], isShallow: true)
      return
    }
    var files: [String: FileHistory] = [:]
    var time: Instant?
    for field in log.split(separator: 0) {
      if let seconds = Self.time(field) {
        time = Instant(seconds: seconds)
        continue
      }
      let path = field.first == UInt8(ascii: "\n") ? field.dropFirst() : field
      guard let time, !path.isEmpty else { continue }
      let name = String(decoding: path, as: UTF8.self)
      let known = files[name]
      files[name] = FileHistory(
        created: min(known?.created ?? time, time), modified: max(known?.modified ?? time, time))
    }
    self.init(files: files, isShallow: false)
  }
}

extension GitHistory {
  /// What is asked of git to get the log.
  static let arguments = [
    "log", "-z", "--format=%x01%ct", "--name-only", "--no-renames", "--relative", "--no-show-signature",
  ]

  /// The time that a field tells; nil for a path.
  private static func time(_ field: ArraySlice<UInt8>) -> Int? {
    guard field.first == 0x01 else { return nil }
    return Int(String(decoding: field.dropFirst(), as: UTF8.self))
  }
}
