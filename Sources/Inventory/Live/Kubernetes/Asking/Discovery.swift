import Diagnostics
import Nodes

/// Which versions of which kinds a server serves.
///
/// New servers tell everything in one document; older ones tell groups with versions, and the kinds stay unknown. A
/// server that tells nothing is asked for each kind as if it were there.
struct Discovery: Sendable, Equatable {
  /// What is known of one group.
  struct Group: Sendable, Equatable {
    /// The versions served, the preferred first, each with its kinds where they are known.
    var versions: [(name: String, kinds: Set<String>?, isStale: Bool)]

    static func == (one: Group, other: Group) -> Bool {
      one.versions.elementsEqual(other.versions) { $0 == $1 }
    }
  }

  /// What to make of one kind.
  enum Verdict: Sendable, Equatable {
    case served(version: String)
    case notInstalled
    /// Its group is registered, but whoever serves it does not answer.
    case unavailable
  }

  /// Nil when the server told nothing.
  private let groups: [String: Group]?

  /// Nothing is known.
  static let unknown = Discovery(groups: nil)

  private init(groups: [String: Group]?) { self.groups = groups }

  /// What a request for `/apis` accepts: the one document, else the list of groups.
  static let accepted =
    "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json"

  /// Reads the answer to `/apis`; nil when it is neither of the two documents.
  init?(reading answer: Node) {
    switch answer["kind"]?.text {
    case "APIGroupDiscoveryList": groups = Self.aggregated(answer["items"]?.list ?? [])
    case "APIGroupList": groups = Self.plain(answer["groups"]?.list ?? [])
    default: return nil
    }
  }

  /// Tells how a kind is to be asked for.
  func verdict(on kind: ResourceKind) -> Verdict {
    guard let best = kind.versions.first else { return .notInstalled }
    // The core is no group, and is always there.
    guard let groups, !kind.group.isEmpty else { return .served(version: best) }
    guard let group = groups[kind.group] else { return .notInstalled }
    let serving = group.versions.filter { $0.kinds?.contains(kind.plural) ?? true }
    let known = kind.versions.first { version in serving.contains { $0.name == version } }
    // A version newer than this program is better than none: fields are only ever added.
    if let version = known ?? serving.first?.name { return .served(version: version) }
    return group.versions.contains { $0.isStale } ? .unavailable : .notInstalled
  }
}

extension Discovery {
  private static func aggregated(_ items: [Node]) -> [String: Group] {
    var groups: [String: Group] = [:]
    for item in items {
      guard let name = item["metadata"]?["name"]?.text else { continue }
      let versions = (item["versions"]?.list ?? []).compactMap { version in
        version["version"]?.text.map { text in
          let kinds = (version["resources"]?.list ?? []).compactMap { $0["resource"]?.text }
          return (name: text, kinds: Optional(Set(kinds)), isStale: version["freshness"]?.text == "Stale")
        }
      }
      groups[name] = Group(versions: versions)
    }
    return groups
  }

  private static func plain(_ items: [Node]) -> [String: Group] {
    var groups: [String: Group] = [:]
    for item in items {
      guard let name = item["name"]?.text else { continue }
      let preferred = item["preferredVersion"]?["version"]?.text
      let versions = (item["versions"]?.list ?? []).compactMap { $0["version"]?.text }
      let ordered = versions.filter { $0 == preferred } + versions.filter { $0 != preferred }
      groups[name] = Group(versions: ordered.map { (name: $0, kinds: nil, isStale: false) })
    }
    return groups
  }
}
