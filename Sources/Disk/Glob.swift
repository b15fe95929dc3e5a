/// A pattern for paths: `*` within a part, `**` across parts, `?` for one byte, `{a,b}` for either.
///
/// `a/**/b` is also `a/b`.
public struct Glob: Sendable, Hashable {
  /// The pattern with its braces resolved.
  private let alternatives: [[UInt8]]

  /// More alternatives than this are no pattern that a person wrote; the rest is left out.
  private static let alternativeLimit = 64

  public init(_ pattern: String) {
    let whole = Self.expanded(Array(pattern.utf8))
    alternatives = whole + whole.compactMap(Self.withoutFolders)
  }

  public func matches(_ text: String) -> Bool {
    let text = Array(text.utf8)
    return alternatives.contains { Self.matches($0, text) }
  }
}

extension Glob {
  /// The pattern with no folder in the place of each `/**/`; nil where there is none.
  private static func withoutFolders(_ pattern: [UInt8]) -> [UInt8]? {
    let any = Array("/**/".utf8)
    var short: [UInt8] = []
    var position = 0
    while position < pattern.count {
      let isAny = pattern[position...].starts(with: any)
      short.append(pattern[position])
      position += isAny ? any.count : 1
    }
    return short.count < pattern.count ? short : nil
  }

  private static func expanded(_ pattern: [UInt8]) -> [[UInt8]] {
    var done: [[UInt8]] = []
    var open = [pattern]
    while let next = open.popLast(), done.count + open.count < alternativeLimit {
      guard let start = next.firstIndex(of: UInt8(ascii: "{")),
        let end = next[start...].firstIndex(of: UInt8(ascii: "}"))
      else {
        done.append(next)
        continue
      }
      let choices = next[(start + 1)..<end].split(
        separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      open += choices.reversed().map { Array(next[..<start]) + $0 + next[(end + 1)...] }
    }
    return done
  }

  /// Remembers for each star where it stands and what it took so far, and lets the last one take more when stuck.
  private static func matches(_ pattern: [UInt8], _ text: [UInt8]) -> Bool {
    let star = UInt8(ascii: "*")
    var stars: [(pattern: Int, text: Int, crosses: Bool)] = []
    var (at, position) = (0, 0)
    while true {
      if at < pattern.count, pattern[at] == star {
        let crosses = at + 1 < pattern.count && pattern[at + 1] == star
        at += crosses ? 2 : 1
        // A later star can take all that an earlier one of its kind could, so two are the most that wait.
        if crosses { stars.removeAll() } else if stars.last?.crosses == false { stars.removeLast() }
        stars.append((at, position, crosses))
      } else if at < pattern.count, position < text.count, fits(pattern[at], text[position]) {
        (at, position) = (at + 1, position + 1)
      } else if at == pattern.count, position == text.count {
        return true
      } else {
        while let last = stars.last,
          last.text >= text.count || !last.crosses && text[last.text] == UInt8(ascii: "/")
        {
          stars.removeLast()
        }
        guard let last = stars.popLast() else { return false }
        stars.append((last.pattern, last.text + 1, last.crosses))
        (at, position) = (last.pattern, last.text + 1)
      }
    }
  }

  private static func fits(_ wanted: UInt8, _ byte: UInt8) -> Bool {
    wanted == byte || wanted == UInt8(ascii: "?") && byte != UInt8(ascii: "/")
  }
}
