extension Article {
  /// Takes the heading that gives the page its title out of the body, and returns its words as HTML.
  ///
  /// What stood below it in the contents moves up. Nil when there is none, or when it holds something to be filled in.
  public mutating func takeTitle() -> [UInt8]? {
    guard let title, let words = titleWords(in: title.range) else { return nil }
    let range = title.range
    html.removeSubrange(range)
    for index in holes.indices where holes[index].range.lowerBound >= range.upperBound {
      holes[index].range =
        holes[index].range.lowerBound - range.count..<holes[index].range.upperBound - range.count
    }
    if let cut = excerpt, cut.end >= range.upperBound {
      excerpt = Excerpt(end: cut.end - range.count, closing: cut.closing, isManual: cut.isManual)
    }
    if let place = contents.firstIndex(where: { $0.level == 1 && $0.text == title.text }) {
      contents.replaceSubrange(place...place, with: contents[place].children)
    }
    lines = lines.compactMap { line in
      if line.offset < range.lowerBound { return line }
      guard line.offset >= range.upperBound else { return nil }
      return BlockLine(offset: line.offset - range.count, line: line.line)
    }
    self.title = nil
    return words
  }

  /// What stands between the tags of the heading, without the anchors that are ours.
  private func titleWords(in range: Range<Int>) -> [UInt8]? {
    let element = html[range]
    guard !holes.contains(where: { $0.range.overlaps(range) || range.contains($0.range.lowerBound) }),
      let start = element.firstIndex(of: UInt8(ascii: ">")),
      let end = Self.lastIndex(of: Self.permalink, in: element)
    else { return nil }
    var words = element[(start + 1)..<end]
    if words.starts(with: Self.anchor), let close = words.firstIndex(of: UInt8(ascii: ">")) {
      words = words[(close + 1)...].dropFirst(Self.anchorEnd.count)
    }
    return Array(words)
  }

  private static let permalink = Array(" <a class=\"permalink\"".utf8)
  private static let anchor = Array("<span id=\"".utf8)
  private static let anchorEnd = Array("</span>".utf8)

  private static func lastIndex(of needle: [UInt8], in hay: ArraySlice<UInt8>) -> Int? {
    guard hay.count >= needle.count else { return nil }
    return (hay.startIndex...(hay.endIndex - needle.count)).last {
      hay[$0] == needle[0] && hay[$0...].starts(with: needle)
    }
  }
}
