/// A colour of the screen, with its contrast as WCAG 2 reckons it.
struct Colour: Equatable {
  let red: UInt8
  let green: UInt8
  let blue: UInt8

  static let black = Colour(0x000000)
  static let white = Colour(0xffffff)

  init(_ value: UInt32) {
    red = UInt8(truncatingIfNeeded: value >> 16)
    green = UInt8(truncatingIfNeeded: value >> 8)
    blue = UInt8(truncatingIfNeeded: value)
  }

  private init(red: UInt8, green: UInt8, blue: UInt8) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// Reads `#0b665e`, or `#0a6` for `#00aa66`.
  init?(_ written: String) {
    let digits = written.utf8.dropFirst().compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard written.utf8.first == UInt8(ascii: "#"), digits.count == written.utf8.count - 1 else { return nil }
    switch digits.count {
    case 3: self.init(digits.reduce(0) { $0 << 8 | UInt32($1 * 17) })
    case 6: self.init(digits.reduce(0) { $0 << 4 | UInt32($1) })
    default: return nil
    }
  }

  /// As style sheets write it.
  var written: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// What WCAG 2.2 asks of text of usual size, level AA.
  static let readable = 4.5
  /// How finely a colour is darkened or lightened.
  private static let steps = 64

  /// The nearest mixture with another colour that can be read on all grounds.
  func mixed(with other: Colour, untilReadableOn grounds: [Colour]) -> Colour {
    for step in 0..<Self.steps {
      let mixed = mixed(with: other, Double(step) / Double(Self.steps))
      if grounds.allSatisfy({ mixed.contrast(to: $0) >= Self.readable }) { return mixed }
    }
    return other
  }

  private func mixed(with other: Colour, _ share: Double) -> Colour {
    func mix(_ one: UInt8, _ two: UInt8) -> UInt8 {
      UInt8((Double(one) * (1 - share) + Double(two) * share).rounded())
    }
    return Colour(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
  }

  /// How well one is told from the other, from 1 to 21.
  func contrast(to other: Colour) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  private var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  private static func linear(_ channel: UInt8) -> Double {
    let part = Double(channel) / 255
    return part <= 0.04045 ? part / 12.92 : power((part + 0.055) / 1.055)
  }

  /// x to the power of 2.4, which is x² · x^⅖; the fifth root is found by Newton's steps, as there is no maths library here.
  private static func power(_ x: Double) -> Double {
    var root = x
    for _ in 0..<20 { root -= (root * root * root * root * root - x) / (5 * root * root * root * root) }
    return x * x * root * root
  }
}
