/// Puts back characters of which a byte was lost on the way, in a document that is known to have gone through a codec.
///
/// `Mar` `Ã` `a` in a text read as cp1252: the second byte of `í` is AD, a soft hyphen there, which many programs drop.
/// The bytes that could have vanished are tried, and the letters around (or the word, if it is known) decide.
struct LostBytes {
  let codec: Codec
  let table: CodecTable
  let spanish: Spanish
  /// The bytes that leave no trace in this codec: controls, the soft hyphen, the fixed space.
  let traceless: [UInt8]
  /// What a letter costs whose byte should have left a trace.
  var wildPenalty = allowing
  private var loss = Loss()

  init(codec: Codec, table: CodecTable, spanish: Spanish) {
    self.codec = codec
    self.table = table
    self.spanish = spanish
    traceless = (UInt8(0x80)...0xBF).filter {
      let scalar = table.scalar(of: $0, in: codec)
      return scalar == 0xAD || scalar == 0xA0 || (0x80..<0xA0).contains(scalar)
    }
  }

  /// Restores what it can, through the codec of those proved that makes the best text.
  static func repair(_ lines: inout [Line], codecs: [Codec], table: CodecTable, spanish: Spanish) {
    var best: (saved: Int, changes: [(Int, [UInt32])], codec: Codec)?
    for codec in codecs {
      var pass = LostBytes(codec: codec, table: table, spanish: spanish)
      var changes = pass.changes(of: lines)
      if pass.loss.isOfTracelessBytesOnly {
        pass.wildPenalty = Self.forbidding
        changes = pass.changes(of: lines)
      }
      let saved = changes.reduce(0) { $0 + spanish.cost(of: lines[$1.0].scalars) - spanish.cost(of: $1.1) }
      if !changes.isEmpty, best.map({ saved > $0.saved }) ?? true { best = (saved, changes, codec) }
    }
    defer {
      if let codec = best?.codec ?? codecs.first {
        let pass = LostBytes(codec: codec, table: table, spanish: spanish)
        for index in lines.indices { lines[index].orphans = pass.orphans(in: lines[index].scalars) }
      }
    }
    guard let best else { return }
    for (index, text) in best.changes {
      lines[index].become(text, undoing: lines[index].chain.isEmpty ? [best.codec] : [])
      lines[index].isRestored = true
    }
  }

  /// What a letter costs whose byte should have left a trace, but did not: a little, or too much.
  static let allowing = 5 * Spanish.bit
  static let forbidding = 14 * Spanish.bit

  /// How the bytes of this document were lost, as far as known words tell.
  struct Loss {
    /// Words completed by a byte that leaves no trace.
    var traced = 0
    /// Words completed by any other byte.
    var wild = 0
    /// Other bytes that were assumed.
    var guesses = 0

    /// A program that drops soft hyphens drops nothing else.
    var isOfTracelessBytesOnly: Bool { guesses > 0 && wild * 8 < traced }
  }

  private mutating func changes(of lines: [Line]) -> [(Int, [UInt32])] {
    loss = Loss()
    var changes: [(Int, [UInt32])] = []
    for index in lines.indices {
      if let text = restored(lines[index].scalars) { changes.append((index, text)) }
    }
    return changes
  }

  /// A character that would fill a gap, what it is worth, and where the gap ends.
  struct Filling {
    var scalar: UInt32
    var score: Int
    var end: Int
    /// Whether a byte is assumed lost that should have left a trace.
    var isWild = false
    /// Whether a known word comes out.
    var isKnown = false
  }

  /// The line with its gaps filled; nil if it has none.
  private mutating func restored(_ original: [UInt32]) -> [UInt32]? {
    var line = original
    var (index, hasChanged) = (0, false)
    while index < line.count {
      defer { index += 1 }
      guard line[index] >= 0x80 else { continue }
      let entry = table.entry(of: line[index])
      guard (table.lead[entry] | table.continuation[entry]) & codec.bit != 0 else { continue }
      let byte = table.byte(of: entry, in: codec)
      let filling = byte >= 0xC2 ? afterLead(byte, in: line, at: index) : leadless(byte, in: line, at: index)
      guard let filling else { continue }
      if filling.isKnown { filling.isWild ? (loss.wild += 1) : (loss.traced += 1) }
      if filling.isWild { loss.guesses += 1 }
      line.replaceSubrange(index..<filling.end, with: CollectionOfOne(filling.scalar))
      hasChanged = true
    }
    return hasChanged ? line : nil
  }
}
