import Diagnostics
import Nodes

/// What can be wrong with what servers and browsers are told about a site, as facts.
public enum SecurityFinding: Finding, Hashable {
  case handler(String)
  case longPolicy(bytes: Int)
  case ownFile(String)
  case badHeaderName(String)
  case badHeaderValue(name: String)
  case badHeaderPath(String)

  public var severity: Severity {
    switch self {
    case .handler, .longPolicy, .ownFile: .warning
    default: .error
    }
  }

  public var code: String {
    switch self {
    case .handler: "policy-handler"
    case .longPolicy: "policy-long"
    case .ownFile: "policy-own-file"
    case .badHeaderName: "header-name"
    case .badHeaderValue: "header-value"
    case .badHeaderPath: "header-path"
    }
  }
}

extension ContentPolicy {
  /// What is odd about the policy.
  public var finding: SecurityFinding? {
    text.utf8.count > Self.usualLimit ? .longPolicy(bytes: text.utf8.count) : nil
  }
}

extension Set<PolicyNeed> {
  /// What no policy of ours allows: a warning for each handler in a page.
  public var findings: [SecurityFinding] {
    // Hardly any page has one.
    guard contains(where: { $0.directive == .handler }) else { return [] }
    return filter { $0.directive == .handler }.sorted().map { .handler($0.source) }
  }
}

extension [HeaderRule] {
  /// What cannot be a header, at its place in `site.yaml`: it would end up as another header, or as none.
  public func mistakes(in source: Source) -> [Mistake] {
    flatMap { rule -> [Mistake] in
      var mistakes: [Mistake] = []
      let place = rule.values.rows.first?.keyRange ?? 0..<0
      if !rule.path.hasPrefix("/") && !rule.path.hasPrefix("https://")
        || rule.path.utf8.contains(where: { $0 <= 0x20 })
      {
        mistakes.append(source.mistake(SecurityFinding.badHeaderPath(rule.path), at: place))
      }
      for row in rule.values.rows {
        if row.key.isEmpty || !row.key.utf8.allSatisfy(\.isTokenByte) {
          mistakes.append(source.mistake(SecurityFinding.badHeaderName(row.key), at: row.keyRange))
        }
        if row.value.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
          mistakes.append(source.mistake(SecurityFinding.badHeaderValue(name: row.key), at: row.keyRange))
        }
      }
      return mistakes
    }
  }
}

extension UInt8 {
  /// What the name of a header is made of, RFC 9110.
  fileprivate var isTokenByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "!#$%&'*+-.^_`|~".utf8.contains(self)
    }
  }
}
