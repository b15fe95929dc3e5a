/// The name of a text in a URL: lower case, accents folded, words joined by `-`.
///
/// - Latin letters fold to ASCII: `Clúster Ñandú` → `cluster-nandu`, `Straße` → `strasse`, `ﬁ` → `fi`.
/// - Other scripts keep their letters and marks, in lower case and NFC: `Привет, мир` → `привет-мир`.
/// - Apostrophes inside a word vanish (`d’Or` → `dor`); every other sign, emoji among them, parts words (`v1.32` →
///   `v1-32`).
/// - A final `#` or `+` is told apart, as tags need: `C#` → `csharp`, `C++` → `cpp`.
///
/// A text of signs alone has an empty slug; the caller knows what to fall back on. Slugs of slugs are themselves.
public func slug(of text: Span<UInt8>) -> [UInt8] {
  text.withUnsafeBufferPointer { bytes in
    var writer = SlugWriter(capacity: bytes.count)
    // Plain letters need no decoder; each stretch of others is decoded by itself.
    var index = 0
    while index < bytes.count {
      let start = index
      while index < bytes.count, SlugWriter.isPlain(bytes[index]) { index += 1 }
      if index > start {
        writer.add(plain: bytes[start..<index])
      } else if bytes[index] < 0x80 {
        writer.add(Unicode.Scalar(bytes[index]))
        index += 1
      } else {
        index = bytes[index...].firstIndex { $0 < 0x80 } ?? bytes.count
        writer.add(decoding: bytes[start..<index])
      }
    }
    writer.separate()
    // Only other scripts can still be uncomposed.
    return writer.hasOtherScripts ? writer.slug.composed : writer.slug
  }
}

/// The name of a text in a URL.
public func slug(of text: String) -> String {
  String(decoding: slug(of: Array(text.utf8).span), as: UTF8.self)
}

private struct SlugWriter {
  private(set) var slug: [UInt8] = []
  private(set) var hasOtherScripts = false
  private var needsHyphen = false
  /// Whether the last sign was part of a word.
  private var isInWord = false
  /// Whether that part was Latin, whose marks are dropped.
  private var isLatin = false
  /// A `#` or as many `+` as stand at what may be a word's end.
  private var hasSharp = false
  private var pluses = 0

  init(capacity: Int) { slug.reserveCapacity(capacity) }

  /// Whether a byte is a letter without an accent or a digit, as nearly all are.
  @inline(__always)
  static func isPlain(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
  }

  /// Adds letters and digits that are plain; the bit that makes letters lower case is set in all digits.
  mutating func add(plain run: Slice<UnsafeBufferPointer<UInt8>>) {
    begin()
    // Byte by byte: what the bytes of a word cost is less than what a run costs before its first.
    for byte in run { slug.append(byte | 0x20) }
    isLatin = true
  }

  mutating func add(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "'", "’", "ʼ", "\u{AD}", "\u{200B}"..."\u{200D}", "\u{FE00}"..."\u{FE0F}", "\u{FEFF}": return
    case "#" where isInWord && !hasSharp && pluses == 0: hasSharp = true
    case "+" where isInWord && !hasSharp: pluses += 1
    case "\0"..."\u{7F}": separate()
    default: add(folding: scalar)
    }
  }

  mutating func add(decoding bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): add(scalar)
      case .error: separate()
      case .emptyInput: return
      }
    }
  }

  /// Ends a word.
  mutating func separate() {
    if hasSharp { slug.append(contentsOf: "sharp".utf8) }
    for _ in 0..<pluses { slug.append(UInt8(ascii: "p")) }
    (hasSharp, pluses) = (false, 0)
    needsHyphen = !slug.isEmpty
    isInWord = false
    isLatin = false
  }
}

extension SlugWriter {
  private mutating func add(latin byte: UInt8) {
    begin()
    slug.append(byte)
    isLatin = true
  }

  private mutating func begin() {
    // `C#x` and `Ctrl+C` are two words.
    if hasSharp || pluses > 0 { needsHyphen = true }
    (hasSharp, pluses) = (false, 0)
    if needsHyphen { slug.append(UInt8(ascii: "-")) }
    needsHyphen = false
    isInWord = true
  }

  private mutating func add(folding scalar: Unicode.Scalar) {
    if let letters = AccentFolding.ascii(of: scalar) {
      for byte in letters {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): add(latin: byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): add(latin: byte | 0x20)
        default: separate()
        }
      }
      return
    }
    switch UnicodeTables.kind(of: scalar) {
    case .letter, .digit:
      begin()
      isLatin = false
      hasOtherScripts = true
      slug.append(contentsOf: String(UnicodeTables.lowercased(scalar)).utf8)
    case .mark:
      guard isInWord, !isLatin else { return }
      hasOtherScripts = true
      slug.append(contentsOf: String(scalar).utf8)
    case .other: separate()
    }
  }
}
