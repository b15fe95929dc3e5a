/// The runs of lines of a document, each a paragraph to Markdown.
struct GuideBlocks {
  let runs: [Range<Int>]

  /// Warn only where this many lines together are code: a single command is often a sentence's example.
  private static let surelyCode = 2

  /// Finds the runs that are bare code; one blank line between two of the same language joins them.
  func code(in lines: GuideLines, isGuide: Bool) -> [GuideEdit] {
    // Both are in the order of the lines, so that one pass tells which runs are of a table.
    var tables =
      isGuide ? lines.tables(among: runs).map(\.lines).sorted { $0.lowerBound < $1.lowerBound }[...] : []
    var found: [GuideEdit] = []
    var end = 0
    for run in runs where run.lowerBound >= end {
      tables = tables.drop { $0.upperBound <= run.lowerBound }
      if tables.first?.overlaps(run) == true { continue }
      if let edit = joined(run, to: found.last, in: lines) {
        found[found.count - 1] = edit
        continue
      }
      guard mayOpenCode(run.lowerBound, in: lines, isGuide: isGuide) else { continue }
      guard let edit = code(in: run, of: lines, isGuide: isGuide) else { continue }
      end = edit.lines.upperBound
      found.append(edit)
    }
    return found.filter { isGuide || $0.lines.count >= Self.surelyCode }
  }
}

extension GuideBlocks {
  /// A cheap look at one byte, because nearly all paragraphs of a site are prose.
  private func mayOpenCode(_ line: Int, in lines: GuideLines, isGuide: Bool) -> Bool {
    switch lines.first(line) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"):
      // In a guide prose may stand right above its code; elsewhere the first word decides.
      return isGuide || CodeEvidence.mayOpenCode(lines.source[lines.ranges[line]])
    case UInt8(ascii: "["):
      // Code closes the bracket in the same line or leaves it alone; a link goes on with its address.
      let last = lines.source[lines.ranges[line].upperBound - 1]
      return isGuide || last == UInt8(ascii: "]") || last == UInt8(ascii: "[")
    case UInt8(ascii: "$"), UInt8(ascii: "{"), UInt8(ascii: "."): return true
    case UInt8(ascii: "-"): return lines.text(line) == "---"
    case UInt8(ascii: "#"): return isGuide && line > 0 && CodeEvidence.isComment(lines.text(line))
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return isGuide || lines.begins(line, with: "FROM ")
    default: return false
    }
  }

  private func code(in run: Range<Int>, of lines: GuideLines, isGuide: Bool) -> GuideEdit? {
    let texts = run.map(lines.text)
    if let language = CodeEvidence.language(of: texts) {
      // A document may open with its own list of `key: value` facts.
      if language == .yaml, run.lowerBound == 0 { return nil }
      return GuideEdit(lines: grown(run, texts, in: lines), kind: .fence(language))
    }
    // Prose that ends in a colon may stand right above its code.
    guard isGuide, let colon = texts.dropLast().firstIndex(where: { $0.hasSuffix(":") && $0.contains(" ") })
    else {
      return nil
    }
    let rest = Array(texts[(colon + 1)...])
    guard let language = CodeEvidence.language(of: rest), language != .yaml else { return nil }
    return GuideEdit(lines: run.lowerBound + colon + 1..<run.upperBound, kind: .fence(language))
  }

  /// A here-document may hold blank lines: it goes on to its last word.
  private func grown(_ run: Range<Int>, _ texts: [String], in lines: GuideLines) -> Range<Int> {
    for (index, text) in texts.enumerated() {
      guard let word = CodeEvidence.hereDocument(text), !texts[index...].dropFirst().contains(word) else {
        continue
      }
      if let end = (run.upperBound..<lines.count).first(where: { lines.text($0) == word }) {
        return run.lowerBound..<end + 1
      }
    }
    return run
  }

  private func joined(_ run: Range<Int>, to last: GuideEdit?, in lines: GuideLines) -> GuideEdit? {
    guard let last, case .fence(let language) = last.kind, run.lowerBound == last.lines.upperBound + 1 else {
      return nil
    }
    let texts = run.map(lines.text)
    let isIndented = texts.allSatisfy { $0.hasPrefix("  ") || $0.hasPrefix("\t") }
    let goesOn =
      switch language {
      case .mermaid: texts.allSatisfy(CodeEvidence.isMermaidLine)
      case .yaml: isIndented || CodeEvidence.isYAML(texts)
      case .sh: CodeEvidence.shell(texts) == .sh
      default: CodeEvidence.language(of: texts) == language
      }
    return goesOn ? GuideEdit(lines: last.lines.lowerBound..<run.upperBound, kind: last.kind) : nil
  }
}
