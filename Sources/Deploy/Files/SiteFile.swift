import Bytes
import HTTP

/// One file of the built site, as it will be published.
public struct SiteFile: Sendable, Hashable {
  /// Its path in the site: `blog/talos/index.html`.
  public let key: String
  public let size: Int
  public var fingerprint: Fingerprint
  public let phase: Phase
  public var headers: Headers

  public init(key: String, bytes: [UInt8]) {
    self.key = key
    size = bytes.count
    fingerprint = Fingerprint(of: bytes)
    phase = Phase(of: key)
    headers = Headers(of: key, phase: phase)
  }

  /// What tells one content from another.
  public struct Fingerprint: Sendable, Hashable {
    /// In hexadecimal digits.
    public let sha256: String
    /// What an object store calls the version of an object that was sent in one piece; nil where nobody has asked.
    public var md5: String?

    public init(of bytes: [UInt8]) { self.init(sha256: SecureDigest.sha256(of: bytes).hexadecimal) }

    public init(sha256: String, md5: String? = nil) {
      self.sha256 = sha256
      self.md5 = md5
    }

    // What is equal in one of them is equal in the other.

    public static func == (one: Fingerprint, other: Fingerprint) -> Bool { one.sha256 == other.sha256 }

    public func hash(into hasher: inout Hasher) { hasher.combine(sha256) }
  }

  /// What a store is told to say when it serves the file.
  public struct Headers: Sendable, Hashable {
    public var contentType: String
    public var cacheControl: String
    /// Further ones that the site asks for, in their order.
    public var others: [Header] = []
    /// Whether it is sent in a compressed form, where that is shorter.
    public var compresses = false

    public init(of key: String, phase: Phase) {
      contentType = MediaType.of(key)
      cacheControl =
        switch phase {
        // The name changes with the content, so that what was once fetched is good for ever.
        case .fingerprinted: "public, max-age=31536000, immutable"
        case .assets: "public, max-age=3600"
        // A page leads to assets by their names of today: it must be asked for each time.
        case .pages, .entries: "no-cache"
        }
    }

    /// One word for all of them, to see that one changed.
    public var fingerprint: String {
      ([contentType, cacheControl] + others.map { "\($0.name): \($0.value)" } + (compresses ? ["gzip"] : []))
        .joined(separator: "|")
    }
  }
}
