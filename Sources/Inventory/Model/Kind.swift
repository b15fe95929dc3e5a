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

  public static func < (one: Kind, other: Kind) -> Bool { one.order < other.order }

  /// Its place in the order of the declaration, from the building to the wishes.
  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
