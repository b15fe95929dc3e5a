import HTTP

/// `_headers` as hosts read it: all rules that fit add their headers.
struct HeaderRules: Sendable {
  private struct Rule {
    let path: PathPattern
    var headers: [Header] = []
    /// Headers of earlier rules that are taken away.
    var without: [String] = []
  }

  private let rules: [Rule]

  init(parsing bytes: [UInt8]) {
    var rules: [Rule] = []
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      guard let start = line.firstIndex(where: { !$0.isWhitespace }), line[start] != "#" else { continue }
      let text = line[start...]
      if start == line.startIndex {
        rules.append(Rule(path: PathPattern(Self.path(String(text)))))
      } else if text.hasPrefix("!") {
        let name = text.dropFirst().filter { !$0.isWhitespace }
        if !rules.isEmpty { rules[rules.count - 1].without.append(name) }
      } else if let colon = text.firstIndex(of: ":"), !rules.isEmpty {
        let value = text[text.index(after: colon)...].drop(while: \.isWhitespace)
        rules[rules.count - 1].headers.append(Header(String(text[..<colon]), String(value)))
      }
    }
    self.rules = rules
  }

  /// The headers of a path; what several rules say of one is joined.
  func headers(of path: String) -> [Header] {
    var headers: [Header] = []
    for rule in rules where rule.path.match(path) != nil {
      headers.removeAll { header in rule.without.contains { header.isNamed($0) } }
      for header in rule.headers {
        if let place = headers.firstIndex(where: { $0.isNamed(header.name) }) {
          headers[place].value += ", \(header.value)"
        } else {
          headers.append(header)
        }
      }
    }
    return headers
  }

  /// Rules may name a whole address; the preview is the host in all of them.
  private static func path(_ text: String) -> String {
    guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return text }
    return String(text.dropFirst(scheme.count).drop { $0 != "/" })
  }
}
