import CCmarkGFM

// Owns the C parser; the pointer never leaves this file but to `Library`, which attaches the extensions.

/// Parses one text after another with cmark-gfm, reusing what the library allocated.
struct Parser: ~Copyable {
  private let pointer: UnsafeMutablePointer<cmark_parser>
  private let inlineExtensions: UnsafeMutablePointer<cmark_llist>?

  /// Makes a parser of GitHub's Markdown with footnotes, and of everything beyond it unless it is to be plain.
  init(isPlain: Bool) {
    let library = Library.shared
    guard let made = cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_UNSAFE) else {
      preconditionFailure("out of memory")
    }
    pointer = made
    let names = ["table", "autolink", "tasklist"]
    library.attach(isPlain ? names + ["strikethrough"] : names, includingOurs: !isPlain, to: pointer)
    inlineExtensions = pointer.pointee.inline_syntax_extensions
  }

  deinit {
    cmark_parser_free(pointer)
  }

  /// Parses a whole text, noting the blocks and inlines beyond GFM.
  mutating func parse(_ bytes: Span<UInt8>, noting blocks: Blocks? = nil) -> Tree {
    if let blocks { pointer.pointee.root?.pointee.user_data = Unmanaged.passUnretained(blocks).toOpaque() }
    defer { withExtendedLifetime(blocks) {} }
    return feed(bytes)
  }

  private mutating func feed(_ bytes: Span<UInt8>) -> Tree {
    bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { text in
        guard let start = text.baseAddress, let last = buffer.last else { return }
        cmark_parser_feed(pointer, start, text.count)
        // The library takes a last line without an end only when it finishes, behind what is appended below.
        if last != UInt8(ascii: "\n") { cmark_parser_feed(pointer, "\n", 1) }
      }
    }
    Library.shared.appendEnd(to: pointer)
    let root = cmark_parser_finish(pointer)
    pointer.pointee.inline_syntax_extensions = inlineExtensions
    return Tree(root)
  }
}
