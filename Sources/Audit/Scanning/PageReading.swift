import Bytes
import Diagnostics
import Language
import Site

/// The reading of one page, tag by tag.
struct PageReading {
  /// A link whose end was not met yet.
  struct OpenLink {
    let range: Range<Int>
    let href: Range<Int>
    let isInContent: Bool
    /// Whether it is a mark of ours beside a heading.
    let isPermalink: Bool
    var hasWords: Bool
  }

  /// A table whose end was not met yet.
  struct OpenTable {
    let range: Range<Int>
    var hasHeader: Bool
  }

  let route: Route
  /// The number of the route.
  let number: Int
  let bytes: UnsafeBufferPointer<UInt8>
  let content: Range<Int>
  let tongue: Tongue?
  let isSecure: Bool
  /// Whether links of the text that lead nowhere were told when they were filled in; what templates write never was.
  let isFilled: Bool
  /// The path below which the site lies.
  let basePath: String
  /// The whole address of the page.
  let address: String
  var facts = PageFacts()
  var cursor: TagCursor

  var link: OpenLink?
  /// Where the words of the heading at hand begin, with its level; nil outside of headings.
  var heading: (level: Int, range: Range<Int>, hasWords: Bool)?
  var tables: [OpenTable] = []
  /// Whether a cell of a header was opened, whose words are still to come.
  var isInHeaderCell = false
  /// The element whose passage is marked as of another language, and how many of its name are open.
  var marked: (name: Range<Int>, depth: Int)?
  /// Behind the last tag.
  var textStart = 0

  var lastLevel = 0
  var mainHeadings = 0
  var titleStart: Int?
  var hasTitle = false
  var hasLanguage = false
  var isInBody = false
  var canonicals = 0
  /// The words of links in the text, with where they lead.
  var words: [UInt64: Range<Int>] = [:]
  /// Places on this page that it links to.
  var ownPlaces: [(fragment: Range<Int>, href: Range<Int>, tag: Range<Int>)] = []
  /// Places that only links know, by the attribute `name` of old.
  var anchors: Set<UInt64> = []
  /// Elements of this page that attributes name.
  var names: [(id: Range<Int>, attribute: String, range: Range<Int>)] = []

  init(
    _ route: Route, number: Int, _ bytes: UnsafeBufferPointer<UInt8>, content: Range<Int>, tongue: Tongue?,
    isSecure: Bool, isFilled: Bool, base: BaseURL
  ) {
    self.route = route
    self.number = number
    self.bytes = bytes
    self.content = content
    self.tongue = tongue
    self.isSecure = isSecure
    self.isFilled = isFilled
    basePath = base.path
    address = base.absolute(route.url)
    cursor = TagCursor(bytes)
    facts.contentStart = content.isEmpty ? nil : content.lowerBound
  }

  /// Reads the page; `isNew` tells whether a route is linked to for the first time.
  mutating func run(_ speech: Speech, _ resolver: inout Resolver, isNew: (Int32) -> Bool) {
    while cursor.advance() {
      if link != nil || heading != nil || isInHeaderCell { noteWords() }
      textStart = cursor.index
      if marked != nil { followMarked() }
      if cursor.isClosing {
        close(&resolver)
      } else {
        readCommonAttributes()
        open(speech, &resolver, isNew)
      }
    }
    closeLink(&resolver)
    finish()
  }

  /// The tag at hand.
  var tag: Range<Int> { cursor.start..<cursor.index }

  /// The bytes of a range as text, references read.
  func text(_ range: Range<Int>) -> String {
    var out: [UInt8] = []
    out.append(decodingReferences: bytes[range])
    return String(decoding: out, as: UTF8.self)
  }

  /// Notes something wrong; `needle` is what the author wrote there.
  mutating func note(_ finding: some Finding, at range: Range<Int>, needle: String = "") {
    facts.slips.append(slip(finding, at: range, needle: needle))
  }

  func slip(_ finding: some Finding, at range: Range<Int>, needle: String = "") -> Slip {
    let isInContent = content.contains(range.lowerBound)
    return Slip(
      finding: finding, range: range, needle: needle, exact: isInContent && isFilled ? "" : exact(range),
      isInContent: isInContent)
  }

  /// The bytes of a tag, and of the end of an element that holds nothing; long ones are not looked for.
  private func exact(_ range: Range<Int>) -> String {
    let longest = 400
    guard range.count < longest else { return "" }
    let isEmpty = bytes.holds("</", at: range.upperBound)
    let end = isEmpty ? min(range.upperBound + 3, bytes.count) : range.upperBound
    return String(decoding: bytes[range.lowerBound..<end], as: UTF8.self)
  }

  private mutating func followMarked() {
    guard let open = marked, cursor.isNamed(as: open.name) else { return }
    let depth = open.depth + (cursor.isClosing ? -1 : 1)
    marked = depth == 0 ? nil : (open.name, depth)
    cursor.skipsColours = marked == nil
  }
}

// MARK: What every element may have

extension PageReading {
  private mutating func readCommonAttributes() {
    for (name, value) in cursor.attributes {
      guard let value else { continue }
      switch name.count {
      case 2 where bytes.holds("id", at: name.lowerBound): note(id: value)
      case 3 where bytes.holds("for", at: name.lowerBound): names.append((value, "for", tag))
      case 4 where bytes.holds("lang", at: name.lowerBound):
        if marked == nil, cursor.element != .page, cursor.element != .image, !value.isEmpty {
          marked = (cursor.name, 1)
          cursor.skipsColours = false
        }
      case 4 where cursor.element == .anchor && bytes.holds("name", at: name.lowerBound):
        anchors.insert(key(of: value))
      case 13 where bytes.holds("aria-controls", at: name.lowerBound): note(names: value, "aria-controls")
      case 15 where bytes.holds("aria-labelledby", at: name.lowerBound): note(names: value, "aria-labelledby")
      case 16 where bytes.holds("aria-describedby", at: name.lowerBound):
        note(names: value, "aria-describedby")
      default: continue
      }
    }
  }

  private mutating func note(id: Range<Int>) {
    guard !id.isEmpty, !id.contains(where: { bytes[$0].isHTMLSpace }) else {
      return note(AuditFinding.malformedID(text(id)), at: tag, needle: text(id))
    }
    if !facts.ids.insert(key(of: id)).inserted {
      note(AuditFinding.repeatedID(text(id)), at: tag, needle: text(id))
    }
  }

  private mutating func note(names list: Range<Int>, _ attribute: String) {
    var start = list.lowerBound
    for index in list.lowerBound...list.upperBound
    where index == list.upperBound || bytes[index].isHTMLSpace {
      if index > start { names.append((start..<index, attribute, tag)) }
      start = index + 1
    }
  }

  /// The digest of an id, or of the fragment that means it.
  func key(of id: Range<Int>) -> UInt64 {
    guard id.contains(where: { bytes[$0] == UInt8(ascii: "&") || bytes[$0] == UInt8(ascii: "%") }) else {
      return Digest(of: UnsafeBufferPointer(rebasing: bytes[id]).span).value
    }
    let name = text(id)
    return Digest(of: Array((name.percentDecoded() ?? name).utf8).span).value
  }
}

// MARK: Words

extension PageReading {
  /// Sees whether anything is said between the last tag and this one.
  private mutating func noteWords() {
    guard Self.hasWords(textStart..<cursor.start, of: bytes) else { return }
    link?.hasWords = true
    if link?.isPermalink != true { heading?.hasWords = true }
    if isInHeaderCell, !tables.isEmpty { tables[tables.count - 1].hasHeader = true }
  }

  /// Whether a range holds more than white space and tags.
  func hasWords(_ range: Range<Int>) -> Bool { Self.hasWords(range, of: bytes) }

  /// Asked between any two tags, and so of the bytes alone: to ask the reading would copy all that it has noted.
  private static func hasWords(_ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: "<") {
        index = (bytes.next(UInt8(ascii: ">"), from: index) ?? range.upperBound) + 1
      } else if bytes[index] > 0x20 {
        return true
      } else {
        index += 1
      }
    }
    return false
  }

  /// The words of a range without tags, white space made single, references read.
  func words(in range: Range<Int>) -> [UInt8] {
    var out: [UInt8] = []
    var isCoded = false
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<") {
        index = (bytes.next(UInt8(ascii: ">"), from: index) ?? range.upperBound) + 1
        continue
      }
      isCoded = isCoded || byte == UInt8(ascii: "&")
      if byte > 0x20 { out.append(byte) } else if let last = out.last, last != 0x20 { out.append(0x20) }
      index += 1
    }
    if out.last == 0x20 { out.removeLast() }
    return isCoded ? out.referencesRead : out
  }
}

extension [UInt8] {
  fileprivate var referencesRead: [UInt8] {
    var out: [UInt8] = []
    withUnsafeBufferPointer { out.append(decodingReferences: $0[...]) }
    return out
  }
}
