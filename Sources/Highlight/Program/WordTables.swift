/// Lists of words that get an outcome of their own, each found by an open hash over bytes.
///
/// Lent as pointers, because a look-up is made for each name in the code.
struct WordTables: Sendable {
  private var lists: [List] = []
  private var slots: [Slot] = []
  private var letters: [UInt8] = []

  fileprivate struct List: Sendable {
    let slots: Int
    let mask: Int
    let ignoresCase: Bool
    var longest = 0
    /// The bits of the first bytes, by their lowest six bits.
    var firsts: UInt64 = 0

    @inline(__always)
    func fold(_ byte: UInt8) -> UInt8 {
      ignoresCase && byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
    }
  }

  fileprivate struct Slot: Sendable {
    var start = 0
    var count = 0
    var outcome = -1
  }

  /// Adds a list and gives its number; the first of equal words counts.
  mutating func add(_ words: [(word: [UInt8], outcome: Int)], ignoresCase: Bool) -> Int {
    var capacity = 8
    while capacity < words.count * 2 { capacity *= 2 }
    lists.append(List(slots: slots.count, mask: capacity - 1, ignoresCase: ignoresCase))
    slots += Array(repeating: Slot(), count: capacity)
    for (word, outcome) in words { insert(word, outcome) }
    return lists.count - 1
  }

  private mutating func insert(_ word: [UInt8], _ outcome: Int) {
    let number = lists.count - 1
    let word = word.map(lists[number].fold)
    guard let first = word.first else { return }
    let isKnown = borrow { tables in
      word.withUnsafeBufferPointer { tables.outcome(of: $0, from: 0, to: $0.count, in: number) >= 0 }
    }
    guard !isKnown else { return }
    var hash: UInt32 = 2_166_136_261
    for byte in word { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let list = lists[number]
    var index = Int(hash ^ hash >> 15) & list.mask
    while slots[list.slots + index].outcome >= 0 { index = (index + 1) & list.mask }
    slots[list.slots + index] = Slot(start: letters.count, count: word.count, outcome: outcome)
    letters += word
    lists[number].longest = max(list.longest, word.count)
    lists[number].firsts |= 1 << UInt64(first & 63)
  }
}

extension WordTables {
  func borrow<Result>(_ body: (Borrowed) -> Result) -> Result {
    lists.withUnsafeBufferPointer { lists in
      slots.withUnsafeBufferPointer { slots in
        letters.withUnsafeBufferPointer { letters in
          body(Borrowed(lists: lists, slots: slots, letters: letters))
        }
      }
    }
  }

  /// The lists as pointers.
  struct Borrowed {
    fileprivate let lists: UnsafeBufferPointer<List>
    fileprivate let slots: UnsafeBufferPointer<Slot>
    fileprivate let letters: UnsafeBufferPointer<UInt8>

    /// The outcome of a word, which is not empty, in a list; -1 for one that is not listed.
    @inline(__always)
    func outcome(of bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, in number: Int) -> Int {
      let list = lists[number]
      let count = end &- start
      guard count <= list.longest, list.firsts >> UInt64(list.fold(bytes[start]) & 63) & 1 != 0 else {
        return -1
      }
      var hash: UInt32 = 2_166_136_261
      var offset = start
      while offset < end {
        hash = (hash ^ UInt32(list.fold(bytes[offset]))) &* 16_777_619
        offset &+= 1
      }
      var index = Int(truncatingIfNeeded: hash ^ hash >> 15) & list.mask
      while true {
        let slot = slots[list.slots &+ index]
        if slot.outcome < 0 { return -1 }
        if slot.count == count, isEqual(slot.start, bytes, start, count, list) { return slot.outcome }
        index = (index &+ 1) & list.mask
      }
    }

    @inline(__always)
    private func isEqual(
      _ slot: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int, _ list: List
    ) -> Bool {
      var offset = 0
      while offset < count {
        if letters[slot &+ offset] != list.fold(bytes[start &+ offset]) { return false }
        offset &+= 1
      }
      return true
    }
  }
}
