/// Keys that are digests themselves: their bits are as good as any hash of them, so that they are found without hashing
/// them again.
public struct DigestSet: Sendable {
  /// The keys where they lie; zero where nothing stands.
  public private(set) var slots: [UInt64]
  public private(set) var count = 0

  /// Makes room for so many keys; it grows when there are more.
  public init(capacity: Int = 0) {
    slots = capacity == 0 ? [] : [UInt64](repeating: 0, count: Self.size(for: capacity))
  }

  /// Takes slots as they were kept; those that cannot have been kept by this program are empty.
  init(slots: [UInt64]) {
    self.init()
    guard slots.count >= Self.least, slots.count.nonzeroBitCount == 1 else { return }
    let count = slots.count { $0 != 0 }
    guard count * 3 <= slots.count * 2 + 3 else { return }
    (self.slots, self.count) = (slots, count)
  }

  @inlinable
  public func contains(_ key: UInt64) -> Bool { slot(of: key) != nil }

  /// Adds a key; tells whether it is new.
  @discardableResult
  public mutating func insert(_ key: UInt64) -> Bool {
    guard !contains(key) else { return false }
    if isFull {
      let old = slots
      self = DigestSet(capacity: max(1, old.count * 2))
      for key in old where key != 0 { take(key) }
    }
    take(key)
    return true
  }
}

extension DigestSet {
  /// At most two thirds full, so that few keys are looked for in more than two places.
  var isFull: Bool { (count + 1) * 3 > slots.count * 2 }

  /// Where a key stands; nil for what is not there.
  @inlinable
  func slot(of key: UInt64) -> Int? {
    guard count > 0 else { return nil }
    let slot = place(of: max(1, key))
    return slots[slot] == 0 ? nil : slot
  }

  /// Gives a key a slot, or finds that which it has; the set must not be full.
  @discardableResult
  mutating func take(_ key: UInt64) -> Int {
    let key = max(1, key)
    let slot = place(of: key)
    if slots[slot] == 0 { count += 1 }
    slots[slot] = key
    return slot
  }

  /// Where a key stands, or would.
  @inlinable
  func place(of key: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: key) & (slots.count - 1)
    while slots[place] != 0, slots[place] != key { place = (place + 1) & (slots.count - 1) }
    return place
  }

  private static var least: Int { 16 }

  private static func size(for capacity: Int) -> Int {
    var size = least
    while size * 2 < capacity * 3 { size *= 2 }
    return size
  }
}
