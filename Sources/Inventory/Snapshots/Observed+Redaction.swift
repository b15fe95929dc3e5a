import Diagnostics
import Nodes

extension Observed {
  /// The facts without those that look private although their field may be told, and the paths of these.
  ///
  /// Nothing else than texts can be private; a thing whose name is private is left out with all that is said of it.
  func redacted(by redaction: Redaction) throws(Report) -> (facts: Observed, withheld: [String]) {
    var withheld: [String] = []
    let clean = Self.redacted(node, at: "", by: redaction, &withheld) ?? Node([(String, Node)]())
    guard !withheld.isEmpty else { return (self, []) }
    let source = Source(path: "facts", bytes: [])
    return (try Observed.decode(clean, from: source).value, withheld)
  }

  /// The depth of facts is that of their types.
  private static func redacted(
    _ node: Node, at path: String, by redaction: Redaction, _ withheld: inout [String]
  ) -> Node? {
    switch node.content {
    case .scalar(let text, _):
      guard node.kind == .text, redaction.redacted(text) != text else { return node }
      withheld.append(path)
      return nil
    case .list(let items):
      return Node(items.compactMap { redacted($0, at: path, by: redaction, &withheld) })
    case .map(let entries):
      return Node(
        entries.compactMap { entry -> (String, Node)? in
          let name = redaction.redacted(entry.key)
          let inner = path.isEmpty ? name : "\(path).\(name)"
          guard name == entry.key else {
            withheld.append(inner)
            return nil
          }
          return redacted(entry.value, at: inner, by: redaction, &withheld).map { (entry.key, $0) }
        })
    }
  }
}

extension Observed {
  /// How many things are told of in each group.
  var counts: [String: Int] {
    [
      "nodes": nodes.count, "workloads": workloads.count, "exposures": exposures.count,
      "deliveries": deliveries.count, "databases": databases.count, "storage": storage.count,
      "hosts": hosts.count, "guests": guests.count, "numbers": numbers.count,
    ]
  }

  /// How many things are told of.
  public var count: Int { counts.values.reduce(0, +) }

  /// Whether so much is missing that something is likelier to be wrong with the source than with what it tells of:
  /// more than half of all things, or of a group of some size.
  func hasShrunk(to other: Observed) -> Bool {
    let now = other.counts
    return other.count * 2 < count
      || counts.contains { $0.value >= Self.sizeable && (now[$0.key] ?? 0) * 2 < $0.value }
  }

  /// Smaller groups shrink by half when a single thing goes.
  private static let sizeable = 4
}
