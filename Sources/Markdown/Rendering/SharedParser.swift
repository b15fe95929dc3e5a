import Bytes
import Highlight

/// The parser of one worker, shared by an article and those inside its shortcodes.
final class SharedParser {
  private var parser: Parser
  /// The buffers of the last text, for the next one; empty while they are in use, so that a text inside another has
  /// its own.
  private var out = OutputBuffer(capacity: 0)
  private var plain = OutputBuffer(capacity: 0)

  /// A long text must not hold its memory for all that follow.
  private static let mostKept = 4 << 20

  init(isPlain: Bool) {
    parser = Parser(isPlain: isPlain)
  }

  func parse(_ bytes: [UInt8], noting blocks: Blocks) -> Tree {
    parser.parse(bytes.span, noting: blocks)
  }

  func parse(_ bytes: Span<UInt8>) -> Tree {
    parser.parse(bytes)
  }

  /// Renders one text; what the article shares with others goes in and comes out.
  func article(from origin: Origin, session: Session, highlighter: Highlighter) -> (Article, Session) {
    let blocks = Blocks(text: origin.text, lines: origin.lines, isMDX: session.options.isMDX)
    var renderer = Renderer(
      isPlain: false, session: session, blocks: blocks, origin: origin, highlighter: highlighter, parser: self
    )
    swap(&renderer.out, &out)
    swap(&renderer.plain, &plain)
    defer { takeBack(&renderer) }
    renderer.out.reserveCapacity(origin.text.count * 3 / 2)
    renderer.plain.reserveCapacity(origin.text.count)
    if let limit = Limits.finding(in: origin) {
      renderer.report(limit.finding, at: limit.range)
      return (renderer.finished(), renderer.session)
    }
    if session.depth == 0 {
      for (finding, range) in blocks.tags.findings { renderer.report(finding, at: range) }
    }
    let tree = parse(ReferenceTags.replaced(in: origin.text, blocks.tags), noting: blocks)
    renderer.abbreviations = blocks.abbreviations
    renderer.leaveOutControls(tree.root)
    renderer.render(tree.root)
    renderer.reportFootnotes()
    for (name, range) in blocks.split { renderer.report(.splitShortcode(name), at: range) }
    return (renderer.finished(), renderer.session)
  }

  private static func empty(_ buffer: inout OutputBuffer) {
    if buffer.capacity > mostKept { buffer = OutputBuffer(capacity: 0) } else { buffer.removeAll() }
  }

  private func takeBack(_ renderer: inout Renderer) {
    swap(&renderer.out, &out)
    swap(&renderer.plain, &plain)
    Self.empty(&out)
    Self.empty(&plain)
  }
}
