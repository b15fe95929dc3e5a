/// One pass over a text in search of what must not be published.
///
/// Each form has a byte that clean text seldom holds: the first point of `10.0.0.1`, the `@` of an address, the `J` of
/// `eyJ`. Eight bytes at a time are looked up in a table of these; only where one stands is the text around it looked at. This
/// reads about a gigabyte a second, which is why it works on pointers.
struct Sweep {
  let text: UnsafeBufferPointer<UInt8>
  let kinds: UnsafeBufferPointer<ByteKind>
  private(set) var leaks: [Leak] = []

  init(_ text: UnsafeBufferPointer<UInt8>, kinds: UnsafeBufferPointer<ByteKind>) {
    self.text = text
    self.kinds = kinds
  }

  mutating func run() {
    var index = 0
    while index < text.count {
      if index + 8 <= text.count, isClean(at: index) {
        index += 8
        continue
      }
      let end = min(index + 8, text.count)
      while index < end {
        guard kinds[Int(text[index])].contains(.trigger), let leak = leak(at: index) else {
          index += 1
          continue
        }
        add(leak)
        index = max(index + 1, leak.range.upperBound)
      }
    }
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
  /// Whether none of eight bytes is one at which a form is recognised: those with the kind `trigger`.
  @inline(__always)
  private func isClean(at index: Int) -> Bool {
    let one = kind(index).union(kind(index + 1)).union(kind(index + 2).union(kind(index + 3)))
    let two = kind(index + 4).union(kind(index + 5)).union(kind(index + 6).union(kind(index + 7)))
    return !one.union(two).contains(.trigger)
  }

  @inline(__always)
  private func kind(_ index: Int) -> ByteKind { kinds[Int(text[index])] }

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
