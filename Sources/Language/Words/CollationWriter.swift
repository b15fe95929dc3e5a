/// The levels of a collation key while its text is read.
struct CollationWriter {
  private let sortsEnye: Bool
  private var letters: [UInt8] = []
  private var accents: [UInt8] = []
  private var cases: [UInt8] = []
  /// The digits of the number being read, without leading zeros; nil outside numbers.
  private var number: [UInt8]?
  /// Whether the last letter was an `n` that a tilde may still turn into `ñ`.
  private var endsInN = false

  init(_ tongue: Tongue) { sortsEnye = tongue == .spanish }

  /// Adds a scalar beyond ASCII: its letters and marks.
  mutating func add(whole scalar: Unicode.Scalar) {
    if let weight = Weight.ofSign(scalar) { return add(letter: weight) }
    switch scalar {
    case "ß": return "ss".unicodeScalars.forEach { add(base: $0, accent: Weight.variant) }
    case "æ", "œ", "ø", "đ", "ł", "ð", "ħ", "ı", "Æ", "Œ", "Ø", "Đ", "Ł", "Ð", "Ħ":
      for byte in AccentFolding.ascii(of: scalar) ?? [] {
        add(base: Unicode.Scalar(byte), accent: Weight.variant)
      }
    default:
      for part in UnicodeTables.scalars(of: scalar, .compatibilityDecomposed) {
        if UnicodeTables.kind(of: part) == .mark { add(mark: part) } else { add(base: part) }
      }
    }
  }

  /// Adds a scalar that does not decompose, with the weight of what runs through it.
  mutating func add(base scalar: Unicode.Scalar, accent: UInt8? = nil) {
    if let digit = Weight.digit(scalar) {
      let isLeadingZero = digit == UInt8(ascii: "0") && number?.isEmpty ?? true
      number = (number ?? []) + (isLeadingZero ? [] : [digit])
      return
    }
    endNumber()
    let lower = UnicodeTables.lowercased(scalar)
    add(letter: Weight.of(lower), isUpper: lower != scalar)
    if let accent { accents.append(accent) }
    endsInN = lower == "n" && accent == nil
  }

  /// Closes a number: the count of its digits and the digits, so that longer is greater.
  mutating func endNumber() {
    guard let digits = number else { return }
    number = nil
    // Numbers of more than 250 digits compare by their first 250 alone.
    let kept = digits.prefix(250)
    add(letter: [Weight.number, UInt8(kept.count + 2)] + kept)
  }

  /// Joins the levels.
  func key(ending text: [UInt8]) -> [UInt8] {
    var key = letters
    key.append(0)
    key.append(contentsOf: accents.trimmed(Weight.plain))
    key.append(0)
    key.append(contentsOf: cases.trimmed(Weight.lower))
    key.append(0)
    key.append(contentsOf: text)
    return key
  }
}

extension CollationWriter {
  private mutating func add(letter: [UInt8], isUpper: Bool = false) {
    endNumber()
    letters.append(contentsOf: letter)
    accents.append(Weight.plain)
    cases.append(isUpper ? Weight.upper : Weight.lower)
    endsInN = false
  }

  private mutating func add(mark: Unicode.Scalar) {
    endNumber()
    if mark == "\u{303}", endsInN, sortsEnye {
      letters[letters.count - 1] = Weight.enye
      endsInN = false
      return
    }
    accents.append(contentsOf: Weight.ofMark(mark))
  }
}

extension [UInt8] {
  /// Without the weights at the end that say nothing.
  fileprivate func trimmed(_ weight: UInt8) -> ArraySlice<UInt8> {
    self[..<(lastIndex { $0 != weight }.map { $0 + 1 } ?? 0)]
  }
}

/// The bytes that stand for letters, accents and case; all are above 0, which ends a level.
private enum Weight {
  /// A letter without accent; accents weigh more.
  static let plain: UInt8 = 0x02
  /// What runs through ø or joins æ.
  static let variant: UInt8 = 0x30
  static let lower: UInt8 = 0x02
  static let upper: UInt8 = 0x03
  /// Before every number, after all signs.
  static let number: UInt8 = 0x60
  static let enye = letterN + 1
  private static let letterA: UInt8 = 0x80
  private static let letterN = letterA + 13

  /// Signs in the order of CLDR's root, from 0x04 up.
  private static let signs: [Unicode.Scalar] = Array(
    " _-–—,;:!¡?¿.…·'‘’\"“”«»()[]{}§¶@*/\\&#%`´^°©®+±÷×<=>|¦~→¢$£€".unicodeScalars)

  private static let signWeights = Dictionary(
    uniqueKeysWithValues: signs.enumerated().map { ($1, UInt8($0 + 0x04)) })

  static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
    ("0"..."9").contains(scalar) ? UInt8(scalar.value) : nil
  }

  static func ofSign(_ scalar: Unicode.Scalar) -> [UInt8]? {
    signWeights[scalar].map { [$0] }
  }

  /// The weight of a letter in lower case, or of a sign; others follow in the order of their code points.
  static func of(_ scalar: Unicode.Scalar) -> [UInt8] {
    if ("a"..."z").contains(scalar) {
      let place = UInt8(scalar.value) - UInt8(ascii: "a")
      // One place is kept free after n.
      return [letterA + place + (place > 13 ? 1 : 0)]
    }
    if let sign = ofSign(scalar) { return sign }
    // Other signs stand between the listed ones and the numbers, other letters after z.
    let lead: UInt8 = UnicodeTables.kind(of: scalar) == .other ? 0x5F : 0xC0
    return [lead] + sevenBits(scalar)
  }

  /// The order of accents that CLDR's root has; rarer ones follow by code point.
  static func ofMark(_ mark: Unicode.Scalar) -> [UInt8] {
    let usual: [Unicode.Scalar] = [
      "\u{301}", "\u{300}", "\u{306}", "\u{302}", "\u{30C}", "\u{30A}", "\u{308}", "\u{30B}", "\u{303}",
      "\u{307}", "\u{328}", "\u{327}", "\u{304}",
    ]
    if let place = usual.firstIndex(of: mark) { return [UInt8(place + 0x10)] }
    return [0x40] + sevenBits(mark)
  }

  private static func sevenBits(_ scalar: Unicode.Scalar) -> [UInt8] {
    [14, 7, 0].map { UInt8(scalar.value >> $0 & 0x7F) | 0x80 }
  }
}
