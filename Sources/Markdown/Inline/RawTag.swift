/// One tag in HTML of the author's, as far as its attributes matter.
struct RawTag {
  struct Attribute {
    let name: MarkupName
    /// The attribute, and its value without quotes.
    let range: Range<Int>
    let value: Range<Int>

    var isURL: Bool {
      switch name {
      case "href", "src", "action", "formaction", "xlink:href", "poster", "data": true
      default: false
      }
    }
  }

  let name: MarkupName
  let nameRange: Range<Int>
  let start: Int
  /// Whether it reads `</name>`.
  let isClosing: Bool
  /// After the closing `>`.
  private(set) var end: Int
  /// Whether it is a mark such as `<br>` or `<a name="x">`, which asks nothing of a browser: whatever fetches, runs or sends
  /// has a longer name.
  private(set) var isHarmless: Bool

  /// Where the first attribute may begin.
  var inside: Int { nameRange.upperBound }

  /// Reads the next attribute, if there is one, and goes on behind it: most tags have none or one, and a list of them
  /// costs more than reading them again.
  func nextAttribute(in html: Span<UInt8>, from place: inout Int) -> Attribute? {
    while place < end, html[place] != UInt8(ascii: ">") {
      if let attribute = Self.attribute(in: html, &place) { return attribute }
    }
    return nil
  }

  /// Whether GFM's tag filter forbids it.
  var isForbidden: Bool {
    switch name {
    case "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext": true
    default: false
    }
  }

  /// What an attribute points to, if it is another page or a file of the site.
  enum Lead {
    case page, file
    /// Several files, with their widths: `a.jpg 1x, b.jpg 2x`.
    case files
  }

  func lead(of attribute: Attribute) -> Lead? {
    switch attribute.name {
    case "href": name == "a" || name == "area" ? .page : nil
    case "cite": name == "blockquote" || name == "q" ? .page : nil
    case "src":
      switch name {
      case "img", "video", "audio", "source", "track", "embed": .file
      case "iframe": .page
      default: nil
      }
    case "poster": name == "video" ? .file : nil
    case "data": name == "object" ? .file : nil
    case "srcset": name == "img" || name == "source" ? .files : nil
    default: nil
    }
  }

  /// Reads the tag at a `<`; nil for comments and for what is no tag.
  init?(in html: Span<UInt8>, at start: Int) {
    var index = start + 1
    isClosing = index < html.count && html[index] == UInt8(ascii: "/")
    if isClosing { index += 1 }
    let nameStart = index
    while index < html.count, Scanner.isWord(html[index]) { index += 1 }
    guard index > nameStart else { return nil }
    nameRange = nameStart..<index
    name = MarkupName(html, nameRange)
    self.start = start
    isHarmless = nameRange.count <= 2
    while index < html.count, html[index] != UInt8(ascii: ">") {
      guard let name = Self.attribute(in: html, &index)?.name else { continue }
      if name.first == UInt8(ascii: "o") || name.first == UInt8(ascii: "s") { isHarmless = false }
    }
    end = min(html.count, index + 1)
  }

  /// Reads what stands at a place inside a tag, and goes on behind it; nil for a space, and for an attribute that the
  /// text ends in.
  private static func attribute(in html: Span<UInt8>, _ place: inout Int) -> Attribute? {
    var index = place
    defer { place = index }
    if isSpace(html[index]) || html[index] == UInt8(ascii: "/") {
      index += 1
      return nil
    }
    let nameStart = index
    while index < html.count, !isSpace(html[index]), html[index] != UInt8(ascii: "="),
      html[index] != UInt8(ascii: ">")
    { index += 1 }
    let name = MarkupName(html, nameStart..<index)
    var next = index
    while next < html.count, isSpace(html[next]) { next += 1 }
    guard next < html.count, html[next] == UInt8(ascii: "=") else {
      let attribute = Attribute(name: name, range: nameStart..<index, value: index..<index)
      index = max(index, place + 1)
      return attribute
    }
    index = next + 1
    while index < html.count, isSpace(html[index]) { index += 1 }
    guard index < html.count else { return nil }
    let quote = html[index]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { index += 1 }
    let valueStart = index
    while index < html.count,
      isQuoted ? html[index] != quote : (!isSpace(html[index]) && html[index] != UInt8(ascii: ">"))
    { index += 1 }
    let valueEnd = index
    if isQuoted, index < html.count { index += 1 }
    return Attribute(name: name, range: nameStart..<index, value: valueStart..<valueEnd)
  }
}
