import Bytes
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
    let demands = isPlain ? TextDemands.all : bytes.withUnsafeBufferPointer(TextDemands.init)
    let parser = made(demands)
    if let blocks { parser.pointee.root?.pointee.user_data = Unmanaged.passUnretained(blocks).toOpaque() }
    defer { withExtendedLifetime(blocks) {} }
    bytes.withUnsafeBufferPointer { Self.feed($0, to: parser) }
    return Tree(Self.finish(parser, demands), from: mark)
  }

  private func made(_ demands: TextDemands) -> UnsafeMutablePointer<cmark_parser> {
    let library = Library.shared
    let options = demands.footnotes ? CMARK_OPT_FOOTNOTES | CMARK_OPT_UNSAFE : CMARK_OPT_UNSAFE
    guard let parser = cmark_parser_new_with_mem(options, library.memory) else {
      preconditionFailure("out of memory")
    }
    let shared: [Library.Extension] =
      isPlain ? [.table, .links, .tasks, .strikethrough] : [.ourTable, .links, .tasks]
    library.attach(shared, includingOurs: !isPlain, to: parser)
    return parser
  }

  /// Hands over a text, line by line.
  ///
  /// The library looks at each byte that it is fed in search of the line's end, with ten instructions. What waits in its
  /// buffer for the end of its line it takes as it is.
  private static func feed(_ text: UnsafeBufferPointer<UInt8>, to parser: UnsafeMutablePointer<cmark_parser>)
  {
    guard let start = text.baseAddress else { return }
    // Other ends of lines, and NUL, which becomes a sign of its own, are left to the library.
    let isSimple = text.next(UInt8(ascii: "\r")) == nil && text.next(0) == nil
    var line = 0
    while isSimple, let end = text.next(UInt8(ascii: "\n"), from: line) {
      cmark_strbuf_put(&parser.pointee.linebuf, start + line, Int32(clamping: end - line))
      cmark_parser_feed(parser, "\n", 1)
      line = end + 1
    }
    guard line < text.count else { return }
    UnsafeBufferPointer(rebasing: text[line...]).withMemoryRebound(to: CChar.self) {
      cmark_parser_feed(parser, $0.baseAddress, $0.count)
    }
    // The library takes a last line without an end only when it finishes, behind what is appended then.
    if text.last != UInt8(ascii: "\n") { cmark_parser_feed(parser, "\n", 1) }
  }

  /// Reads the inlines, and gives the tree.
  private static func finish(
    _ parser: UnsafeMutablePointer<cmark_parser>, _ demands: TextDemands
  ) -> UnsafeMutablePointer<cmark_node>? {
    let library = Library.shared
    if demands.footnotes || demands.mail {
      library.appendEnd(to: parser)
      return cmark_parser_finish(parser)
    }
    let root = parser.pointee.root
    library.appendEnd(to: parser, hidingTree: true)
    cmark_parser_finish(parser)
    root?.joinTexts()
    return root
  }
}
