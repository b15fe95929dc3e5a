import HTTP

/// `_headers` as hosts read it: all rules that fit a path add their headers.
public struct HeaderRules: Sendable, Equatable {
  /// A path with the lines below it.
  public struct Rule: Sendable, Equatable {
    public let path: PathPattern
    public var headers: [Header] = []
    /// Headers of earlier rules that are taken away, written `! Name`.
    public var without: [String] = []
    /// Where it begins in the file.
    public let place: Range<Int>
  }

  /// What becomes of a header that several rules name.
  public enum Repeated: Sendable {
    /// Netlify and Cloudflare Pages send all values, with commas.
    case joined
    /// Our own settings for servers and stores send the last.
    case last
  }

  public let rules: [Rule]

  /// The name of the file.
  public static let name = "_headers"

  public init(parsing bytes: [UInt8]) {
    var rules: [Rule] = []
    for line in RuleLine.all(of: bytes) where !line.isRemark {
      if !line.isIndented {
        rules.append(Rule(path: PathPattern(line.text), place: line.place))
      } else if !rules.isEmpty {
        rules[rules.count - 1].read(line.text)
      }
    }
    self.init(rules)
  }

  public init(_ rules: [Rule]) { self.rules = rules }

  /// The headers of a path, decoded.
  public func headers(of path: String, _ repeated: Repeated) -> [Header] {
    var headers: [Header] = []
    for rule in rules where rule.path.matches(path) {
      headers.removeAll { header in rule.without.contains { header.isNamed($0) } }
      for header in rule.headers {
        let place = headers.firstIndex { $0.isNamed(header.name) }
        switch (place, repeated) {
        case (let place?, .joined): headers[place].value += ", \(header.value)"
        case (let place?, .last): headers[place] = header
        case (nil, _): headers.append(header)
        }
      }
    }
    return headers
  }
}

extension HeaderRules.Rule {
  fileprivate mutating func read(_ text: String) {
    if text.hasPrefix("!") {
      without.append(RuleLine.trimmed(text.dropFirst()))
    } else if let colon = text.firstIndex(of: ":") {
      headers.append(
        Header(RuleLine.trimmed(text[..<colon]), RuleLine.trimmed(text[text.index(after: colon)...])))
    }
  }
}
