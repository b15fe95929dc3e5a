/// Mends documents pasted from a rendered page, where code, headings and tables stand as bare paragraphs.
///
///     Descarga la herramienta.            Descarga la herramienta.
///
///     # deja el binario en su sitio  →    ```sh
///     sudo mv k9s /usr/local/bin/         # deja el binario en su sitio
///                                         sudo mv k9s /usr/local/bin/
///                                         ```
///
/// Code is told by evidence: see `CodeEvidence`. Headings and tables are touched only in a document that has no
/// front matter, no heading of its own, and at least one block of bare code.
public enum Guides {
  /// What is done about bare code.
  public enum Mode: String, Sendable, CaseIterable {
    case fence, warn, off
  }

  /// Mends the body of a file; a file with front matter was written for a site, so it is only warned about.
  public static func mended(_ body: [UInt8], mode: Mode, hasFrontmatter: Bool) -> MendedGuide {
    guard mode != .off else { return MendedGuide(untouched: body) }
    let lines = GuideLines(body)
    if mode == .warn || hasFrontmatter {
      let code = lines.blocks.code(in: lines, isGuide: false)
      return MendedGuide(untouched: body, finding: warning(of: code, in: lines))
    }
    let code = lines.blocks.code(in: lines, isGuide: true)
    guard let first = code.first else { return MendedGuide(untouched: body) }
    var edits = code
    if !lines.hasHeadings(outside: code) { edits += lines.structure(around: code) }
    var guide = MendedGuide(lines, edits: edits.sorted { $0.lines.lowerBound < $1.lines.lowerBound })
    guide.finding = (.fenced(blocks: code.count), lines.bytes(of: first.lines))
    return guide
  }

  /// The new text of a whole source file; front matter, if any, is the caller's to cut off.
  public static func fenced(source: [UInt8]) -> (bytes: [UInt8], edits: [GuideEdit]) {
    let guide = mended(source, mode: .fence, hasFrontmatter: false)
    return (guide.bytes, guide.edits)
  }

  private static func warning(of code: [GuideEdit], in lines: GuideLines) -> (GuideFinding, Range<Int>)? {
    guard let first = code.first, case .fence(let language) = first.kind else { return nil }
    return (.bare(blocks: code.count, language: language.rawValue), lines.bytes(of: first.lines))
  }
}
