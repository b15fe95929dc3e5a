import Diagnostics

/// What the disk refused, with the path.
public struct DiskFailure: Error, Equatable, Sendable {
  /// Why it was refused.
  public enum Reason: Equatable, Sendable {
    case absent
    case isFolder
    case isNoFile
    case tooLarge(size: Int, limit: Int)
    case linkLoop
    case linkOut(to: String)
    case nameNotUTF8
    case nameWithControl
    /// The system's own reason, such as `Permission denied`.
    case system(doing: Action, reason: String)
  }

  /// What was tried.
  public enum Action: Equatable, Sendable {
    case read, write
  }

  public let path: Path
  public let reason: Reason

  public init(_ reason: Reason, at path: Path) {
    self.path = path
    self.reason = reason
  }

  /// The failure as a mistake to show.
  public var mistake: Mistake { Mistake(reason, path: path.text, place: nil) }
}

extension DiskFailure.Reason: Finding {
  public var code: String {
    switch self {
    case .absent: "file-absent"
    case .isFolder: "file-is-folder"
    case .isNoFile: "file-is-special"
    case .tooLarge: "file-too-large"
    case .linkLoop: "link-loop"
    case .linkOut: "link-out"
    case .nameNotUTF8, .nameWithControl: "file-name"
    case .system(.read, _): "file-unreadable"
    case .system(.write, _): "file-unwritable"
    }
  }

  public var severity: Severity { .error }
}
