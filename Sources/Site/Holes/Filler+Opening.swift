import Markdown

extension Filler {
  /// The opening of an article for descriptions: what shortcodes write in its lines is there, tables and drawings are not.
  ///
  /// They see no page here: one that shows its own page's description would wait for itself.
  func opening(of article: Article, of home: Home, noting notes: inout FillingNotes) -> [UInt8] {
    var filling = Filling(
      filler: self, home: home, outlet: .excerpt, article: article, part: .excerpt,
      surroundings: ShortcodeSurroundings(), notes: notes)
    var out: [UInt8] = []
    article.write(.excerpt, into: &out) { hole, out in
      if case .shortcode = hole.kind, hole.context == .block { return true }
      return filling.fill(hole, into: &out)
    }
    notes = filling.notes
    return out
  }
}
