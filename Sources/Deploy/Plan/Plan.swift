/// What one deploy would do, file by file: made without touching anything, so that it can be read before it is done.
public struct Plan: Sendable, Equatable {
  /// A file that is sent.
  public struct Upload: Sendable, Equatable {
    public let file: SiteFile
    public let reason: Reason
  }

  /// Why a file is sent.
  public enum Reason: String, Sendable, Equatable {
    case new, changed
    /// Only what the store says with it is another.
    case headers
    /// The record says that it is there, the target says that it is not.
    case missing
    /// Somebody else changed it at the target.
    case overwritten
  }

  /// In the order in which they are sent: by phase, then by key.
  public let uploads: [Upload]
  /// Sent last, and only when all else has gone well.
  public let deletes: [String]
  /// Assets that no page asks for any more, which stay for a while.
  public let kept: [String]
  public let unchanged: Int
  /// Files at the target that are none of ours; they are never touched.
  public let foreign: [String]
  /// The record that the deploy leaves behind.
  public let manifest: Manifest
  /// What is said beforehand, so that a deploy that is cut short is understood by the next.
  let pending: Manifest
  /// How many of our files were published before.
  public let publishedBefore: Int

  /// The deletes one after the other: what leads somewhere goes before what it leads to.
  var deletesInOrder: [[String]] {
    Phase.allCases.reversed().map { phase in deletes.filter { Phase(of: $0) == phase } }.filter {
      !$0.isEmpty
    }
  }

  /// Tells that there is nothing to do.
  public var isEmpty: Bool { uploads.isEmpty && deletes.isEmpty }

  /// How many bytes are sent.
  public var bytes: Int { uploads.reduce(0) { $0 + $1.file.size } }

  /// The uploads of one phase.
  public func uploads(in phase: Phase) -> [Upload] { uploads.filter { $0.file.phase == phase } }
}
