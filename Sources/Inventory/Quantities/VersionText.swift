import Nodes

/// A version as the author wrote it, or a condition on versions: `1.30`, `v1.33.4+k3s1`, `>=1.35`, `1.35.x`.
public struct VersionText: Readable, Hashable {
  /// The author's own characters: `1.30` stays `1.30`.
  public let text: String
  let demand: VersionDemand

  public init(_ text: String) {
    self.text = text
    demand = VersionDemand(text)
  }

  /// Whether it leaves more than one version open.
  public var isConstraint: Bool {
    if case .all = demand { true } else { false }
  }

  /// As it is set in a page: a condition with the sign of mathematics and a thin gap, all else as it was written.
  var typeset: String {
    guard isConstraint else { return text }
    return Self.signs.reduce(text) { text, sign in
      text.split(separator: sign.written, omittingEmptySubsequences: false)
        .map { $0.drop { $0 == " " } }.joined(separator: sign.set)
    }
  }

  private static let signs = [
    (written: ">=", set: "≥\u{A0}"), (written: "<=", set: "≤\u{A0}"), (written: "!=", set: "≠\u{A0}"),
  ]

  /// Tells whether a version is one that is meant.
  public func admits(_ version: String) -> Bool {
    switch demand {
    case .words(let text): text == version
    case .version(let wanted, let digits):
      Version(version).map { wanted == $0 || digits < 3 && $0.begins(with: wanted.numbers) }
        ?? (text == version)
    case .all(let conditions):
      Version(version).map { found in conditions.allSatisfy { $0.admits(found) } } ?? false
    }
  }

  public static func read(_ node: Node, in reading: inout Reading) -> VersionText {
    VersionText(String.read(node, in: &reading))
  }

  public static func describe(in schema: inout Schema) -> Node { ["type": ["string", "number"]] }
  public static let standIn = VersionText("")
  public var written: Node? { Node(text) }
}
