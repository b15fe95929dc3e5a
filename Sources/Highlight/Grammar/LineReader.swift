import Diagnostics

/// Cuts one line of a grammar file into words. Blanks inside of `[…]` and after a backslash part nothing.
struct LineReader {
  let source: Source
  private(set) var range: Range<Int>

  init(source: Source, range: Range<Int>) {
    self.source = source
    self.range = range
  }

  mutating func next() -> Range<Int>? {
    guard let word = peek() else { return nil }
    range = word.upperBound..<range.upperBound
    return word
  }

  func peek() -> Range<Int>? {
    let bytes = source.bytes
    guard let start = range.first(where: { !ByteSet.blanks.contains(bytes[$0]) }) else { return nil }
    var end = start
    var setStart: Int?
    while end < range.upperBound, setStart != nil || !ByteSet.blanks.contains(bytes[end]) {
      switch bytes[end] {
      case UInt8(ascii: "\\"): end += 1
      case UInt8(ascii: "["): setStart = setStart ?? end
      case UInt8(ascii: "]"):
        if let start = setStart, end > start + 1, !(end == start + 2 && bytes[start + 1] == UInt8(ascii: "^"))
        {
          setStart = nil
        }
      default: break
      }
      end += 1
    }
    return start..<min(end, range.upperBound)
  }

  mutating func require(_ part: GrammarFinding.Part) throws(Mistake) -> Range<Int> {
    guard let word = next() else {
      throw source.mistake(GrammarFinding.missingPart(part), at: range.upperBound..<range.upperBound)
    }
    return word
  }

  /// Reads the name of a state.
  mutating func reference() throws(Mistake) -> Grammar.Reference {
    let word = try require(.state)
    return Grammar.Reference(name: text(word), range: word)
  }

  /// Reads names with commas between them.
  mutating func references() throws(Mistake) -> [Grammar.Reference] {
    let word = try require(.name)
    return source.bytes[word].split(separator: UInt8(ascii: ",")).map { name in
      Grammar.Reference(name: String(decoding: name, as: UTF8.self), range: name.startIndex..<name.endIndex)
    }
  }

  /// Skips the `=` between a name and what it stands for.
  mutating func skipEquals() {
    guard let word = peek(), text(word) == "=" else { return }
    range = word.upperBound..<range.upperBound
  }

  /// Reads a number, if one comes.
  mutating func count() -> Int? {
    guard let word = peek(), let count = Int(text(word)) else { return nil }
    range = word.upperBound..<range.upperBound
    return count
  }

  func text(_ word: Range<Int>) -> String {
    String(decoding: source.bytes[word], as: UTF8.self)
  }
}
