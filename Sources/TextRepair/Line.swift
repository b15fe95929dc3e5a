/// A line that holds something outside ASCII, while it is being repaired.
struct Line: Sendable {
  /// Counted from 1 in the whole file.
  let number: Int
  /// Where its bytes stand in the text, without the LF.
  let range: Range<Int>
  /// Inside a fenced or indented block.
  let isCode: Bool
  /// Its characters as they are now.
  var scalars: [UInt32]
  /// Its characters as they came.
  let original: [UInt32]
  /// The codecs that were undone, outermost first.
  var chain: [Codec] = []
  /// The bytes were right, but of another page: the chain is what it was read as, then what it was.
  var isSwapped = false
  /// A character was put where a byte had been lost.
  var isRestored = false

  init(number: Int, range: Range<Int>, isCode: Bool, scalars: [UInt32]) {
    self.number = number
    self.range = range
    self.isCode = isCode
    self.scalars = scalars
    original = scalars
  }

  /// What may be damaged characters, once it was looked for.
  var candidates: [Candidate]?
  /// Where a lead stands whose character could not be found again.
  var orphans: [Int] = []
  /// How often the line was changed.
  private(set) var steps = 0

  /// Takes a better reading.
  mutating func become(_ scalars: [UInt32], undoing codecs: [Codec] = []) {
    self.scalars = scalars
    chain += codecs
    steps += 1
    candidates = nil
    orphans = []
  }
}

extension [UInt32] {
  /// The scalar at an index, or the edge outside the line.
  @inline(__always)
  func at(_ index: Int) -> UInt32 { index >= 0 && index < count ? self[index] : Spanish.edge }
}
