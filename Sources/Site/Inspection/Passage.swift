import Diagnostics
import Frontmatter
import Highlight
import Language
import Markdown
import Templates
import Themes

/// The text of a page's own file as it stands in the finished page, with the way back to the author's lines.
///
///     let passage = publication.passage(of: route, in: draft, with: &markdown)
///     passage?.lines(at: offset)      3..<7: the block that was written there stands in the lines 3 to 6
///     passage?.hole(at: offset)       the link, the picture or the shortcode that was filled in there
public struct Passage: Sendable {
  /// The file.
  public let source: Source
  /// The text with its holes filled, as the template is given it.
  public let bytes: [UInt8]
  private let article: Article
  /// Where each hole's filling stands in `bytes`, in order.
  private let fillings: [(range: Range<Int>, hole: Hole)]

  fileprivate init(_ source: Source, _ article: Article, _ filling: Filling) {
    var filling = filling
    var fillings: [(range: Range<Int>, hole: Hole)] = []
    var out: [UInt8] = []
    article.write(.whole, into: &out) { hole, out in
      let start = out.count
      let isFilled = filling.fill(hole, into: &out)
      fillings.append((start..<(isFilled ? out.count : start + hole.range.count), hole))
      return isFilled
    }
    self.source = source
    self.article = article
    self.fillings = fillings
    bytes = out
  }

  /// What was filled in at a place; nil for what the file itself says.
  public func hole(at offset: Int) -> Hole? {
    fillings.first { $0.range.contains(offset) || $0.range.lowerBound == offset }?.hole
  }

  /// The holes within a range, such as that of a tag.
  public func holes(in range: Range<Int>) -> [Hole] {
    fillings.filter { range.contains($0.range.lowerBound) }.map(\.hole)
  }

  /// The lines of the file, counted from 1, that the innermost block at a place begins with; up to where the next begins.
  public func lines(at offset: Int) -> Range<Int>? {
    let place = articleOffset(of: offset)
    guard let block = article.lines.last(where: { $0.offset <= place }) else { return nil }
    let next = article.lines.first { $0.offset > place && $0.line > block.line }
    return block.line..<(next?.line ?? Int.max)
  }

  /// The place in the article before its holes were filled.
  private func articleOffset(of offset: Int) -> Int {
    guard let last = fillings.last(where: { $0.range.lowerBound <= offset }) else { return offset }
    if last.range.contains(offset) { return last.hole.range.lowerBound }
    return offset - last.range.upperBound + last.hole.range.upperBound
  }
}

extension Publication {
  /// Reads the file of an output once more, and fills it as its page does; nil for what has no text of its own.
  public func passage(
    of route: Route, in draft: PublicationDraft, with markdown: inout Markdown
  ) -> Passage? {
    guard let (subject, _) = route.output.subject, let file = file(of: subject),
      let source = draft.source(file.entry.file.shownPath)
    else { return nil }
    var reading = ContentReading(assembly.settings, markdown: configuration.markdown)
    reading.notesLines = true
    let again = LoadedFile(file.entry.file, source, with: reading, markdown: &markdown)
    let filling = Filling(
      filler: filler, home: home(of: subject), outlet: .page, article: again.article, part: .whole,
      surroundings: surroundings(of: subject, file), notes: FillingNotes())
    return Passage(source, again.article, filling)
  }

  /// What a page says of itself; nil for what has no file of its own.
  public func entry(of route: Route) -> Entry? { route.output.subject.flatMap { entry(of: $0.subject) } }

  /// The opening of a page's text, in plain words; nil for what has no text of its own.
  public func opening(of route: Route) -> String? {
    route.output.subject.flatMap { file(of: $0.subject)?.brief.opening }
  }

  /// The template that an output is shown with, as messages show its path; nil for what has none.
  public func templatePath(of route: Route) -> String? {
    guard let (subject, _) = route.output.subject else { return nil }
    var reads = Reads()
    let name = TemplateChoice(publication: self).name(for: subject, reads: &reads)
    return setting.theme.files.template(name)?.path
  }

  /// Whether templates write some of a page's own text.
  public func hasShortcodes(_ route: Route) -> Bool {
    route.output.subject.flatMap { file(of: $0.subject)?.brief.hasShortcodes } ?? false
  }

  /// Whether a page would answer at an address if it were published.
  public func isWithheld(_ url: String) -> Bool {
    var reads = Reads()
    return filler.targets.withheld(at: url, &reads) != nil
  }

  /// The language of an output; nil for what is no page.
  public func language(of route: Route) -> String? { route.output.subject.map { language(of: $0.subject) } }

  /// The colours of code and the rest that a text is read with.
  public var highlighter: Highlighter { Highlighter(grammars: setting.grammars) }
}
