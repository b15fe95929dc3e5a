/// A place in an article's HTML whose bytes depend on something outside the file.
public struct Hole: Sendable {
  /// What fills it; destinations are as the author wrote them, entities resolved.
  public indirect enum Kind: Sendable {
    /// The value of an `href`.
    case link(String)
    /// The value of a `src`.
    case image(String)
    /// The place in an `<img>` for the width and height of the picture.
    case dimensions(String)
    /// A shortcode, rendered by the site.
    case shortcode(Shortcode)
    /// The table of contents, asked for by `[TOC]`.
    case contents
  }

  /// What surrounds it.
  public enum Context: Sendable, Hashable {
    /// Among the attributes of a tag.
    case tag
    /// Inside a quoted value.
    case attribute
    /// In running text.
    case text
    /// Between blocks.
    case block
  }

  /// The default filling in `Article.html`, to be replaced; empty where there is none.
  public internal(set) var range: Range<Int>
  public let kind: Kind
  public let context: Context
  /// Where in the file the author wrote it, as byte offsets.
  public let source: Range<Int>

  init(_ kind: Kind, at range: Range<Int>, in context: Context, from source: Range<Int>) {
    self.kind = kind
    self.range = range
    self.context = context
    self.source = source
  }
}
