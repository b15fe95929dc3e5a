/// Digests by keys that are digests themselves: found without hashing them again, and kept in a file as they lie here.
struct DigestTable: Sendable {
  /// Zero where nothing stands.
  private(set) var keys: [UInt64]
  private(set) var digests: [UInt64]
  private(set) var count = 0

  /// Makes room for so many digests; it grows when there are more.
  init(capacity: Int = 0) {
    // At most two thirds full, so that few keys are looked for in more than two places.
    var size = 16
    while size * 2 < capacity * 3 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    digests = [UInt64](repeating: 0, count: size)
  }

  /// Takes a table as it was kept; one that cannot have been kept by this program is empty.
  init(keys: [UInt64], digests: [UInt64]) {
    self.init()
    guard keys.count == digests.count, keys.count >= 16, keys.count.nonzeroBitCount == 1 else { return }
    let count = keys.count { $0 != 0 }
    guard count * 3 <= keys.count * 2 + 3 else { return }
    (self.keys, self.digests, self.count) = (keys, digests, count)
  }

  /// The digest of a key; nil for what is not there.
  subscript(key: UInt64) -> UInt64? {
    get {
      let key = max(1, key)
      var place = Int(truncatingIfNeeded: key) & (keys.count - 1)
      while keys[place] != 0 {
        if keys[place] == key { return digests[place] }
        place = (place + 1) & (keys.count - 1)
      }
      return nil
    }
    set {
      guard let newValue else { return }
      if (count + 1) * 3 > keys.count * 2 { grow() }
      set(max(1, key), newValue)
    }
  }

  /// Adds the keys whose digests differ from those of another table, or that only one of them has.
  func addChanges(since old: DigestTable, to changed: inout [UInt64]) {
    for place in keys.indices where keys[place] != 0 && old[keys[place]] != digests[place] {
      changed.append(keys[place])
    }
    for key in old.keys where key != 0 && self[key] == nil { changed.append(key) }
  }

  private mutating func set(_ key: UInt64, _ digest: UInt64) {
    var place = Int(truncatingIfNeeded: key) & (keys.count - 1)
    while keys[place] != 0, keys[place] != key { place = (place + 1) & (keys.count - 1) }
    if keys[place] == 0 { count += 1 }
    (keys[place], digests[place]) = (key, digest)
  }

  private mutating func grow() {
    var larger = DigestTable(capacity: keys.count * 2)
    for place in keys.indices where keys[place] != 0 { larger.set(keys[place], digests[place]) }
    self = larger
  }
}
