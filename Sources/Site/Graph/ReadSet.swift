import Templates

/// Takes each key once: what rendering notes many times over.
struct ReadSet {
  private var slots: [UInt64]
  private var mask: Int

  init() {
    slots = [UInt64](repeating: 0, count: 1024)
    mask = 1023
  }

  /// The keys of a rendering, each once, in the order in which they were read.
  mutating func unique(_ reads: Reads) -> [UInt64] {
    if reads.keys.count * 2 > slots.count {
      while mask + 1 < reads.keys.count * 2 { mask = mask * 2 + 1 }
      slots = [UInt64](repeating: 0, count: mask + 1)
    } else {
      for index in slots.indices { slots[index] = 0 }
    }
    var unique: [UInt64] = []
    unique.reserveCapacity(reads.keys.count)
    for key in reads.keys {
      // Zero stands for an empty slot; a key that is zero is as good as one.
      let key = key == 0 ? 1 : key
      var slot = Int(truncatingIfNeeded: key) & mask
      while slots[slot] != 0, slots[slot] != key { slot = (slot + 1) & mask }
      guard slots[slot] == 0 else { continue }
      slots[slot] = key
      unique.append(key)
    }
    return unique
  }
}
