import Bytes
import Markdown

/// The beginning of an article in plain words, for descriptions that search engines and feeds show.
struct PlainExcerpt {
  /// As much as search engines show.
  private static let length = 160
  /// Where a word may be left out to end in time; a longer one is cut.
  private static let longestWord = 40
  /// Elements that stand inside a word or a sentence: no space comes of them.
  private static let inline = [
    "a", "abbr", "b", "code", "em", "i", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup",
    "u", "wbr",
  ].map(number)
  /// Elements whose text says nothing out of its place.
  private static let silent = [
    "figure", "pre", "nav", "table", "script", "style", "svg", "h1", "h2", "h3", "h4", "h5", "h6",
  ].map(number)

  /// A name of up to eight bytes as one number, so that each tag costs a few comparisons; longer ones are all the same.
  private static func number(_ name: String) -> UInt64 { number(of: name.utf8) }

  private static func number(of name: some Collection<UInt8>) -> UInt64 {
    name.count > 8 ? 0 : name.reduce(0) { $0 << 8 | UInt64($1) }
  }

  private var out: [UInt8] = []
  private var needsSpace = false
  /// The silent element that is open, and how many of its name.
  private var muted: (name: UInt64, depth: Int)?

  /// The opening of an article; empty when it has no words.
  static func text(of article: Article) -> String {
    text(of: article.html[..<(article.excerpt?.end ?? article.html.count)])
  }

  /// The opening of some HTML of ours.
  static func text(of html: some Collection<UInt8>) -> String {
    var excerpt = PlainExcerpt()
    return html.withContiguousStorageIfAvailable { excerpt.read($0) } ?? ""
  }

  private mutating func read(_ html: UnsafeBufferPointer<UInt8>) -> String {
    var index = html.startIndex
    while index < html.endIndex, out.count <= Self.length + Self.longestWord {
      switch html[index] {
      case UInt8(ascii: "<"):
        let end = html.next(UInt8(ascii: ">"), from: index) ?? html.endIndex - 1
        readTag(html[min(index + 1, end)..<end])
        index = end + 1
        // Nothing is said before the next tag.
        if muted != nil { index = html.next(UInt8(ascii: "<"), from: index) ?? html.endIndex }
      case 0...0x20:
        needsSpace = true
        index += 1
      case UInt8(ascii: "&"):
        let end = html[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")) ?? index
        append(Self.character(html[index...end]) ?? Array(html[index...end]))
        index = end + 1
      default:
        let end = html[index...].firstIndex(where: Self.endsRun) ?? html.endIndex
        append(html[index..<end])
        index = end
      }
    }
    return shortened
  }

  /// Whether a byte is more than a letter of a word.
  private static func endsRun(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&")
  }

  private mutating func readTag(_ tag: Slice<UnsafeBufferPointer<UInt8>>) {
    let isEnd = tag.first == UInt8(ascii: "/")
    let name = Self.number(of: tag.dropFirst(isEnd ? 1 : 0).prefix { $0 != 0x20 && $0 != UInt8(ascii: "/") })
    if let muted {
      guard muted.name == name else { return }
      self.muted = muted.depth == 1 && isEnd ? nil : (name, muted.depth + (isEnd ? -1 : 1))
    } else if !isEnd, Self.silent.contains(name) || Self.isPermalink(tag) {
      muted = (name, 1)
      needsSpace = true
    } else if !Self.inline.contains(name) {
      needsSpace = true
    }
  }

  private static func isPermalink(_ tag: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    tag.starts(with: "a class=\"permalink\"".utf8)
  }

  private mutating func append(_ bytes: some Collection<UInt8>) {
    guard muted == nil else { return }
    if needsSpace, !out.isEmpty { out.append(0x20) }
    needsSpace = false
    out.append(contentsOf: bytes)
  }

  /// What an entity of our own HTML stands for.
  private static func character(_ entity: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8]? {
    switch String(decoding: entity, as: UTF8.self) {
    case "&amp;": Array("&".utf8)
    case "&lt;": Array("<".utf8)
    case "&gt;": Array(">".utf8)
    case "&quot;": Array("\"".utf8)
    case "&#39;", "&#x27;": Array("'".utf8)
    case "&nbsp;", "&#160;": Array("\u{A0}".utf8)
    default: nil
    }
  }

  /// Cut at the last word that fits.
  private var shortened: String {
    guard out.count > Self.length else { return String(decoding: out, as: UTF8.self) }
    var end = Self.length
    if let space = out[..<end].lastIndex(of: 0x20), end - space < Self.longestWord {
      end = space
    } else {
      while out[end] & 0xC0 == 0x80 { end -= 1 }
    }
    while end > 0, [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":")].contains(out[end - 1]) {
      end -= 1
    }
    return String(decoding: out[..<end], as: UTF8.self) + "…"
  }
}
