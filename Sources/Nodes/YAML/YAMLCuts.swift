import Bytes

/// Where a long text of plain blocks can be cut into parts that are read at the same time.
///
///     inventory: {version: 1}     part 0: whole blocks
///     apps:
///       a: {…}
///       b: {…}                    part 1: more of `apps`
///       c: {…}
///     repos:                      part 2: whole blocks again
///       r: {…}
///
/// Lines are looked at by their first characters alone, so that a cut may fall into a text or a list of several lines.
/// Then the part before it is not finished, which is a mistake to whoever reads it: what reads well was cut well.
struct YAMLCuts {
  /// A piece of the text, from the beginning of one line to that of another.
  struct Part: Equatable {
    var range: Range<Int>
    /// The block whose entries it goes on with; nil where it begins with a block of its own.
    let block: Block?
  }

  /// An entry at the margin whose own entries stand below it, each on a line that begins in the same column.
  struct Block: Equatable {
    let key: Int
    let firstChild: Int
  }

  private(set) var parts: [Part] = []

  /// Cuts a text into about so many parts; into none where it holds what leads from one part into another, such as
  /// anchors, or where lines do not end as everywhere.
  init(of bytes: [UInt8], into count: Int) {
    guard bytes.withUnsafeBufferPointer({ Self.isPlain($0) }) else { return }
    var lines = Lines()
    var (start, block): (Int, Block?) = (0, nil)
    var line = 0
    while line < bytes.count {
      guard let found = lines.take(lineAt: line, in: bytes) else {
        parts = []
        return
      }
      let isDue = line >= bytes.count / count * (parts.count + 1)
      let cut: Block?? =
        switch found {
        case .key: isDue || block != nil ? .some(nil) : nil
        case .child(let parent): isDue ? .some(parent) : nil
        case .other: nil
        }
      if let cut, line > start {
        parts.append(Part(range: start..<line, block: block))
        (start, block) = (line, cut)
      }
      line = bytes[line...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
    }
    if !parts.isEmpty { parts.append(Part(range: start..<bytes.count, block: block)) }
  }

  /// Tells whether a text has no anchors, no merged maps, and no ends of lines but the usual.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.next("&") == nil, bytes.next("<<") == nil, bytes.next("\u{85}") == nil else { return false }
    guard bytes.next("\u{2028}") == nil, bytes.next("\u{2029}") == nil else { return false }
    var place = 0
    while let found = bytes.next(UInt8(ascii: "\r"), from: place) {
      guard found + 1 < bytes.count, bytes[found + 1] == UInt8(ascii: "\n") else { return false }
      place = found + 2
    }
    return true
  }
}

extension YAMLCuts {
  /// What the lines so far tell of the next one.
  private struct Lines {
    enum Found {
      /// An entry at the margin.
      case key
      /// An entry of the block above.
      case child(of: Block)
      case other
    }

    private var hasKeys = false
    /// The key whose entries are expected, or the block that they have begun.
    private var key: Int?
    private var block: Block?
    private var column = 0

    /// Looks at a line; nil where it is none that a text of plain blocks has.
    mutating func take(lineAt start: Int, in bytes: [UInt8]) -> Found? {
      var index = start
      while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
      guard index < bytes.count else { return .other }
      switch bytes[index] {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "#"): return .other
      // Before the first key the whole may stand to the right of the margin.
      case let byte where index > start: return hasKeys ? child(at: index, column: index - start, byte) : nil
      case let byte where Self.isWord(byte):
        hasKeys = true
        (key, block) = (Self.isBare(lineAt: start, in: bytes) ? start : nil, nil)
        return .key
      case UInt8(ascii: "-"): return hasKeys || !bytes[start...].starts(with: "---".utf8) ? nil : .other
      default: return nil
      }
    }

    private mutating func child(at index: Int, column: Int, _ byte: UInt8) -> Found {
      if let block {
        return column == self.column && Self.isWord(byte) ? .child(of: block) : .other
      }
      if let key, Self.isWord(byte) {
        block = Block(key: key, firstChild: index)
        self.column = column
      }
      key = nil
      return .other
    }

    /// Tells whether nothing follows the key of a line but spaces and a comment.
    private static func isBare(lineAt start: Int, in bytes: [UInt8]) -> Bool {
      var index = start
      while index < bytes.count, isWord(bytes[index]) || bytes[index] == UInt8(ascii: "-") { index += 1 }
      guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { return false }
      index += 1
      while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
      guard index < bytes.count else { return true }
      switch bytes[index] {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "#"): return true
      default: return false
      }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
      byte &- 48 < 10 || (byte | 0x20) &- 97 < 26 || byte == UInt8(ascii: "_")
    }
  }
}
