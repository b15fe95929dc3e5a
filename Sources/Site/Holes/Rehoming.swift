import Bytes

/// Makes a text fit to stand away from its page: links to its own places lead to the page, and on a page that shows
/// several texts no two have the same id. In a feed, what the template of a shortcode names by its path gets the site's
/// host; a reader knows none.
///
///     <h2 id="red">Red <a class="permalink" href="#red">#</a></h2> … <a href="#fn-1" id="fnref-1">1</a>
///     <h2 id="blog-talos-red">Red</h2> … <a href="/blog/talos/#fn-1" id="blog-talos-fnref-1">1</a>
struct Rehoming {
  /// The address of the page, as it stands in an attribute.
  let page: [UInt8]
  /// What ids begin with from now on; nil leaves them.
  let prefix: [UInt8]?
  /// What stands before paths from the root; nil leaves them.
  let origin: [UInt8]?

  init(_ filling: Filling) {
    var page: [UInt8] = []
    page.append(address: filling.filler.address(filling.home.url, at: filling.outlet))
    self.page = page
    prefix = filling.outlet == .excerpt ? Self.prefix(for: filling.home.url) : nil
    origin = filling.outlet == .feed ? Self.origin(of: filling.filler.targets.base) : nil
  }

  private static func origin(of base: BaseURL) -> [UInt8] {
    var origin: [UInt8] = []
    origin.append(address: base.origin)
    return origin
  }

  /// `/blog/talos/` → `blog-talos-`.
  private static func prefix(for url: String) -> [UInt8] {
    var prefix: [UInt8] = []
    for part in url.split(separator: "/") {
      prefix.append(htmlText: Array(part.utf8).span)
      prefix.append("-")
    }
    return prefix.isEmpty ? Array("inicio-".utf8) : prefix
  }

  /// Rewrites what was appended to a buffer from an offset on.
  func apply(to out: inout [UInt8], from start: Int) {
    guard isNeeded(out.span.extracting(start..<out.count)) else { return }
    let text = Array(out[start...])
    out.removeLast(text.count)
    var writer = Writer(rehoming: self, text: text)
    writer.run(into: &out)
  }

  /// Whether any attribute is one that changes; most openings have none.
  private func isNeeded(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where text[index] == UInt8(ascii: "=") && index >= 2 && index + 2 < text.count {
      if text[index + 2] == UInt8(ascii: "#") { return true }
      if origin != nil, text[index + 2] == UInt8(ascii: "/") || text[index - 1] == UInt8(ascii: "t") {
        return true
      }
      switch (text[index - 2], text[index - 1]) {
      case (UInt8(ascii: "i"), UInt8(ascii: "d")), (UInt8(ascii: "m"), UInt8(ascii: "e")),
        (UInt8(ascii: "o"), UInt8(ascii: "r")):
        return true
      default: continue
      }
    }
    return false
  }
}

/// Walks over the tags of a text.
private struct Writer {
  let rehoming: Rehoming
  let text: [UInt8]
  private var clean = 0
  private var index = 0

  init(rehoming: Rehoming, text: [UInt8]) {
    self.rehoming = rehoming
    self.text = text
  }

  mutating func run(into out: inout [UInt8]) {
    while index < text.count {
      guard text[index] == UInt8(ascii: "<"), index + 1 < text.count else {
        index += 1
        continue
      }
      if has("<!--") {
        skip(past: "-->")
      } else if has("<a class=\"permalink\"") {
        copy(to: index, into: &out)
        if out.last == UInt8(ascii: " ") { out.removeLast() }
        skip(past: "</a>")
        clean = index
      } else if text[index + 1] | 0x20 >= UInt8(ascii: "a"), text[index + 1] | 0x20 <= UInt8(ascii: "z") {
        tag(into: &out)
      } else {
        index += 1
      }
    }
    copy(to: text.count, into: &out)
  }

  /// Reads one tag, changing its attributes.
  private mutating func tag(into out: inout [UInt8]) {
    while index < text.count, text[index] != UInt8(ascii: ">"), !isSpace(text[index]) { index += 1 }
    while index < text.count, text[index] != UInt8(ascii: ">") {
      guard isLetter(text[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < text.count, isLetter(text[index]) || text[index] == UInt8(ascii: "-") { index += 1 }
      let name = text[start..<index]
      guard index + 1 < text.count, text[index] == UInt8(ascii: "=") else { continue }
      index += 1
      let quote = text[index]
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
        while index < text.count, !isSpace(text[index]), text[index] != UInt8(ascii: ">") { index += 1 }
        continue
      }
      index += 1
      change(name, endingAt: quote, into: &out)
      while index < text.count, text[index] != quote { index += 1 }
      index += 1
    }
    index += 1
  }

  /// Writes what comes before the value that begins here, and into one that holds several addresses.
  private mutating func change(_ name: ArraySlice<UInt8>, endingAt quote: UInt8, into out: inout [UInt8]) {
    guard index < text.count else { return }
    if text[index] == UInt8(ascii: "#"), name.elementsEqual("href".utf8) {
      copy(to: index, into: &out)
      out += rehoming.page
    } else if let origin = rehoming.origin, has("/"), !has("//"),
      Self.leading.contains(where: { name.elementsEqual($0.utf8) })
    {
      copy(to: index, into: &out)
      out += origin
    } else if let origin = rehoming.origin, name.elementsEqual("srcset".utf8) {
      changeCandidates(endingAt: quote, origin, into: &out)
    } else if let prefix = rehoming.prefix, Self.naming.contains(where: { name.elementsEqual($0.utf8) }) {
      copy(to: index, into: &out)
      out += prefix
    }
  }

  /// Writes the host before each path of `/a.png 1x, /b.png 2x`. An address ends at a space, or with the comma after it.
  private mutating func changeCandidates(
    endingAt quote: UInt8, _ origin: [UInt8], into out: inout [UInt8]
  ) {
    func isInside(_ index: Int) -> Bool { index < text.count && text[index] != quote }
    while isInside(index) {
      while isInside(index), isSpace(text[index]) || text[index] == UInt8(ascii: ",") { index += 1 }
      if has("/"), !has("//") {
        copy(to: index, into: &out)
        out += origin
      }
      while isInside(index), !isSpace(text[index]) { index += 1 }
      guard text[index - 1] != UInt8(ascii: ",") else { continue }
      while isInside(index), text[index] != UInt8(ascii: ",") { index += 1 }
    }
  }

  /// The attributes that hold one address.
  private static let leading = ["href", "src", "poster"]

  /// The attributes that hold one id or the name of a group.
  private static let naming = ["id", "for", "name", "aria-labelledby", "aria-describedby", "aria-controls"]

  private mutating func copy(to end: Int, into out: inout [UInt8]) {
    if end > clean { out.append(run: clean..<end, of: text.span) }
    clean = max(clean, end)
  }

  private mutating func skip(past mark: StaticString) {
    index += 1
    while index < text.count, !has(mark) { index += 1 }
    index = min(text.count, index + mark.utf8CodeUnitCount)
  }

  private func has(_ mark: StaticString) -> Bool {
    guard index + mark.utf8CodeUnitCount <= text.count else { return false }
    for offset in 0..<mark.utf8CodeUnitCount where text[index + offset] != mark.utf8Start[offset] {
      return false
    }
    return true
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte <= UInt8(ascii: " ") }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
