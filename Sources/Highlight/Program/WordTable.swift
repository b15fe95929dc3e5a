/// The words that get an outcome of their own, found by an open hash over bytes.
struct WordTable: Sendable {
  private struct Slot: Sendable {
    var start = 0
    var count = 0
    var outcome = -1
  }

  private var slots: [Slot]
  private var blob: [UInt8] = []
  private let ignoresCase: Bool
  private var longest = 0

  init(_ words: [(word: [UInt8], outcome: Int)], ignoresCase: Bool) {
    var capacity = 8
    while capacity < words.count * 2 { capacity *= 2 }
    slots = Array(repeating: Slot(), count: capacity)
    self.ignoresCase = ignoresCase
    for (word, outcome) in words { insert(word, outcome) }
  }

  /// The outcome of a word; -1 for one that is not listed.
  @inline(__always)
  func outcome(of bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
    let count = end - start
    guard count <= longest else { return -1 }
    var hash: UInt32 = 2_166_136_261
    for index in start..<end { hash = (hash ^ UInt32(fold(bytes[index]))) &* 16_777_619 }
    var index = Int(hash ^ hash >> 15) & (slots.count - 1)
    while slots[index].outcome >= 0 {
      let slot = slots[index]
      if slot.count == count, isEqual(slot.start, bytes, start, count) { return slot.outcome }
      index = (index + 1) & (slots.count - 1)
    }
    return -1
  }

  @inline(__always)
  private func isEqual(_ slot: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> Bool {
    for offset in 0..<count where blob[slot + offset] != fold(bytes[start + offset]) { return false }
    return true
  }

  @inline(__always)
  private func fold(_ byte: UInt8) -> UInt8 {
    ignoresCase && byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }

  private mutating func insert(_ word: [UInt8], _ outcome: Int) {
    let word = word.map(fold)
    let isKnown = word.withUnsafeBufferPointer { self.outcome(of: $0, from: 0, to: $0.count) >= 0 }
    guard !isKnown else { return }
    var hash: UInt32 = 2_166_136_261
    for byte in word { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    var index = Int(hash ^ hash >> 15) & (slots.count - 1)
    while slots[index].outcome >= 0 { index = (index + 1) & (slots.count - 1) }
    slots[index] = Slot(start: blob.count, count: word.count, outcome: outcome)
    blob += word
    longest = max(longest, word.count)
  }
}
