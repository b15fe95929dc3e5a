/// All code pages turned round: for each character, what byte it is in which codec.
///
/// `é` seen through twelve codecs is byte E9 in nine of them and 8E in Mac Roman. E9 opens a sequence of three bytes in
/// UTF-8 and 8E continues one, so the entry of `é` has the bits of the nine in `lead` and that of Mac Roman in
/// `continuation`. Two neighbours can be a damaged character only if the lead set of the first and the continuation set
/// of the second have a codec in common, which costs two look-ups to find out.
final class CodecTable: Sendable {
  /// One for the whole program: it is a constant, built when the first character outside ASCII is met.
  static let shared = CodecTable()

  /// Which block of `entries` holds the 256 scalars of a page; block 0 is empty.
  private let blocks: [UInt8]
  /// The entry of each scalar of each block; entry 0 belongs to no codec.
  private let entries: [UInt16]
  /// Codecs in which the entry opens a sequence.
  let lead: [UInt16]
  /// Codecs in which the entry continues a sequence.
  let continuation: [UInt16]
  /// Codecs that have the entry at all.
  let known: [UInt16]
  /// The byte of each entry in each codec.
  private let bytes: [UInt8]
  /// The scalars of the upper half of each codec.
  private let scalars: [UInt32]

  private init() {
    var draft = Draft()
    for codec in Codec.allCases {
      var byte: UInt8 = 0x80
      for scalar in codec.alphabet.unicodeScalars {
        draft.scalars.append(scalar.value)
        draft.add(scalar.value, byte, codec)
        byte &+= 1
      }
    }
    for codec in Codec.allCases {
      for (scalar, byte) in codec.variants { draft.add(scalar.value, byte, codec) }
    }
    blocks = draft.blocks
    entries = draft.entries
    lead = draft.lead
    continuation = draft.continuation
    known = draft.known
    bytes = draft.bytes
    scalars = draft.scalars
  }

  /// The entry of a scalar, 0 if no codec has it.
  @inline(__always)
  func entry(of scalar: UInt32) -> Int {
    guard scalar >= 0x80, scalar < 0x10000 else { return 0 }
    return Int(entries[Int(blocks[Int(scalar >> 8)]) << 8 | Int(scalar & 0xFF)])
  }

  /// The byte of an entry in a codec that has it.
  @inline(__always)
  func byte(of entry: Int, in codec: Codec) -> UInt8 {
    bytes[entry &* Codec.allCases.count &+ Int(codec.rawValue)]
  }

  /// The byte of a scalar in a codec; ASCII is itself.
  func byte(of scalar: UInt32, in codec: Codec) -> UInt8? {
    if scalar < 0x80 { return UInt8(scalar) }
    let entry = entry(of: scalar)
    return known[entry] & codec.bit == 0 ? nil : byte(of: entry, in: codec)
  }

  /// The scalar of a byte in a codec.
  @inline(__always)
  func scalar(of byte: UInt8, in codec: Codec) -> UInt32 {
    byte < 0x80 ? UInt32(byte) : scalars[Int(codec.rawValue) << 7 | Int(byte & 0x7F)]
  }
}

/// The table while it is being built.
private struct Draft {
  var blocks = [UInt8](repeating: 0, count: 256)
  var entries = [UInt16](repeating: 0, count: 256)
  var lead: [UInt16] = [0]
  var continuation: [UInt16] = [0]
  var known: [UInt16] = [0]
  var bytes = [UInt8](repeating: 0, count: Codec.allCases.count)
  var scalars: [UInt32] = []

  mutating func add(_ scalar: UInt32, _ byte: UInt8, _ codec: Codec) {
    let page = Int(scalar >> 8)
    if blocks[page] == 0 {
      blocks[page] = UInt8(entries.count >> 8)
      entries.append(contentsOf: repeatElement(0, count: 256))
    }
    let slot = Int(blocks[page]) << 8 | Int(scalar & 0xFF)
    if entries[slot] == 0 {
      entries[slot] = UInt16(lead.count)
      lead.append(0)
      continuation.append(0)
      known.append(0)
      bytes.append(contentsOf: repeatElement(0, count: Codec.allCases.count))
    }
    let entry = Int(entries[slot])
    guard known[entry] & codec.bit == 0 else { return }
    known[entry] |= codec.bit
    bytes[entry * Codec.allCases.count + Int(codec.rawValue)] = byte
    if (0x80...0xBF).contains(byte) { continuation[entry] |= codec.bit }
    if (0xC2...0xF4).contains(byte) { lead[entry] |= codec.bit }
  }
}
