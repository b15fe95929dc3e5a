/// Which versions a text asks for.
enum VersionDemand: Sendable, Hashable {
  /// No version at all, such as `latest` or `8.2.1-alpine` built our own way: only the same words do.
  case words(String)
  /// One version, with how many numbers were written; fewer than three leave the rest open.
  case version(Version, digits: Int)
  /// Whatever meets all conditions.
  case all([Condition])

  /// One condition of several.
  enum Condition: Sendable, Hashable {
    case atLeast(Version), above(Version), atMost(Version), below(Version), not(Version)
    case beginning([Int])

    func admits(_ version: Version) -> Bool {
      switch self {
      case .atLeast(let bound): version >= bound
      case .above(let bound): version > bound
      case .atMost(let bound): version <= bound
      case .below(let bound): version < bound
      case .not(let bound): version != bound
      case .beginning(let numbers): version.begins(with: numbers)
      }
    }
  }

  init(_ text: String) {
    if let version = Version(text), !text.hasSuffix("+") {
      self = .version(version, digits: Self.digits(of: text))
      return
    }
    var conditions: [Condition] = []
    for word in Self.words(of: text) {
      guard let parts = Self.conditions(in: word) else {
        self = .words(text)
        return
      }
      conditions += parts
    }
    self = conditions.isEmpty ? .words(text) : .all(conditions)
  }

  /// The conditions one by one; a blank may stand after the sign: `>= 1.35, < 2`.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    for piece in text.split(whereSeparator: { $0 == " " || $0 == "," }) {
      if let last = words.last, !last.isEmpty, last.allSatisfy({ "<>=!~^".contains($0) }) {
        words[words.count - 1] = last + piece
      } else {
        words.append(String(piece))
      }
    }
    return words
  }

  /// What one word asks for: `>=1.35`, `~1.35.2`, `^1.35`, `1.35.x`, `v1.35+`; nil when it asks for nothing.
  private static func conditions(in word: String) -> [Condition]? {
    let sign = word.prefix { "<>=!~^".contains($0) }
    let rest = word.dropFirst(sign.count)
    if sign.isEmpty, rest.hasSuffix("+") { return Version(rest.dropLast()).map { [.atLeast($0)] } }
    if sign.isEmpty, let numbers = series(rest) { return [.beginning(numbers)] }
    guard let version = Version(rest) else { return nil }
    switch sign {
    case ">=": return [.atLeast(version)]
    case ">": return [.above(version)]
    case "<=": return [.atMost(version)]
    case "<": return [.below(version)]
    case "!=": return [.not(version)]
    case "=", "==": return [.atLeast(version), .atMost(version)]
    case "~": return [.atLeast(version), .beginning(Array(written(rest).prefix(2)))]
    case "^": return [.atLeast(version), .beginning(Array(written(rest).prefix(1)))]
    default: return nil
    }
  }

  /// The numbers before the star of `1.35.x` or `1.35.*`.
  private static func series(_ text: Substring) -> [Int]? {
    let parts = text.drop { $0 == "v" }.split(separator: ".", omittingEmptySubsequences: false)
    guard let last = parts.last, last == "x" || last == "*" || last == "X" else { return nil }
    let numbers = parts.dropLast().map { Int($0) }
    return numbers.contains(nil) || numbers.isEmpty ? nil : numbers.compactMap { $0 }
  }

  /// The numbers as written, with their zeros.
  private static func written(_ text: Substring) -> [Int] {
    text.drop { $0 == "v" }.prefix { $0 != "-" && $0 != "+" }.split(separator: ".").compactMap { Int($0) }
  }

  private static func digits(of text: String) -> Int {
    text.prefix { $0 != "-" && $0 != "+" }.split(separator: ".").count
  }
}
