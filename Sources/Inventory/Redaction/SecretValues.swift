/// The values of secrets that this run knows, to be found in whatever it writes.
///
/// A value is looked for as it is, as HTML, JSON and URLs write it, and in base64 at each of the three ways it can
/// fall, so that `Authorization: Basic …` gives nothing away either. The search (Wu and Manber's) looks at two bytes
/// and mostly knows from them that no secret can end within the next few, so it reads a small part of the text:
///
///     secrets  hunter2-jellyfin (16 bytes)
///     text     <p class="lead">Un servidor…
///                            ^^ `="` occurs in no secret: go on 15 bytes
public struct SecretValues: Sendable {
  /// No secrets.
  public static let none = SecretValues([])

  /// Shorter values are too common to tell: nothing would be left of a page.
  public static let shortest = 6

  private let patterns: [[UInt8]]
  /// For each pattern, the number of the value that it spells.
  private let owners: [Int]
  /// For each pair of bytes, how far the search may go on; zero where a pattern's window may end.
  private let shifts: [UInt8]
  /// The patterns whose window ends with a pair.
  private let buckets: [UInt16: [Int]]
  /// How many bytes of each pattern the search compares by: as many as the shortest has.
  private let window: Int

  /// Takes the values; a value of several lines (a key) counts line by line, too.
  public init(_ values: some Sequence<String>) {
    var owners: [[UInt8]: Int] = [:]
    for (number, value) in values.enumerated() {
      for part in Self.parts(of: value).map(Self.trimmed) where part.count >= Self.shortest {
        for spelling in Self.spellings(of: part) where owners[spelling] == nil { owners[spelling] = number }
      }
    }
    let patterns = owners.keys.sorted { $0.lexicographicallyPrecedes($1) }
    let window = min(patterns.map(\.count).min() ?? 0, Self.widestWindow)
    var buckets: [UInt16: [Int]] = [:]
    var shifts = [UInt8](repeating: UInt8(max(1, window - 1)), count: patterns.isEmpty ? 0 : 1 << 16)
    for (number, pattern) in patterns.enumerated() {
      for end in 1..<window {
        let pair = Self.pair(pattern[end - 1], pattern[end])
        shifts[Int(pair)] = min(shifts[Int(pair)], UInt8(window - 1 - end))
        if end == window - 1 { buckets[pair, default: []].append(number) }
      }
    }
    self.patterns = patterns
    self.owners = patterns.map { owners[$0, default: 0] }
    self.shifts = shifts
    self.buckets = buckets
    self.window = window
  }

  /// Wider windows gain nothing.
  private static let widestWindow = 64

  public var isEmpty: Bool { patterns.isEmpty }
}

extension SecretValues {
  /// Finds every secret in a text.
  func leaks(in text: UnsafeBufferPointer<UInt8>) -> [Leak] {
    matches(in: text).map { Leak(.secret, $0.range) }
  }

  /// Finds every secret in a text, with the number of its value.
  func matches(in text: UnsafeBufferPointer<UInt8>) -> [(value: Int, range: Range<Int>)] {
    guard !patterns.isEmpty, text.count >= window else { return [] }
    return shifts.withUnsafeBufferPointer { shifts in
      var matches: [(value: Int, range: Range<Int>)] = []
      var end = window - 1
      while end < text.count {
        let pair = Self.pair(text[end - 1], text[end])
        let shift = Int(shifts[Int(pair)])
        if shift > 0 {
          end += shift
          continue
        }
        if let match = match(at: end + 1 - window, pair: pair, in: text) {
          matches.append(match)
          end = match.range.upperBound + window - 1
        } else {
          end += 1
        }
      }
      return matches
    }
  }

  /// The longest secret that begins at an offset.
  private func match(
    at start: Int, pair: UInt16, in text: UnsafeBufferPointer<UInt8>
  ) -> (value: Int, range: Range<Int>)? {
    var longest = 0
    var owner = 0
    for number in buckets[pair] ?? [] {
      let pattern = patterns[number]
      guard pattern.count > longest, start + pattern.count <= text.count,
        pattern.indices.allSatisfy({ pattern[$0] == text[start + $0] })
      else { continue }
      longest = pattern.count
      owner = owners[number]
    }
    return longest > 0 ? (owner, start..<start + longest) : nil
  }

  @inline(__always)
  private static func pair(_ one: UInt8, _ other: UInt8) -> UInt16 { UInt16(one) << 8 | UInt16(other) }
}

extension SecretValues {
  /// A value, and the lines of one that has several; armour is the same around every key.
  private static func parts(of value: String) -> [String] {
    guard value.contains("\n") else { return [value] }
    let lines = value.split(whereSeparator: \.isNewline).map(String.init)
    return [value] + lines.filter { !$0.hasPrefix("-----") && !$0.trimmed.contains(" ") }
  }

  /// The bytes without blanks and line ends around them.
  private static func trimmed(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.count
    let end = (bytes.lastIndex { $0 > 0x20 } ?? -1) + 1
    return start < end ? Array(bytes[start..<end]) : []
  }
}
