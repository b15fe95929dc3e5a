/// What is known of a target before a deploy.
public struct TargetState: Sendable {
  /// The record of the last deploy; nil when there was none.
  public let manifest: Manifest?
  /// What the store calls the version of that record; nil where it tells none.
  let version: String?
  /// What lies there by its key, where the target can tell.
  public let objects: [String: Object]?

  public init(manifest: Manifest?, version: String? = nil, objects: [String: Object]? = nil) {
    self.manifest = manifest
    self.version = version
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
