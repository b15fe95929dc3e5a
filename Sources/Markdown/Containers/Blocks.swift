/// The blocks of ours found in one text, written by the parser's callbacks and read by the walk.
///
/// A class, because the callbacks of C reach it through a pointer.
final class Blocks {
  private(set) var records: [Block] = []
  private(set) var continuations: [Continuation] = []
  /// The columns the blocks open at.
  private(set) var columns: [Int] = []
  var abbreviations: [Abbreviation] = []
  /// The inlines of ours.
  var marks: [Mark] = []
  /// The text being parsed, and where its lines start.
  let text: [UInt8]
  let lines: Lines
  /// The pairs of shortcode tags, by the offset of the opening one.
  let tags: ShortcodeTags
  let isMDX: Bool
  /// How many of the text's shortcodes were passed while inlines were read.
  private var inlineUse = 0
  /// Shortcodes that begin inside a paragraph and end outside it.
  var split: [(name: String, range: Range<Int>)] = []
  /// The node below which the line being read must not continue a paragraph lazily, as an address.
  var unlazyParent: UInt = 0
  /// Whether the line being read closes a block and is to be taken whole.
  var swallowsLine = false

  init(text: [UInt8], lines: Lines, isMDX: Bool) {
    self.text = text
    self.lines = lines
    self.isMDX = isMDX
    tags = ShortcodeTags(in: text)
  }

  func add(_ block: Block, _ continuation: Continuation, column: Int) -> Int {
    records.append(block)
    continuations.append(continuation)
    columns.append(column)
    return records.count - 1
  }

  /// Finds the next shortcode of the text with these bytes; inlines are read in the order of the text.
  func nextInlineUse(reading bytes: ArraySlice<UInt8>, from line: Int) -> ShortcodeUse? {
    let start = lines.start(of: line)
    while inlineUse < tags.uses.count {
      let use = tags.uses[inlineUse]
      if use.range.lowerBound >= start, text[use.range].elementsEqual(bytes) {
        inlineUse += 1
        return use
      }
      // A later line is reached only by what was read as a block.
      if use.range.lowerBound > start + ShortcodeTag.longest + bytes.count { return nil }
      inlineUse += 1
    }
    return nil
  }

  /// Notes that the closing line of a callout was met.
  func close(_ index: Int) {
    guard case .callout(var callout) = records[index] else { return }
    callout.isUnclosed = false
    records[index] = .callout(callout)
  }

  func retitle(_ index: Int) {
    guard case .callout(var callout) = records[index] else { return }
    callout.hasTitle = true
    records[index] = .callout(callout)
  }
}

/// A word that is explained wherever it stands.
struct Abbreviation: Sendable {
  let word: [UInt8]
  let meaning: [UInt8]
}
