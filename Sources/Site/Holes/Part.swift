import Bytes
import Markdown

/// How much of an article is written.
public enum Part: Sendable, Hashable {
  /// All of it.
  case whole
  /// All but the first level-one heading, which the page shows as its title.
  case body
  /// Its opening; all of it where nothing is cut.
  case excerpt
}

extension Article {
  /// Writes a part; `fill` writes what belongs into a hole, or answers no and writes nothing to keep the default.
  func write(_ part: Part, into out: inout [UInt8], filling fill: (Hole, inout [UInt8]) -> Bool) {
    let cut = part == .excerpt ? excerpt : nil
    let end = cut?.end ?? html.count
    var clean = 0
    func skipTitle(before start: Int) {
      guard part != .whole, let range = title?.range, range.upperBound <= end,
        clean <= range.lowerBound, range.upperBound <= start
      else { return }
      out.append(run: clean..<range.lowerBound, of: html.span)
      clean = range.upperBound
    }
    for hole in holes {
      let range = hole.range
      // What stands at the very end of an opening belongs to the rest.
      if range.lowerBound > end || range.lowerBound == end && end < html.count { break }
      skipTitle(before: range.lowerBound)
      guard range.lowerBound >= clean, !isInTitle(range, of: part) else { continue }
      out.append(run: clean..<range.lowerBound, of: html.span)
      if !fill(hole, &out) { out.append(run: range, of: html.span) }
      clean = range.upperBound
    }
    skipTitle(before: end)
    if clean < end { out.append(run: clean..<end, of: html.span) }
    if let cut { out += cut.closing }
  }

  private func isInTitle(_ range: Range<Int>, of part: Part) -> Bool {
    guard part != .whole, let title = title?.range else { return false }
    return range.lowerBound > title.lowerBound && range.upperBound <= title.upperBound
  }
}
