import CArena
import CCmarkGFM

// Owns the C parser; the pointer never leaves this file but to `Library`, which attaches the extensions.

/// Parses one text after another with cmark-gfm.
///
/// All that the library takes for a text lies on a stack of the thread, and is given back at once with the tree: taking
/// and freeing each node by itself was a tenth of reading a site.
struct Parser: ~Copyable {
  private let isPlain: Bool

  /// Makes a parser of GitHub's Markdown with footnotes, and of everything beyond it unless it is to be plain.
  init(isPlain: Bool) { self.isPlain = isPlain }

  deinit { sitegen_arena_drop() }

  /// Parses a whole text, noting the blocks and inlines beyond GFM.
  mutating func parse(_ bytes: Span<UInt8>, noting blocks: Blocks? = nil) -> Tree {
    let mark = sitegen_arena_mark()
    // A plain text is to be read exactly as the library reads it, whatever it asks for.
    let parser = made(isPlain ? nil : bytes.withUnsafeBufferPointer(TextDemands.init))
    if let blocks { parser.pointee.root?.pointee.user_data = Unmanaged.passUnretained(blocks).toOpaque() }
    defer { withExtendedLifetime(blocks) {} }
    return Tree(Self.feed(bytes, to: parser), from: mark)
  }

  private func made(_ demands: TextDemands?) -> UnsafeMutablePointer<cmark_parser> {
    let library = Library.shared
    let options = demands?.footnotes == false ? CMARK_OPT_UNSAFE : CMARK_OPT_FOOTNOTES | CMARK_OPT_UNSAFE
    guard let parser = cmark_parser_new_with_mem(options, library.memory) else {
      preconditionFailure("out of memory")
    }
    let links: Library.Extension = demands?.mail == false ? .links : .linksAndMail
    let dialect: [Library.Extension] = [.table, links, .tasks]
    library.attach(isPlain ? dialect + [.strikethrough] : dialect, includingOurs: !isPlain, to: parser)
    return parser
  }

  private static func feed(
    _ bytes: Span<UInt8>, to parser: UnsafeMutablePointer<cmark_parser>
  ) -> UnsafeMutablePointer<cmark_node>? {
    bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { text in
        guard let start = text.baseAddress, let last = buffer.last else { return }
        cmark_parser_feed(parser, start, text.count)
        // The library takes a last line without an end only when it finishes, behind what is appended below.
        if last != UInt8(ascii: "\n") { cmark_parser_feed(parser, "\n", 1) }
      }
    }
    Library.shared.appendEnd(to: parser)
    return cmark_parser_finish(parser)
  }
}
