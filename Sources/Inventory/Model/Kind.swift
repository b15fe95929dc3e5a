/// The kinds of things that an inventory declares; the word is the one before the colon of a reference.
public enum Kind: String, Sendable, CaseIterable, Comparable {
  case site, host, platform, guest, cluster, node, component, app, network, repo, cloud, roadmap

  /// The key of its block: `hosts`.
  public var block: String {
    switch self {
    case .cloud, .roadmap: rawValue
    default: rawValue + "s"
    }
  }

  /// The kind that a word names, byte for byte.
  init?(_ word: Slice<UnsafeBufferPointer<UInt8>>) {
    for kind in Self.allCases where kind.rawValue.utf8.count == word.count {
      guard kind.rawValue.utf8.elementsEqual(word) else { continue }
      self = kind
      return
    }
    return nil
  }

  public static func < (one: Kind, other: Kind) -> Bool { one.order < other.order }

  /// Its place in the order of the declaration, from the building to the wishes.
  var order: Int {
    switch self {
    case .site: 0
    case .host: 1
    case .platform: 2
    case .guest: 3
    case .cluster: 4
    case .node: 5
    case .component: 6
    case .app: 7
    case .network: 8
    case .repo: 9
    case .cloud: 10
    case .roadmap: 11
    }
  }
}
