/// `_redirects` as hosts read it: the first rule that fits counts.
struct RedirectRules: Sendable {
  /// Where a path leads.
  struct Target: Sendable, Equatable {
    let address: String
    let status: Int
    /// Whether it counts even where something answers.
    let isForced: Bool
  }

  private struct Rule {
    let from: PathPattern
    let to: String
    let status: Int
    let isForced: Bool
  }

  private let rules: [Rule]
  /// Rules whose path is plain text, by their path: a site with many aliases is looked up, not searched.
  private let plain: [String: Int]
  /// The numbers of all other rules.
  private let patterns: [Int]

  init(parsing bytes: [UInt8]) {
    var rules: [Rule] = []
    var plain: [String: Int] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let words = line.split(whereSeparator: \.isWhitespace).prefix { !$0.hasPrefix("#") }.map(String.init)
      // Conditions on queries, languages and countries are the business of the host.
      guard (2...3).contains(words.count), let path = RequestPath(words[0])?.text else { continue }
      let status = words.count == 3 ? words[2] : "301"
      let isForced = status.hasSuffix("!")
      guard let code = Int(isForced ? String(status.dropLast()) : status) else { continue }
      if !path.contains("*"), !path.contains("/:"), plain[path] == nil { plain[path] = rules.count }
      rules.append(Rule(from: PathPattern(path), to: words[1], status: code, isForced: isForced))
    }
    self.rules = rules
    self.plain = plain
    let known = Set(plain.values)
    patterns = rules.indices.filter { !known.contains($0) }
  }

  /// Where a path leads; nil when no rule fits.
  func target(of path: String) -> Target? {
    let known = plain[path]
    for number in patterns where known.map({ number < $0 }) ?? true {
      let rule = rules[number]
      guard let found = rule.from.match(path) else { continue }
      let address = found.sorted { $0.key.count > $1.key.count }.reduce(rule.to) { text, pair in
        text.replacing(":\(pair.key)", with: pair.value)
      }
      return Target(address: address, status: rule.status, isForced: rule.isForced)
    }
    return known.map { Target(address: rules[$0].to, status: rules[$0].status, isForced: rules[$0].isForced) }
  }
}

extension String {
  /// Replaces each occurrence of a text.
  fileprivate func replacing(_ text: String, with other: String) -> String {
    let (bytes, sought) = (Array(utf8), Array(text.utf8))
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: sought) {
        out += other.utf8
        index += sought.count
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
