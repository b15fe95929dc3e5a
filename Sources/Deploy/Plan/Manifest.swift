import Diagnostics
import Nodes

/// What a deploy left behind: its own record, by which the next one knows which files are ours and what they hold.
public struct Manifest: Sendable, Equatable {
  /// One file that is published.
  public struct Entry: Sendable, Equatable {
    public let size: Int
    public let fingerprint: SiteFile.Fingerprint
    public let headers: String
    /// The first deploy whose site had no use for it; nil while it is part of the site.
    public var unusedSince: Int?
    /// What lies at the target where that is not the file itself, but its compressed form.
    public var stored: Stored?

    public init(_ file: SiteFile) {
      self.init(size: file.size, fingerprint: file.fingerprint, headers: file.headers.fingerprint)
    }

    init(
      size: Int, fingerprint: SiteFile.Fingerprint, headers: String, unusedSince: Int? = nil,
      stored: Stored? = nil
    ) {
      self.size = size
      self.fingerprint = fingerprint
      self.headers = headers
      self.unusedSince = unusedSince
      self.stored = stored
    }

    /// A file of ours of which nobody knows what it holds: it equals no file of a site.
    static let unknown = Entry(
      size: -1, fingerprint: SiteFile.Fingerprint(sha256: ""), headers: "")

    /// Tells whether an object may be what was sent, as far as its store tells.
    func fits(_ object: TargetState.Object) -> Bool {
      object.size == stored?.size ?? size && (object.md5 ?? storedMD5) == storedMD5
    }

    var storedMD5: String? { stored?.md5 ?? fingerprint.md5 }
  }

  /// The size and the digest of what was sent.
  public struct Stored: Sendable, Equatable {
    public let size: Int
    public let md5: String
  }

  /// Counted from 1.
  public let deploy: Int
  public var files: [String: Entry]

  public init(deploy: Int, files: [String: Entry]) {
    self.deploy = deploy
    self.files = files
  }

  /// Where it lies, beside the site's own files.
  public static let key = ".deploy/manifest.json"
  /// Where a deploy says beforehand what it is going to send and to delete, in the same form; gone when it is done.
  public static let pendingKey = ".deploy/pending.json"
  private static let version = 1
}

extension Manifest {
  /// The record as it is written: sorted, so that it is the same for the same site.
  public var json: [UInt8] {
    let rows = files.sorted { $0.key < $1.key }.map { key, entry -> (String, Node) in
      var fields: [(String, Node)] = [
        ("size", Node(entry.size)), ("sha256", Node(entry.fingerprint.sha256)),
        ("headers", Node(entry.headers)),
      ]
      if let md5 = entry.fingerprint.md5 { fields.insert(("md5", Node(md5)), at: 2) }
      if let since = entry.unusedSince { fields.append(("unused_since", Node(since))) }
      if let stored = entry.stored {
        fields += [("stored_size", Node(stored.size)), ("stored_md5", Node(stored.md5))]
      }
      return (key, Node(fields))
    }
    return Node([
      ("version", Node(Self.version)), ("deploy", Node(deploy)), ("files", Node(rows)),
    ]).json()
  }

  /// Reads a record; nil when it is none of ours, or damaged.
  public init?(json bytes: [UInt8]) {
    let node: Node
    do throws(Report) {
      node = try JSON.read(Source(path: Self.key, bytes: bytes))
    } catch {
      return nil
    }
    guard node["version"]?.integer == Self.version, let deploy = node["deploy"]?.integer, deploy > 0,
      let rows = node["files"]?.entries
    else { return nil }
    var files: [String: Entry] = [:]
    for row in rows {
      guard let size = row.value["size"]?.integer, let sha256 = row.value["sha256"]?.text,
        let headers = row.value["headers"]?.text
      else { return nil }
      let fingerprint = SiteFile.Fingerprint(sha256: sha256, md5: row.value["md5"]?.text)
      files[row.key] = Entry(
        size: size, fingerprint: fingerprint, headers: headers,
        unusedSince: row.value["unused_since"]?.integer, stored: Stored(row.value))
    }
    self.init(deploy: deploy, files: files)
  }
}

extension Manifest.Stored {
  fileprivate init?(_ row: Node) {
    guard let size = row["stored_size"]?.integer, let md5 = row["stored_md5"]?.text else { return nil }
    self.init(size: size, md5: md5)
  }
}
