import Bytes
import Diagnostics
import Markdown

/// What pages other than its own show of a text, and the digests that tell whether it changed.
struct TextBrief: Sendable, Hashable {
  /// Of the file, byte by byte.
  let file: UInt64
  /// Of the body and of all that decides how it is read.
  let content: UInt64
  let excerpt: UInt64
  let contents: UInt64
  let words: Int
  let codeLanguages: [String]
  /// Whether more follows than the excerpt shows.
  let hasMore: Bool
  /// The opening in plain words, for descriptions.
  let opening: String
  /// The title as HTML, when the text's own heading gives it.
  let heading: [UInt8]?
  /// Whether some of the text is written by templates.
  let hasShortcodes: Bool
  /// Whether one of them stands in a line of the opening, so that the opening lacks its words.
  let opensWithShortcode: Bool

  /// The minutes it takes to read.
  var minutes: Int { Article.minutes(words: words) }
}

extension TextBrief {
  /// Sums up a text that was read from its place in a file.
  init(of article: Article, from source: Source, body: Int, isPasted: Bool, heading: [UInt8]?) {
    file = Digest(of: source.bytes.span).value
    var mixer = Mixer()
    mixer.add(Digest(of: source.bytes.span.extracting(min(body, source.bytes.count)...)).value)
    mixer.add(isPasted)
    mixer.add(heading != nil)
    content = mixer.value
    hasShortcodes = article.holes.contains { if case .shortcode = $0.kind { true } else { false } }
    opensWithShortcode = hasShortcodes && Self.opensWithShortcode(article)
    excerpt = Self.excerpt(of: article, content: mixer.value)
    var contents = Mixer()
    Self.add(article.contents, to: &contents)
    self.contents = contents.value
    words = article.words
    codeLanguages = article.codeLanguages
    hasMore = article.hasMore
    opening = PlainExcerpt.text(of: article)
    self.heading = heading
  }

  /// Further on a text is not looked at for the words of its opening.
  private static let longestOpening = 4096

  private static func opensWithShortcode(_ article: Article) -> Bool {
    let end = min(article.excerpt?.end ?? article.html.count, longestOpening)
    return article.holes.prefix { $0.range.lowerBound < end }.contains { hole in
      if case .shortcode = hole.kind { hole.context == .text } else { false }
    }
  }

  /// Of the opening's bytes and marks; where a template writes in it, of the whole text.
  private static func excerpt(of article: Article, content: UInt64) -> UInt64 {
    guard let excerpt = article.excerpt else { return content }
    var mixer = Mixer()
    mixer.add(Digest(of: article.html.span.extracting(..<excerpt.end)).value)
    mixer.add(excerpt.closing)
    for hole in article.holes where hole.range.lowerBound <= excerpt.end {
      switch hole.kind {
      case .link(let written), .image(let written), .dimensions(let written): mixer.add(written)
      case .shortcode, .contents: mixer.add(content)
      }
      mixer.add(hole.range.lowerBound)
    }
    return mixer.value
  }

  private static func add(_ headings: [Heading], to mixer: inout Mixer) {
    mixer.add(headings.count)
    for heading in headings {
      mixer.add(heading.level)
      mixer.add(heading.id)
      mixer.add(heading.text)
      add(heading.children, to: &mixer)
    }
  }
}
