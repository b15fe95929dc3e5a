import Diagnostics
import Nodes

/// One place that the site is published to; what it takes depends on its type.
public enum TargetSettings: Readable {
  case directory(DirectorySettings)
  case rsync(RsyncSettings)
  case bucket(BucketSettings)
  case branch(BranchSettings)
  case artifact(ArtifactSettings)

  /// The types by the words of `site.yaml`.
  public enum Kind: String, CaseIterable, Readable {
    case dir, rsync, s3, git
    case pagesArtifact = "pages-artifact"
  }

  public static func read(_ node: Node, in reading: inout Reading) -> TargetSettings {
    guard node.entries != nil else { return reading.refuse(node, expecting: .map, standIn: standIn) }
    switch kind(of: node, in: &reading) {
    case .dir: return .directory(DirectorySettings.read(node, in: &reading))
    case .rsync: return .rsync(RsyncSettings.read(node, in: &reading))
    case .s3: return .bucket(BucketSettings.read(node, in: &reading))
    case .git: return .branch(BranchSettings.read(node, in: &reading))
    case .pagesArtifact: return .artifact(ArtifactSettings.read(node, in: &reading))
    case nil: return standIn
    }
  }

  public static func describe(in schema: inout Schema) -> Node {
    [
      "anyOf": [
        DirectorySettings.describe(in: &schema).ofType(.dir),
        RsyncSettings.describe(in: &schema).ofType(.rsync),
        BucketSettings.describe(in: &schema).ofType(.s3),
        BranchSettings.describe(in: &schema).ofType(.git),
        ArtifactSettings.describe(in: &schema).ofType(.pagesArtifact),
      ]
    ]
  }

  public static var standIn: TargetSettings { .directory(.standIn) }

  /// The type; the mistake is told here once, so that the fields of no type are asked for after it.
  private static func kind(of node: Node, in reading: inout Reading) -> Kind? {
    guard let written = node["type"] else {
      reading.add(
        ReadingFinding.missingKey(path: reading.path(of: "type")),
        at: node.range.lowerBound..<node.range.lowerBound + 1)
      return nil
    }
    let errors = reading.report.count(of: .error)
    let kind = Kind.read(written, in: &reading)
    return reading.report.count(of: .error) == errors ? kind : nil
  }
}

extension TargetSettings {
  /// What all types share.
  public var common: CommonSettings {
    switch self {
    case .directory(let settings): settings.common
    case .rsync(let settings): settings.common
    case .bucket(let settings): settings.common
    case .branch(let settings): settings.common
    case .artifact(let settings): settings.common
    }
  }

  public var kind: Kind {
    switch self {
    case .directory: .dir
    case .rsync: .rsync
    case .bucket: .s3
    case .branch: .git
    case .artifact: .pagesArtifact
    }
  }
}

/// What every type of target takes.
public struct CommonSettings: Sendable {
  /// Where visitors find it; the site's own address otherwise.
  public let url: String?
  /// Whether what lies there already and is not ours may stay there.
  public let adopts: Bool
  /// Who serves it, where that says more than the type.
  public let host: HostingService?
  /// How caches in between are told what has changed.
  public let purge: PurgeSettings?

  init(_ kind: TargetSettings.Kind, reading fields: inout Fields) {
    _ = fields.value("type", "The kind of target: \(kind.rawValue).", as: TargetSettings.Kind.self)
    url = fields.optional("url", "Where visitors find it; the site's base_url otherwise.")
    adopts = fields.value(
      "adopt", "Whether files that lie there already and are not ours may stay.", default: false)
    host = fields.optional("host", "Who serves it; told by the address of a repository otherwise.")
    purge = fields.optional("purge", "How a cache in between is told what has changed.")
  }
}

extension Node {
  /// The description of one type of target, which takes no other word for its type than its own.
  fileprivate func ofType(_ kind: TargetSettings.Kind) -> Node {
    func replacing(_ key: String, in node: Node, with change: (Node) -> Node) -> Node {
      Node((node.entries ?? []).map { ($0.key, $0.key == key ? change($0.value) : $0.value) })
    }
    return replacing("properties", in: self) { properties in
      replacing("type", in: properties) { type in
        ["description": type["description"] ?? .null, "const": Node(kind.rawValue)]
      }
    }
  }
}
