import Bytes

/// One pass over a text in search of what must not be published.
///
/// Each form has a sign that clean text seldom holds: the first point of `10.0.0.1`, the `@` of an address, the `J` of
/// `eyJ`. Sixteen bytes at a time are asked for these; only where one stands, with no space behind it, is the text around
/// it looked at. This reads about a gigabyte a second, which is why it works on pointers.
struct Sweep {
  let text: UnsafeBufferPointer<UInt8>
  let kinds: UnsafeBufferPointer<ByteKind>
  private(set) var leaks: [Leak] = []

  init(_ text: UnsafeBufferPointer<UInt8>, kinds: UnsafeBufferPointer<ByteKind>) {
    self.text = text
    self.kinds = kinds
  }

  mutating func run() {
    // Where the last leak ends.
    var end = 0
    var index = 0
    while index + SixteenBytes.count < text.count {
      var places = Self.areSigns(SixteenBytes(text, at: index))
      // No form has a space behind its sign, and most points and colons have.
      if places != 0 { places &= SixteenBytes(text, at: index + 1).are(from: 0x21) }
      while places != 0 {
        look(at: index + places.trailingZeroBitCount, &end)
        places &= places - 1
      }
      index += SixteenBytes.count
    }
    while index < text.count {
      look(at: index, &end)
      index += 1
    }
  }

  private mutating func look(at place: Int, _ end: inout Int) {
    guard place >= end, let leak = leak(at: place) else { return }
    add(leak)
    end = leak.range.upperBound
  }

  /// Adds a leak; two that overlap are one, of the graver kind.
  mutating func add(_ leak: Leak) {
    guard let last = leaks.last, last.range.upperBound > leak.range.lowerBound else {
      leaks.append(leak)
      return
    }
    let range =
      min(
        last.range.lowerBound, leak.range.lowerBound)..<max(last.range.upperBound, leak.range.upperBound)
    leaks[leaks.count - 1] = Leak(last.kind.isSecret ? last.kind : leak.kind, range)
  }
}

extension Sweep {
  /// The bytes at which a form is recognised.
  @inline(__always)
  private static func areSigns(_ bytes: SixteenBytes) -> UInt16 {
    bytes.are(in: UInt8(ascii: "-")...UInt8(ascii: "."))
      | bytes.are(in: UInt8(ascii: "I")...UInt8(ascii: "J"))
      | bytes.are(UInt8(ascii: ":")) | bytes.are(UInt8(ascii: "@")) | bytes.are(UInt8(ascii: "_"))
      | bytes.are(UInt8(ascii: "$"))
  }

  private func leak(at index: Int) -> Leak? {
    switch text[index] {
    case UInt8(ascii: "."): address4(at: index) ?? internalName(at: index) ?? prefixed(at: index)
    case UInt8(ascii: ":"): hardwareAddress(at: index) ?? address6(at: index) ?? hook(at: index)
    case UInt8(ascii: "-"):
      uuid(at: index) ?? hardwareAddress(at: index) ?? prefixed(at: index) ?? armour(at: index)
    case UInt8(ascii: "_"): prefixed(at: index)
    case UInt8(ascii: "@"): proxmoxToken(at: index) ?? credentials(at: index) ?? email(at: index)
    case UInt8(ascii: "$"): passwordHash(at: index)
    case UInt8(ascii: "J"): webToken(at: index)
    case UInt8(ascii: "I"): cloudKey(at: index)
    default: nil
    }
  }
}

extension Sweep {
  /// A byte of the text; NUL before its start and past its end.
  @inline(__always)
  func byte(_ index: Int) -> UInt8 { index >= 0 && index < text.count ? text[index] : 0 }

  @inline(__always)
  func `is`(_ kind: ByteKind, _ index: Int) -> Bool {
    index >= 0 && index < text.count && kinds[Int(text[index])].contains(kind)
  }

  /// Where the run of bytes of a kind ends that begins at an offset.
  func end(of kind: ByteKind, from start: Int, limit: Int = .max) -> Int {
    var index = start
    let last = limit < text.count - start ? start + limit : text.count
    while index < last, kinds[Int(text[index])].contains(kind) { index += 1 }
    return index
  }

  /// Where the run of bytes of a kind begins that ends at an offset.
  func start(of kind: ByteKind, to end: Int, limit: Int) -> Int {
    var index = end
    while index > 0, end - index < limit, kinds[Int(text[index - 1])].contains(kind) { index -= 1 }
    return index
  }

  /// Whether a text stands at an offset, in small letters or capitals when `folding`.
  func stands(_ word: StaticString, at index: Int, folding: Bool = false) -> Bool {
    let count = word.utf8CodeUnitCount
    guard index >= 0, index + count <= text.count else { return false }
    for offset in 0..<count {
      let byte = text[index + offset]
      let folded = folding && (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
      guard folded == word.utf8Start[offset] else { return false }
    }
    return true
  }
}
