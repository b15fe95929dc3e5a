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
    public let unusedSince: Int?

    public init(_ file: SiteFile) {
      size = file.size
      fingerprint = file.fingerprint
      headers = file.headers.fingerprint
      unusedSince = nil
    }

    public init(_ entry: Entry, unusedSince deploy: Int) {
      size = entry.size
      fingerprint = entry.fingerprint
      headers = entry.headers
      unusedSince = entry.unusedSince ?? deploy
    }

    init(size: Int, fingerprint: SiteFile.Fingerprint, headers: String, unusedSince: Int?) {
      self.size = size
      self.fingerprint = fingerprint
      self.headers = headers
      self.unusedSince = unusedSince
    }
  }

  /// Counted from 1.
  public let deploy: Int
  public let files: [String: Entry]

  public init(deploy: Int, files: [String: Entry]) {
    self.deploy = deploy
    self.files = files
  }

  /// Where it lies, beside the site's own files.
  public static let key = ".deploy/manifest.json"
  private static let version = 1
}

extension Manifest {
  /// The record as it is written: sorted, so that it is the same for the same site.
  public var json: [UInt8] {
    let rows = files.sorted { $0.key < $1.key }.map { key, entry -> (String, Node) in
      var fields: [(String, Node)] = [
        ("size", Node(entry.size)), ("sha256", Node(entry.fingerprint.sha256)),
        ("md5", Node(entry.fingerprint.md5)), ("headers", Node(entry.headers)),
      ]
      if let since = entry.unusedSince { fields.append(("unused_since", Node(since))) }
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
        let md5 = row.value["md5"]?.text, let headers = row.value["headers"]?.text
      else { return nil }
      files[row.key] = Entry(
        size: size, fingerprint: SiteFile.Fingerprint(sha256: sha256, md5: md5), headers: headers,
        unusedSince: row.value["unused_since"]?.integer)
    }
    self.init(deploy: deploy, files: files)
  }
}
