import Bytes
import Diagnostics
import Highlight

/// Turns the text of one file after another into HTML; one per worker, because it keeps what the parser allocated.
public struct Markdown: ~Copyable {
  private let highlighter: Highlighter
  private var parser: SharedParser?
  private var plainParser: SharedParser?

  public init(highlighter: Highlighter = Highlighter()) {
    self.highlighter = highlighter
  }

  /// Renders the body of a file, which starts at a byte offset, after the front matter.
  ///
  /// `isPasted` tells whether the text was written for no site, so that its bare code may be fenced; nil takes a text
  /// for pasted when nothing stands before its body.
  public mutating func article(
    from source: Source, body: Int = 0, options: Options = Options(), isPasted: Bool? = nil
  ) -> Article {
    let parser = self.parser ?? SharedParser(isPlain: false)
    self.parser = parser
    let controls = Controls.places(in: source.bytes, from: body)
    let plain = Origin(source.withoutControls(at: controls), from: body)
    let guide = Guides.mended(plain.text, mode: options.unfenced, hasFrontmatter: !(isPasted ?? (body == 0)))
    let origin = guide.edits.isEmpty ? plain : Origin(plain.source, from: body, mended: guide)
    var article = parser.article(from: origin, session: Session(options: options), highlighter: highlighter).0
    if let (finding, range) = guide.finding {
      let place = range.lowerBound + body..<range.upperBound + body
      article.mistakes.insert(source.mistake(finding, at: place), at: 0)
    }
    if let first = controls.first {
      let finding = MarkdownFinding.controlCharacter(UInt32(source.bytes[first]), more: controls.count - 1)
      article.mistakes.insert(source.mistake(finding, at: first..<first + 1), at: 0)
    }
    return article
  }

  /// Appends exactly what `cmark-gfm --unsafe -e table -e strikethrough -e autolink -e tasklist -e footnotes` writes.
  public mutating func renderPlain(_ bytes: Span<UInt8>, into out: inout [UInt8]) {
    let parser = plainParser ?? SharedParser(isPlain: true)
    plainParser = parser
    let tree = parser.parse(bytes)
    var renderer = Renderer(plain: parser, highlighter)
    renderer.render(tree.root)
    renderer.out.write(into: &out)
  }
}

extension Renderer {
  /// A renderer that knows nothing beyond GFM.
  fileprivate init(plain parser: SharedParser, _ highlighter: Highlighter) {
    let nothing = Origin(Source(path: "", bytes: []), from: 0)
    self.init(
      isPlain: true, session: Session(options: Options()),
      blocks: Blocks(text: [], lines: nothing.lines, isMDX: false),
      origin: nothing, highlighter: highlighter, parser: parser)
  }
}
