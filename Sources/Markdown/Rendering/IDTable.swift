import Bytes

/// How often each id of an article was given out.
///
/// An id is found by its digest, whose bits are as good as any hash of it; a dictionary would hash them once more, and
/// each heading asks three times.
struct IDTable {
  private var slots: [(digest: UInt64, count: Int)] = []
  private var used = 0

  /// The count of an id; nil when it was never given out.
  subscript(id: Digest) -> Int? {
    guard !slots.isEmpty else { return nil }
    let slot = slots[place(of: id.value)]
    return slot.count == Self.free ? nil : slot.count
  }

  mutating func set(_ count: Int, for id: Digest) {
    // Half of the slots stay free, so that a search is short and ends.
    if used * 2 >= slots.count { grow() }
    let place = place(of: id.value)
    if slots[place].count == Self.free { used += 1 }
    slots[place] = (id.value, count)
  }
}

extension IDTable {
  private static var free: Int { -1 }

  /// Where an id stands, or would.
  private func place(of digest: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: digest) & (slots.count - 1)
    while slots[place].count != Self.free, slots[place].digest != digest {
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (0, Self.free), count: max(32, old.count * 2))
    for slot in old where slot.count != Self.free { slots[place(of: slot.digest)] = slot }
  }
}
