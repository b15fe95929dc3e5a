import Bytes

/// Mixes numbers and texts into one digest, so that other values, or another order, give another one.
struct Mixer {
  private(set) var value: UInt64

  init(_ seed: UInt64 = 0x9E37_79B9_7F4A_7C15) { value = seed }

  @inline(__always)
  mutating func add(_ number: UInt64) {
    let mixed = (value ^ number) &* 0xD6E8_FEB8_6659_FD93
    value = (mixed ^ (mixed >> 32)) &+ 0x9E37_79B9_7F4A_7C15
  }

  @inline(__always)
  mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

  @inline(__always)
  mutating func add(_ flag: Bool) { add(flag ? 1 as UInt64 : 2) }

  mutating func add(_ text: String) { add(Self.digest(text)) }

  mutating func add(_ text: String?) { if let text { add(text) } else { add(3 as UInt64) } }

  mutating func add(_ number: Int?) { if let number { add(number) } else { add(5 as UInt64) } }

  mutating func add(_ bytes: [UInt8]) { add(Digest(of: bytes.span).value) }

  @inline(__always)
  static func digest(_ text: String) -> UInt64 { Digest(of: text).value }
}
