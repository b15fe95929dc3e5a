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
  /// For each pair of bytes, how far the search may go on; zero where a pattern's window may end.
  private let shifts: [UInt8]
  /// The patterns whose window ends with a pair.
  private let buckets: [UInt16: [Int]]
  /// How many bytes of each pattern the search compares by: as many as the shortest has.
  private let window: Int

  /// Takes the values; a value of several lines (a key) counts line by line, too.
  public init(_ values: some Sequence<String>) {
    let whole = values.flatMap { value in
      [value] + (value.contains("\n") ? value.split(separator: "\n").map(String.init) : [])
    }
    let spellings = Set(whole.map(Self.trimmed).filter { $0.count >= Self.shortest }.flatMap(Self.spellings))
    let patterns = spellings.sorted { $0.lexicographicallyPrecedes($1) }
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
    guard !patterns.isEmpty, text.count >= window else { return [] }
    return shifts.withUnsafeBufferPointer { shifts in
      var leaks: [Leak] = []
      var end = window - 1
      while end < text.count {
        let pair = Self.pair(text[end - 1], text[end])
        let shift = Int(shifts[Int(pair)])
        if shift > 0 {
          end += shift
          continue
        }
        if let leak = leak(at: end + 1 - window, pair: pair, in: text) {
          leaks.append(leak)
          end = leak.range.upperBound + window - 1
        } else {
          end += 1
        }
      }
      return leaks
    }
  }

  /// The longest secret that begins at an offset.
  private func leak(at start: Int, pair: UInt16, in text: UnsafeBufferPointer<UInt8>) -> Leak? {
    var longest = 0
    for number in buckets[pair] ?? [] {
      let pattern = patterns[number]
      guard pattern.count > longest, start + pattern.count <= text.count,
        pattern.indices.allSatisfy({ pattern[$0] == text[start + $0] })
      else { continue }
      longest = pattern.count
    }
    return longest > 0 ? Leak(.secret, start..<start + longest) : nil
  }

  @inline(__always)
  private static func pair(_ one: UInt8, _ other: UInt8) -> UInt16 { UInt16(one) << 8 | UInt16(other) }
}

extension SecretValues {
  /// The bytes without blanks and line ends around them.
  private static func trimmed(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.count
    let end = (bytes.lastIndex { $0 > 0x20 } ?? -1) + 1
    return start < end ? Array(bytes[start..<end]) : []
  }
}
