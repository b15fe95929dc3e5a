import Bytes
import Language

/// A destination as an author wrote it, taken apart as far as finding it needs.
///
///     ../talos.md?v=1#instalaci%C3%B3n     path `../talos.md`, query `?v=1`, fragment `instalación`
struct Destination: Sendable, Hashable {
  /// What kind of place it names.
  enum Kind: Sendable, Hashable {
    /// Another site, an address of mail or of another scheme: nothing of ours.
    case outside
    /// A place on the page itself.
    case here
    /// Something of this site.
    case inside
    /// A page by Hugo's `ref`, which looks for a name in the whole site.
    case reference
  }

  let kind: Kind
  /// Decoded, in NFC, with `/` between its parts.
  let path: String
  /// With its `?`, as written; empty without one.
  let query: String
  /// Decoded, without its `#`; nil without one.
  let fragment: String?
  /// The language that a reference asks for; nil for that of the page.
  let language: String?

  /// What links written with the shortcodes `ref` and `relref` begin with: `@ref:blog/x.md`, `@refen::blog/x.md`.
  static let referenceMark = "@ref"

  init(_ written: String) {
    var text = written
    if let plain = text.withUTF8({ Self.plain($0, written) }) {
      self = plain
      return
    }
    guard !Self.leadsOutside(written.utf8.span) else {
      (kind, path, query, fragment, language) = (.outside, "", "", nil, nil)
      return
    }
    let reference = Self.reference(written)
    var rest = reference?.rest ?? written[...]
    language = reference?.language
    let hash = rest.utf8.firstIndex(of: UInt8(ascii: "#"))
    fragment = hash.map { Self.decoded(rest[rest.utf8.index(after: $0)...]) }
    if let hash { rest = rest[..<hash] }
    let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?"))
    query = mark.map { String(rest[$0...]) } ?? ""
    if let mark { rest = rest[..<mark] }
    path = Self.decoded(rest).withSlashes
    kind = reference != nil ? .reference : path.isEmpty ? .here : .inside
  }

  private init(kind: Kind, path: String, query: String = "", fragment: String? = nil) {
    self.kind = kind
    self.path = path
    self.query = query
    self.fragment = fragment
    language = nil
  }

  /// What follows the path, to be written behind an address: `?v=1#x`.
  func tail(fragment: String?) -> String { query + (fragment.map { "#\($0)" } ?? "") }
}

extension Destination {
  /// Takes apart what needs no decoding, as nearly all destinations are; nil for any other.
  private static func plain(_ bytes: UnsafeBufferPointer<UInt8>, _ written: String) -> Destination? {
    if leadsOutside(bytes.span) { return Destination(kind: .outside, path: "") }
    var (mark, hash): (Int?, Int?)
    for index in bytes.indices {
      let byte = bytes[index]
      // Letters and what parts folders, nearly all there is.
      if byte &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "-") < 13 { continue }
      switch byte {
      case UInt8(ascii: "%"), UInt8(ascii: "\\"), 0x80...: return nil
      case UInt8(ascii: "@") where index == 0: return nil
      case UInt8(ascii: "?") where mark == nil && hash == nil: mark = index
      case UInt8(ascii: "#") where hash == nil: hash = index
      default: break
      }
    }
    func text(_ range: Range<Int>) -> String {
      String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }
    let end = hash ?? bytes.count
    let pathEnd = mark ?? end
    return Destination(
      kind: pathEnd == 0 ? .here : .inside, path: pathEnd == bytes.count ? written : text(0..<pathEnd),
      query: mark.map { text($0..<end) } ?? "", fragment: hash.map { text($0 + 1..<bytes.count) })
  }

  /// Takes apart `@ref`, a language, colons and a path; nil for what is no reference.
  private static func reference(_ written: String) -> (language: String?, rest: Substring)? {
    guard written.hasPrefix(referenceMark), let colon = written.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      return nil
    }
    let language = written[..<colon].dropFirst(referenceMark.utf8.count)
    return (language.isEmpty ? nil : String(language), written[colon...].drop { $0 == ":" })
  }

  /// Whether a destination has a scheme or names another host.
  private static func leadsOutside(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count > 1 else { return false }
    if bytes[0] == UInt8(ascii: "/") { return bytes[1] == UInt8(ascii: "/") }
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): continue
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        if index == 0 { return false }
      case UInt8(ascii: ":"): return index > 0
      default: return false
      }
    }
    return false
  }

  /// The text without percent signs, where they stand for UTF-8, in NFC.
  private static func decoded(_ text: Substring) -> String {
    (String(text).percentDecoded() ?? String(text)).composed
  }
}

extension String {
  /// The path with `\` of another system's paths as `/`.
  fileprivate var withSlashes: String {
    guard utf8.contains(UInt8(ascii: "\\")) else { return self }
    return String(decoding: utf8.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }, as: UTF8.self)
  }
}
