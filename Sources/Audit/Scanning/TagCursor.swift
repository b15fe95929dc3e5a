import Bytes
import Site

/// A walk over all tags of a page, one after the other, with their attributes.
///
/// Reads a pointer, because every byte of the site passes here.
struct TagCursor {
  /// Elements that somebody asks about; all others are `other`.
  enum Element {
    case other, anchor, body, cell, code, embed, frame, heading, image, item, link, media, meta, object, page,
      paragraph, script, style, table, title
  }

  let bytes: UnsafeBufferPointer<UInt8>
  /// Whether `<span>` with a class alone is passed over; who counts spans must see all.
  var skipsColours = true
  /// Behind the tag at hand.
  private(set) var index = 0
  /// Where the tag at hand begins, and its name stands.
  private(set) var start = 0
  private(set) var name = 0..<0
  private(set) var element = Element.other
  private(set) var isClosing = false
  /// Where the names and values of the attributes stand; a value that is not there is nil.
  private(set) var attributes: [(name: Range<Int>, value: Range<Int>?)] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Goes on to the next tag; tells whether there is one. Comments, scripts and styles are no tags.
  mutating func advance() -> Bool {
    while let open = bytes.next(UInt8(ascii: "<"), from: index) {
      index = open + 1
      guard index < bytes.count else { return false }
      isClosing = bytes[index] == UInt8(ascii: "/")
      if isClosing { index += 1 }
      guard index < bytes.count else { return false }
      guard bytes[index].lowercased &- UInt8(ascii: "a") < 26 else {
        if bytes[index] == UInt8(ascii: "!") { skipComment() }
        continue
      }
      // Coloured code is most of what there is.
      if skipsColours, bytes.holds("span", at: index), skipColour() { continue }
      start = open
      readName()
      readAttributes()
      if !isClosing, element == .script || element == .style { skipCode() }
      return true
    }
    return false
  }

  /// The value of an attribute, empty where it has none; nil where the tag has no attribute of that name.
  func value(of wanted: StaticString) -> Range<Int>? {
    for (name, value) in attributes
    where name.count == wanted.utf8CodeUnitCount && bytes.holds(wanted, at: name.lowerBound) {
      return value ?? name.upperBound..<name.upperBound
    }
    return nil
  }

  /// Tells whether the tag at hand has the same name as another.
  func isNamed(as other: Range<Int>) -> Bool {
    guard name.count == other.count else { return false }
    for offset in 0..<name.count
    where bytes[name.lowerBound + offset].lowercased != bytes[other.lowerBound + offset].lowercased {
      return false
    }
    return true
  }
}

extension TagCursor {
  private mutating func skipComment() {
    guard bytes.holds("!--", at: index) else { return }
    index += 3
    while let dash = bytes.next(UInt8(ascii: "-"), from: index) {
      index = dash + 1
      if bytes.holds("->", at: index) {
        index += 2
        return
      }
    }
    index = bytes.count
  }

  /// Skips `<span class="k">` and `</span>`, which are most tags of a site; tells whether it was one.
  private mutating func skipColour() -> Bool {
    let end = index + 4
    guard end < bytes.count else { return false }
    if isClosing, bytes[end] == UInt8(ascii: ">") {
      index = end + 1
      return true
    }
    guard bytes.holds(" class=\"", at: end), let quote = bytes.next(UInt8(ascii: "\""), from: end + 8),
      quote + 1 < bytes.count, bytes[quote + 1] == UInt8(ascii: ">")
    else { return false }
    index = quote + 2
    return true
  }

  /// Goes behind code, which is no markup whatever it looks like.
  private mutating func skipCode() {
    while let open = bytes.next(UInt8(ascii: "<"), from: index) {
      index = open
      if element == .script ? bytes.holds("</script", at: open) : bytes.holds("</style", at: open) { return }
      index += 1
    }
    index = bytes.count
  }

  private mutating func readName() {
    let start = index
    while index < bytes.count, bytes[index].isOfName, bytes[index] != UInt8(ascii: "=") { index += 1 }
    name = start..<index
    element = found()
  }

  private func found() -> Element {
    switch bytes[name.lowerBound].lowercased {
    case UInt8(ascii: "a"):
      return name.count == 1 || named("area") ? .anchor : named("audio") ? .media : .other
    case UInt8(ascii: "b"): return named("body") ? .body : .other
    case UInt8(ascii: "c"): return named("code") ? .code : .other
    case UInt8(ascii: "e"): return named("embed") ? .embed : .other
    case UInt8(ascii: "h"):
      if name.count == 2, bytes[name.lowerBound + 1] &- UInt8(ascii: "1") < 6 { return .heading }
      return named("html") ? .page : .other
    case UInt8(ascii: "i"): return named("img") ? .image : named("iframe") ? .frame : .other
    case UInt8(ascii: "l"): return named("li") ? .item : named("link") ? .link : .other
    case UInt8(ascii: "m"): return named("meta") ? .meta : .other
    case UInt8(ascii: "o"): return named("object") ? .object : .other
    case UInt8(ascii: "p"): return name.count == 1 ? .paragraph : .other
    case UInt8(ascii: "s"):
      return named("script") ? .script : named("style") ? .style : named("source") ? .media : .other
    case UInt8(ascii: "t"):
      return named("table")
        ? .table
        : named("th")
          ? .cell
          : named("title")
            ? .title
            : named("track") ? .media : .other
    case UInt8(ascii: "v"): return named("video") ? .media : .other
    default: return .other
    }
  }

  @inline(__always)
  private func named(_ wanted: StaticString) -> Bool {
    name.count == wanted.utf8CodeUnitCount && bytes.holds(wanted, at: name.lowerBound)
  }

  private mutating func readAttributes() {
    attributes.removeAll(keepingCapacity: true)
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") {
        index += 1
        return
      }
      if byte.isHTMLSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=") {
        index += 1
      } else {
        readAttribute()
      }
    }
  }

  private mutating func readAttribute() {
    let start = index
    while index < bytes.count, bytes[index].isOfName, bytes[index] != UInt8(ascii: "=") { index += 1 }
    // Signs that no name holds, such as a lone quote, are passed one by one.
    if index == start { index += 1 }
    let name = start..<index
    while index < bytes.count, bytes[index].isHTMLSpace { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
      attributes.append((name, nil))
      return
    }
    index += 1
    while index < bytes.count, bytes[index].isHTMLSpace { index += 1 }
    attributes.append((name, readValue()))
  }

  private mutating func readValue() -> Range<Int> {
    guard index < bytes.count else { return index..<index }
    let quote = bytes[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let end = bytes.next(quote, from: index + 1) ?? bytes.count
      defer { index = min(end + 1, bytes.count) }
      return index + 1..<max(index + 1, end)
    }
    let start = index
    while index < bytes.count, !bytes[index].isHTMLSpace, bytes[index] != UInt8(ascii: ">") { index += 1 }
    return start..<index
  }
}

extension UInt8 {
  /// Whether the byte goes on with the name of an element or an attribute.
  @inline(__always)
  fileprivate var isOfName: Bool {
    self > 0x20 && self != UInt8(ascii: "/") && self != UInt8(ascii: ">")
  }
}
