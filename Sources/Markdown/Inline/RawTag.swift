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
  private(set) var attributes: [Attribute] = []

  /// Whether it is a mark such as `<br>` or `<a name="x">`, which asks nothing of a browser: whatever fetches, runs or sends
  /// has a longer name.
  var isHarmless: Bool {
    nameRange.count <= 2
      && attributes.allSatisfy { $0.name.first != UInt8(ascii: "o") && $0.name.first != UInt8(ascii: "s") }
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
    end = index
    while index < html.count, html[index] != UInt8(ascii: ">") {
      index = readAttribute(html, index)
    }
    end = min(html.count, index + 1)
  }

  private mutating func readAttribute(_ html: Span<UInt8>, _ start: Int) -> Int {
    var index = start
    if isSpace(html[index]) || html[index] == UInt8(ascii: "/") { return index + 1 }
    let nameStart = index
    while index < html.count, !isSpace(html[index]), html[index] != UInt8(ascii: "="),
      html[index] != UInt8(ascii: ">")
    { index += 1 }
    let name = MarkupName(html, nameStart..<index)
    var next = index
    while next < html.count, isSpace(html[next]) { next += 1 }
    guard next < html.count, html[next] == UInt8(ascii: "=") else {
      attributes.append(Attribute(name: name, range: nameStart..<index, value: index..<index))
      return max(index, start + 1)
    }
    index = next + 1
    while index < html.count, isSpace(html[index]) { index += 1 }
    guard index < html.count else { return index }
    let quote = html[index]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { index += 1 }
    let valueStart = index
    while index < html.count,
      isQuoted ? html[index] != quote : (!isSpace(html[index]) && html[index] != UInt8(ascii: ">"))
    { index += 1 }
    let valueEnd = index
    if isQuoted, index < html.count { index += 1 }
    attributes.append(Attribute(name: name, range: nameStart..<index, value: valueStart..<valueEnd))
    return index
  }
}
