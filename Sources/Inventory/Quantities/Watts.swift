import Language
import Nodes

/// Electrical power, in thousandths of a watt.
public struct Watts: TextReadable, Hashable, Comparable {
  public let milliwatts: Int

  public init(milliwatts: Int) { self.milliwatts = milliwatts }

  /// Reads `15`, `6.5 W`, `1.2 kW`.
  public init?(text: String) {
    guard let measure = Measure(text), ["", "W", "kW"].contains(measure.unit),
      let value = measure.whole(times: measure.unit == "kW" ? 1_000_000 : 1000)
    else { return nil }
    milliwatts = value
  }

  public static let expected = Expectation.words(
    english: "a power in watts such as 15 or '6.5 W'",
    spanish: "una potencia en vatios como 15 o '6.5 W'"
  )
  public static let pattern: String? = "^\\d+([.,]\\d+)?[\\s\\u00A0\\u202F]*(k?W)?$"
  public static let standIn = Watts(milliwatts: 0)
  public var written: Node? { Node(text(in: .english)) }

  /// The power for people: `6,5 W`.
  public func text(in tongue: Tongue) -> String {
    var out: [UInt8] = []
    out.append(number: Double(milliwatts) / 1000, decimals: 0...1, in: tongue)
    return String(decoding: out, as: UTF8.self) + "\u{A0}W"
  }

  public static func < (one: Watts, other: Watts) -> Bool { one.milliwatts < other.milliwatts }
}
