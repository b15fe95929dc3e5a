import Templates

/// Takes each key once: what rendering notes many times over.
struct ReadSet {
  private var slots: [UInt32]
  private var mask: Int

  init() {
    slots = [UInt32](repeating: 0, count: 1024)
    mask = 1023
  }

  /// The lower halves of the keys of a rendering, each once, in the order in which they were read.
  mutating func unique(_ reads: Reads) -> [UInt32] {
    if reads.keys.count * 2 > slots.count {
      while mask + 1 < reads.keys.count * 2 { mask = mask * 2 + 1 }
      slots = [UInt32](repeating: 0, count: mask + 1)
    } else {
      for index in slots.indices { slots[index] = 0 }
    }
    var unique: [UInt32] = []
    unique.reserveCapacity(reads.keys.count)
    for key in reads.keys {
      // Zero stands for an empty slot; a key that is zero is as good as one.
      let key = max(1, UInt32(truncatingIfNeeded: key))
      var slot = Int(truncatingIfNeeded: key) & mask
      while slots[slot] != 0, slots[slot] != key { slot = (slot + 1) & mask }
      guard slots[slot] == 0 else { continue }
      slots[slot] = key
      unique.append(key)
    }
    return unique
  }
}
