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
  /// How many of our files were published before.
  public let publishedBefore: Int

  /// Tells that there is nothing to do.
  public var isEmpty: Bool { uploads.isEmpty && deletes.isEmpty }

  /// How many bytes are sent.
  public var bytes: Int { uploads.reduce(0) { $0 + $1.file.size } }

  /// The uploads of one phase.
  public func uploads(in phase: Phase) -> [Upload] { uploads.filter { $0.file.phase == phase } }
}

/// What is known of a target before a deploy.
public struct TargetState: Sendable {
  /// The record of the last deploy; nil when there was none.
  public let manifest: Manifest?
  /// What lies there by its key, where the target can tell.
  public let objects: [String: Object]?

  public init(manifest: Manifest?, objects: [String: Object]? = nil) {
    self.manifest = manifest
    self.objects = objects
  }

  /// A file as the target lists it.
  public struct Object: Sendable, Equatable {
    public let size: Int
    /// The MD5 of what was sent in one piece; nil where the target tells something else.
    public let md5: String?

    public init(size: Int, md5: String?) {
      self.size = size
      self.md5 = md5
    }
  }
}
