/// Numbers by keys that are digests; they are kept in a file as they lie here.
public struct DigestTable: Sendable {
  public private(set) var keys: DigestSet
  /// The numbers, each in the slot of its key.
  public private(set) var values: [UInt64]

  /// Makes room for so many numbers; it grows when there are more.
  public init(capacity: Int = 0) {
    keys = DigestSet(capacity: capacity)
    values = [UInt64](repeating: 0, count: keys.slots.count)
  }

  /// Takes a table as it was kept; one that cannot have been kept by this program is empty.
  public init(slots: [UInt64], values: [UInt64]) {
    self.init()
    guard slots.count == values.count else { return }
    keys = DigestSet(slots: slots)
    if keys.count > 0 { self.values = values } else { keys = DigestSet() }
  }

  /// The number of a key; nil for what is not there.
  public subscript(key: UInt64) -> UInt64? {
    @inlinable get { keys.slot(of: key).map { values[$0] } }
    set {
      guard let newValue else { return }
      if keys.isFull { grow() }
      values[keys.take(key)] = newValue
    }
  }

  /// The number of a text, which its digest stands for.
  public subscript(text: String) -> Int? {
    get { self[Digest(of: text).value].map { Int(truncatingIfNeeded: $0) } }
    set { self[Digest(of: text).value] = newValue.map { UInt64($0) } }
  }

  /// Adds the keys whose numbers differ from those of another table, or that only one of them has.
  public func addChanges(since old: DigestTable, to changed: inout [UInt64]) {
    for (slot, key) in keys.slots.enumerated() where key != 0 && old[key] != values[slot] {
      changed.append(key)
    }
    for key in old.keys.slots where key != 0 && self[key] == nil { changed.append(key) }
  }

  private mutating func grow() {
    var larger = DigestTable(capacity: max(1, keys.slots.count * 2))
    for (slot, key) in keys.slots.enumerated() where key != 0 {
      larger.values[larger.keys.take(key)] = values[slot]
    }
    self = larger
  }
}
