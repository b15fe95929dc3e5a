/// Which names may have been set somewhere: a bit for each of them, shared with few others, so that the many names that
/// only the page and the site answer to need not be looked for in every template that is being rendered.
struct NameFilter: Sendable {
  private var bits = SIMD4<UInt64>(repeating: 0)

  init() {}

  init(_ names: some Sequence<Name>) { for name in names { insert(name.id) } }

  mutating func insert(_ id: UInt64) { bits[Self.word(id)] |= Self.bit(id) }

  mutating func formUnion(_ other: NameFilter) { bits |= other.bits }

  /// Whether a name was set; now and then true of one that was not.
  func mayHold(_ id: UInt64) -> Bool { bits[Self.word(id)] & Self.bit(id) != 0 }

  private static func word(_ id: UInt64) -> Int { Int(truncatingIfNeeded: id >> 62) }
  private static func bit(_ id: UInt64) -> UInt64 { 1 << (id >> 56 & 63) }
}
