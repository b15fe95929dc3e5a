import Bytes

/// A walk through the tags of a finished page, for what its attributes and its inline code ask of the browser.
///
/// Not a parser: the page was made by us, and what an author wrote in it raw can at worst ask for too much.
///
/// Reads a pointer, because every byte of the site passes here once more.
struct PageTags {
  /// Elements that fetch something, run something or send something; all others are `other`.
  enum Element {
    case other, base, embed, form, frame, image, input, link, media, object, script, source, style, svgImage,
      track
  }

  /// What a walk comes upon.
  enum Found {
    case element(Element)
    /// The value of an attribute `style`.
    case style(Range<Int>)
    /// The name of an attribute such as `onclick`.
    case handler(Range<Int>)
  }

  let bytes: UnsafeBufferPointer<UInt8>
  /// What is passed over, once, if it begins between two tags.
  private var text: Range<Int>
  /// How far the walk has come.
  private(set) var index = 0
  /// The attributes of the tag at hand: where their names and values stand.
  private(set) var attributes: [(name: Range<Int>, value: Range<Int>)] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, passingOver text: Range<Int>) {
    (self.bytes, self.text) = (bytes, text)
    // More than tags of ours have.
    attributes.reserveCapacity(8)
  }

  /// The next tag with the rest of its line, or as much of it as stands before what is passed over. Ends of elements ask
  /// for nothing, and a third of all lines begin with some.
  mutating func nextLine() -> Range<Int>? {
    guard var open = bytes.next(UInt8(ascii: "<"), from: index) else { return nil }
    while open + 1 < bytes.count, bytes[open + 1] == UInt8(ascii: "/") {
      guard let next = bytes.next(UInt8(ascii: "<"), from: open + 2) else { return nil }
      open = next
    }
    if !text.isEmpty, index <= text.lowerBound, text.lowerBound <= open {
      index = text.upperBound
      text = 0..<0
      return nextLine()
    }
    let end = bytes.next(UInt8(ascii: "\n"), from: open).map { $0 + 1 } ?? bytes.count
    return open..<(open < text.lowerBound ? min(end, text.lowerBound) : end)
  }

  /// Goes on behind lines that are known.
  mutating func pass(to end: Int) { index = end }

  /// How far known lines may be passed over: up to what is passed over anyway, or to the end of the page.
  var limit: Int { index <= text.lowerBound && !text.isEmpty ? text.lowerBound : bytes.count }

  /// Goes through the tags that begin in a line; what is found is handed over. Answers whether the line ends between two
  /// tags, which is certain only where something stands behind its last one.
  mutating func walk(_ line: Range<Int>, _ found: (Found, borrowing PageTags) -> Void) -> Bool {
    while let open = bytes.next(UInt8(ascii: "<"), from: index), open < line.upperBound {
      index = open + 1
      guard index < bytes.count else { return false }
      let first = bytes[index]
      if first == UInt8(ascii: "!") {
        skipComment()
        continue
      }
      guard first.lowercased &- UInt8(ascii: "a") < 26 else { continue }
      let element = self.element()
      if element == .other, skipHarmless() { continue }
      readAttributes(all: element != .other, found)
      guard element != .other else { continue }
      found(.element(element), self)
      // Code is no markup, whatever it looks like.
      if element == .script { index = content(endingWith: "</script").upperBound }
      if element == .style { index = content(endingWith: "</style").upperBound }
    }
    return index < line.upperBound
  }

  /// Where the text of the element ends whose tag was just read: at `</script` or `</style`.
  func content(endingWith end: StaticString) -> Range<Int> {
    var place = index
    while let open = bytes.next(UInt8(ascii: "<"), from: place) {
      if bytes.holds(end, at: open) { return index..<open }
      place = open + 1
    }
    return index..<bytes.count
  }

  /// The value of an attribute; nil when the tag has none of that name.
  func value(of name: StaticString) -> Range<Int>? {
    attributes.first { $0.name.count == name.utf8CodeUnitCount && bytes.holds(name, at: $0.name.lowerBound) }?
      .value
  }
}

extension PageTags {
  private mutating func skipComment() {
    guard bytes.holds("!--", at: index) else { return }
    index += 3
    while let dash = bytes.next(UInt8(ascii: "-"), from: index) {
      index = dash + 1
      if bytes.holds("->", at: index) { return }
    }
    index = bytes.count
  }

  /// Reads the name of the tag; the first letter tells of most that they are of no interest.
  @inline(__always)
  private mutating func element() -> Element {
    let start = index
    while index < bytes.count, bytes[index] > UInt8(ascii: "/"), bytes[index] != UInt8(ascii: ">") {
      index += 1
    }
    switch bytes[start].lowercased {
    case UInt8(ascii: "a"): return named("audio", at: start) ? .media : .other
    case UInt8(ascii: "b"):
      return named("base", at: start) ? .base : named("button", at: start) ? .input : .other
    case UInt8(ascii: "e"): return named("embed", at: start) ? .embed : .other
    case UInt8(ascii: "f"): return named("form", at: start) ? .form : .other
    case UInt8(ascii: "i"):
      if named("img", at: start) { return .image }
      if named("iframe", at: start) { return .frame }
      return named("input", at: start) ? .input : named("image", at: start) ? .svgImage : .other
    case UInt8(ascii: "l"): return named("link", at: start) ? .link : .other
    case UInt8(ascii: "o"): return named("object", at: start) ? .object : .other
    case UInt8(ascii: "s"):
      if named("script", at: start) { return .script }
      return named("style", at: start) ? .style : named("source", at: start) ? .source : .other
    case UInt8(ascii: "t"): return named("track", at: start) ? .track : .other
    case UInt8(ascii: "u"): return named("use", at: start) ? .svgImage : .other
    case UInt8(ascii: "v"): return named("video", at: start) ? .media : .other
    default: return .other
    }
  }

  /// Tells whether the tag whose name ends here is called so.
  @inline(__always)
  private func named(_ name: StaticString, at start: Int) -> Bool {
    index - start == name.utf8CodeUnitCount && bytes.holds(name, at: start)
  }

  /// Reads up to the end of the tag. `style` and handlers count on every element, the rest only where asked for.
  private mutating func readAttributes(all: Bool, _ found: (Found, borrowing PageTags) -> Void) {
    if all { attributes.removeAll(keepingCapacity: true) }
    var name = index
    var place = index
    // The walk counts in a variable of its own: one of the structure would be written back at every byte.
    defer { index = place }
    while place < bytes.count {
      let byte = bytes[place]
      // All that ends or parts something stands below the letters.
      guard byte <= UInt8(ascii: ">") else {
        place += 1
        continue
      }
      if byte == UInt8(ascii: ">") {
        place += 1
        return
      }
      if byte == UInt8(ascii: "=") {
        let value = value(behind: place)
        let range = name..<max(name, place)
        place = value.next
        note(range, value.range, all: all, found)
        name = place
      } else {
        place += 1
        if byte.isHTMLSpace || byte == UInt8(ascii: "/") {
          // `href = "…"`: a space before the sign does not begin another name.
          var next = place
          while next < bytes.count, bytes[next].isHTMLSpace { next += 1 }
          if next < bytes.count, bytes[next] != UInt8(ascii: "=") || name == place - 1 { name = next }
          place = next
        }
      }
    }
  }

  /// Passes over attributes as we write them, ` name="…"`, up to the end of the tag; answers no, standing before the
  /// attribute, at one that may be of interest by its first letters or that is written in another way.
  @inline(__always)
  private mutating func skipHarmless() -> Bool {
    let bytes = bytes
    var place = index
    while place + 1 < bytes.count {
      if bytes[place] == UInt8(ascii: ">") {
        index = place + 1
        return true
      }
      index = place
      guard let end = Self.endOfClass(at: place, in: bytes) ?? Self.endOfHarmless(at: place, in: bytes) else {
        return false
      }
      place = end
    }
    return false
  }

  /// Where ` class="…"` ends, if it stands here: most tags of an article have no other attribute, and its code has one for
  /// each word.
  @inline(__always)
  private static func endOfClass(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard place + 8 < bytes.count,
      UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: place, as: UInt64.self) == classSign
    else { return nil }
    var end = place + 8
    while end + 1 < bytes.count, bytes[end] != UInt8(ascii: "\"") { end += 1 }
    return end + 1
  }

  @inline(__always)
  private static func endOfHarmless(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let first = bytes[start + 1].lowercased
    guard bytes[start] == UInt8(ascii: " "), first &- UInt8(ascii: "a") < 26,
      first != UInt8(ascii: "o") || !bytes.holds("on", at: start + 1),
      first != UInt8(ascii: "s") || !bytes.holds("sty", at: start + 1)
    else { return nil }
    var place = start + 2
    while place < bytes.count, bytes[place] > UInt8(ascii: ">") || bytes[place] == UInt8(ascii: "-") {
      place += 1
    }
    guard place + 1 < bytes.count, bytes[place] == UInt8(ascii: "="),
      bytes[place + 1] == UInt8(ascii: "\""), let end = bytes.next(UInt8(ascii: "\""), from: place + 2)
    else { return nil }
    return end + 1
  }

  /// The eight bytes ` class="` as they lie in memory.
  private static var classSign: UInt64 { UInt64(littleEndian: 0x223D_7373_616C_6320) }

  /// The value behind a sign, and where the walk goes on.
  private func value(behind sign: Int) -> (range: Range<Int>, next: Int) {
    var start = sign + 1
    while start < bytes.count, bytes[start].isHTMLSpace { start += 1 }
    guard start < bytes.count else { return (start..<start, start) }
    let quote = bytes[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let end = bytes.next(quote, from: start + 1) ?? bytes.count
      return (start + 1..<end, min(end + 1, bytes.count))
    }
    var end = start
    while end < bytes.count, !bytes[end].isHTMLSpace, bytes[end] != UInt8(ascii: ">") { end += 1 }
    return (start..<end, end)
  }

  private mutating func note(
    _ name: Range<Int>, _ value: Range<Int>, all: Bool, _ found: (Found, borrowing PageTags) -> Void
  ) {
    var name = name
    while let last = name.last, bytes[last].isHTMLSpace { name.removeLast() }
    if name.count == 5, bytes.holds("style", at: name.lowerBound) {
      found(.style(value), self)
    } else if name.count > 2, bytes.holds("on", at: name.lowerBound) {
      found(.handler(name), self)
    }
    if all { attributes.append((name, value)) }
  }
}

extension Range<Int> {
  fileprivate mutating func removeLast() { self = lowerBound..<upperBound - 1 }
}
