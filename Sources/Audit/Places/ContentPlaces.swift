import Diagnostics
import Markdown
import Site

/// Finds places of the text of a page in the author's file: by what was filled in there, else by its block.
struct ContentPlaces {
  private let passage: Passage
  private let lines: LineStarts

  init(_ passage: Passage) {
    self.passage = passage
    lines = LineStarts(passage.source.bytes)
  }

  /// Where a tag of the page was written, and whether the author wrote it there; nil when nothing is wrong, seen from
  /// there.
  func place(of slip: Slip, at range: Range<Int>) -> (Range<Int>, isWritten: Bool)? {
    let source = passage.source
    if slip.pointsToAddress, let hole = passage.holes(in: range).first(where: { $0.kind.isAddress }),
      !hole.source.isEmpty
    {
      // Where a destination was not found again, its hole is the whole line.
      return isMeant(slip, hole) ? (search(slip.needle, in: hole.source) ?? hole.source, true) : nil
    }
    // What a shortcode shows without a description, its template has decided.
    if slip.finding.code == Rule.pictureWithoutWords.rawValue, !slip.lacksAttribute { return nil }
    let block = passage.lines(at: range.lowerBound).map { lines.range(of: $0) } ?? 0..<source.bytes.count
    if let hole = passage.hole(at: range.lowerBound), case .shortcode = hole.kind {
      let start = max(hole.source.lowerBound, block.lowerBound)
      let found = search(slip.needle, in: start..<max(start, block.upperBound))
      return found.map { ($0, true) } ?? (hole.source, false)
    }
    guard let found = search(slip.needle, in: block) else { return (firstLine(of: block), true) }
    // Of two places with one name it is the other that is wrong.
    let isOther = slip.finding.code == Rule.repeatedID.rawValue
    return (isOther ? search(slip.needle, in: found.upperBound..<block.upperBound) ?? found : found, true)
  }

  /// A picture without a description is one on purpose where the author wrote HTML.
  private func isMeant(_ slip: Slip, _ hole: Hole) -> Bool {
    guard slip.finding.code == Rule.pictureWithoutWords.rawValue, !slip.lacksAttribute else { return true }
    guard hole.source.lowerBound > 0 else { return true }
    let before = passage.source.bytes[hole.source.lowerBound - 1]
    return before != UInt8(ascii: "\"") && before != UInt8(ascii: "'") && before != UInt8(ascii: "=")
  }

  private func search(_ needle: String, in range: Range<Int>) -> Range<Int>? {
    needle.isEmpty ? nil : passage.source.firstRange(of: needle, from: range.lowerBound, to: range.upperBound)
  }

  /// The first line of a block, without the white space around it.
  private func firstLine(of block: Range<Int>) -> Range<Int> {
    let bytes = passage.source.bytes
    let end =
      bytes[block].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? block.upperBound
    var line = block.lowerBound..<end
    while let first = line.first, bytes[first] <= 0x20 { line = first + 1..<line.upperBound }
    while let last = line.last, bytes[last] <= 0x20 { line = line.lowerBound..<last }
    return line
  }
}

extension Slip {
  /// Whether what is wrong is the address that the tag holds, or what is said about it.
  fileprivate var pointsToAddress: Bool {
    switch Rule(rawValue: finding.code) {
    case .brokenLink, .missingAnchor, .missingPicture, .redirectedLink, .linkToOwnHost, .linkWithoutText,
      .sameText, .pictureWithoutWords, .mixedContent:
      true
    default: false
    }
  }
}

extension Hole.Kind {
  fileprivate var isAddress: Bool {
    switch self {
    case .link, .image: true
    case .dimensions, .shortcode, .contents: false
    }
  }
}
