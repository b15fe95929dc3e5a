import Templates

/// Takes each key once: what rendering notes many times over.
struct ReadSet {
  private var slots = [UInt32](repeating: 0, count: 1024)

  /// The lower halves of the keys of a rendering, each once, in the order in which they were read.
  mutating func unique(_ reads: Reads) -> [UInt32] {
    // As many slots as these keys need: one long list must not make all outputs after it clear its many slots.
    var mask = 63
    while mask + 1 < reads.keys.count * 2 { mask = mask * 2 + 1 }
    if mask < slots.count {
      for index in 0...mask { slots[index] = 0 }
    } else {
      slots = [UInt32](repeating: 0, count: mask + 1)
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
