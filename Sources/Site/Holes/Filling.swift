import Bytes
import Diagnostics
import Language
import Markdown

/// One article being filled for one outlet.
struct Filling {
  let filler: Filler
  let home: Home
  var outlet: Outlet
  /// The whole text, whose places links of the page itself lead to.
  let article: Article
  let part: Part
  let surroundings: ShortcodeSurroundings
  /// How many shortcodes were met so far, those inside others too.
  var shortcodeCount = 0
  var notes: FillingNotes
  /// The places of the whole text, once somebody asked for one.
  var ownAnchors: Anchors?

  /// Writes an article, or one inside a shortcode of it.
  mutating func write(_ article: Article, _ part: Part, into out: inout [UInt8]) {
    article.write(part, into: &out) { hole, out in fill(hole, into: &out) }
  }

  /// Fills one hole; answers no, having written nothing, where the default stays.
  mutating func fill(_ hole: Hole, into out: inout [UInt8]) -> Bool {
    switch hole.kind {
    case .link(let written): fillLink(written, hole, into: &out)
    case .image(let written): fillPicture(written, hole, into: &out)
    case .dimensions(let written): fillDimensions(of: written, into: &out)
    case .contents: fillContents(into: &out)
    case .shortcode(let shortcode): fill(shortcode, hole, into: &out)
    }
  }

  mutating func tell(_ finding: HoleFinding, at hole: Hole) {
    notes.faults.append(Fault(finding, at: hole.source, of: home.path))
  }

  mutating func tell(_ finding: ShortcodeFinding, at hole: Hole) {
    notes.faults.append(Fault(finding, at: hole.source, of: home.path))
  }
}
