import Diagnostics

/// A rendered text: HTML that is final but for its holes, and what was learnt while writing it.
public struct Article: Sendable {
  /// The body. Each hole's range already holds a default, so these bytes are valid HTML as they are.
  public internal(set) var html: [UInt8] = []
  /// What depends on something outside the file, in the order of the body; ranges never overlap.
  public internal(set) var holes: [Hole] = []
  /// The first level-one heading, if there is one.
  public internal(set) var title: Title?
  /// The headings as a tree.
  public internal(set) var contents: [Heading] = []
  /// The headings of a text inside a shortcode in order, for the text around it.
  var flatHeadings: [Heading] = []
  /// Where the author's cut, or the first seventy words, end.
  public internal(set) var excerpt: Excerpt?
  /// The text without marks; `sections` point into it.
  public internal(set) var plain: [UInt8] = []
  public internal(set) var sections: [Section] = []
  /// How many words a reader reads, code not counted.
  public internal(set) var words = 0
  /// The languages of the code blocks, in the order of their first use.
  public internal(set) var codeLanguages: [String] = []
  public internal(set) var mistakes: [Mistake] = []
  /// Where blocks begin, in the order of the body; empty unless it was asked for.
  public internal(set) var lines: [BlockLine] = []

  /// Whether the author wrote tags or attributes of his own, beyond such as `<br>`.
  var hasForeignMarkup = false

  /// Whether the text, its links filled, makes a browser fetch nothing, run nothing and style nothing.
  public var asksForNothing: Bool {
    !hasForeignMarkup
      && holes.allSatisfy { hole in
        switch hole.kind {
        case .link, .contents: true
        default: false
        }
      }
  }

  /// The minutes it takes to read, at 220 words a minute; at least one.
  public var minutes: Int { Self.minutes(words: words) }

  public static func minutes(words: Int) -> Int { max(1, (words + 110) / 220) }

  /// Every link that leads out of the text, as written.
  public var links: [String] {
    holes.compactMap { if case .link(let destination) = $0.kind { destination } else { nil } }
  }

  /// Every picture, as written.
  public var images: [String] {
    holes.compactMap { if case .image(let destination) = $0.kind { destination } else { nil } }
  }

  init() {}

  /// Where a block begins: in the body, and in the author's file.
  public struct BlockLine: Sendable, Hashable {
    public internal(set) var offset: Int
    /// Counted from 1.
    public let line: Int
  }

  /// The level-one heading that gives a page its title.
  public struct Title: Sendable, Hashable {
    public let text: String
    /// Its whole element in the body, so that a page can leave it out.
    public let range: Range<Int>
  }

  /// The opening of the body, cut at a place where a block may end.
  public struct Excerpt: Sendable, Hashable {
    /// Up to where the body is taken.
    public let end: Int
    /// What closes the elements that are open there.
    public let closing: [UInt8]
    /// Whether the author cut it, rather than the count of words.
    public let isManual: Bool
  }

  /// The text under one heading; the first has no heading when text stands before it.
  public struct Section: Sendable, Hashable {
    public let id: String
    public let title: String
    /// Where its text stands in `plain`.
    public let range: Range<Int>
  }
}
