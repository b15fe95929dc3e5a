/// Turns the text of one file after another into HTML; one per worker, because it keeps what the parser allocated.
public struct Markdown: ~Copyable {
  private var plainParser: Parser?

  public init() {}

  /// Appends exactly what `cmark-gfm --unsafe -e table -e strikethrough -e autolink -e tasklist -e footnotes` writes.
  public mutating func renderPlain(_ bytes: Span<UInt8>, into out: inout [UInt8]) {
    if plainParser == nil {
      plainParser = Parser(extensions: ["table", "strikethrough", "autolink", "tasklist"])
    }
    var renderer = Renderer(isPlain: true)
    swap(&renderer.out, &out)
    plainParser?.render(bytes, with: &renderer)
    swap(&renderer.out, &out)
  }
}

extension Parser {
  /// Parses a text and has its tree walked.
  mutating func render(_ bytes: Span<UInt8>, with renderer: inout Renderer) {
    let tree = parse(bytes)
    renderer.render(tree.root)
  }
}
