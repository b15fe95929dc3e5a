import Bytes
import Language
import Markdown
import Templates

/// Fills the holes of articles: one for a whole build, asked by all workers.
///
///     var notes = FillingNotes()
///     filler.fill(article, .body, of: Home(page), at: .page, into: &out, noting: &notes)
///
/// What is clean is copied whole; what depends on the rest of the site is looked up, noted as read, and told when wrong.
///
/// A reference, because every filling holds it, and what it knows lies in a dozen pieces that all workers would count.
public final class Filler: Sendable {
  public let targets: LinkTargets
  public let pictures: PictureSizes
  /// What renders shortcodes; nil where their inner text stays instead.
  let shortcodes: Shortcodes?
  /// The article of a page, for links that lead to a place in it; nil leaves such places unchecked.
  let article: @Sendable (PageID) -> Article?

  public init(
    _ targets: LinkTargets, pictures: PictureSizes = PictureSizes(), shortcodes: Shortcodes? = nil,
    article: @escaping @Sendable (PageID) -> Article? = { _ in nil }
  ) {
    self.targets = targets
    self.pictures = pictures
    self.shortcodes = shortcodes
    self.article = article
  }

  /// Appends a part of an article as it stands at an outlet.
  public func fill(
    _ article: Article, _ part: Part, of home: Home, at outlet: Outlet,
    among surroundings: ShortcodeSurroundings = ShortcodeSurroundings(), into out: inout [UInt8],
    noting notes: inout FillingNotes
  ) {
    var filling = Filling(
      filler: self, home: home, outlet: outlet, article: article, part: part, surroundings: surroundings,
      notes: notes)
    let start = out.count
    filling.write(article, part, into: &out)
    if outlet != .page { Rehoming(filling).apply(to: &out, from: start) }
    notes = filling.notes
  }

  /// Finds what a destination leads to; whoever asks for it here need not hold what is known of all places.
  func search(_ destination: Destination, from home: Home, reads: inout Reads) -> Search {
    targets.search(destination, from: home, reads: &reads)
  }

  /// The key of a page's text, in which a place is looked for.
  func key(ofTextOf page: PageID) -> UInt64 {
    Column.content.key(of: SubjectKeys.key(ofPage: targets.assembly.tree.pages[page].entry.file.path))
  }

  /// The address of something of the site as an outlet needs it.
  func address(_ url: String, at outlet: Outlet) -> String {
    outlet == .feed ? targets.base.absolute(url) : targets.base.path(of: url)
  }
}
