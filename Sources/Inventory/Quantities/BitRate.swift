import Language
import Nodes

/// The speed of a network, in bits per second.
public struct BitRate: TextReadable, Hashable, Comparable {
  public let bitsPerSecond: Int

  public init(bitsPerSecond: Int) { self.bitsPerSecond = bitsPerSecond }

  /// Reads `2.5 Gbit/s`, `1 Gbps`, `600 Mb/s`, `10GbE`, `2.5G`, and `100 MB/s` in bytes.
  public init?(text: String) {
    guard let measure = Measure(text) else { return nil }
    var unit = measure.unit
    let ending = Self.endings.first { unit.hasSuffix($0) && !$0.isEmpty } ?? ""
    unit.removeLast(ending.count)
    guard let power = Self.prefixes.firstIndex(of: unit == "K" ? "k" : unit), power > 0 || !ending.isEmpty,
      let bits = measure.whole(times: .power(1000, power) * (ending == "B/s" ? 8 : 1))
    else { return nil }
    bitsPerSecond = bits
  }

  public static let expected = Expectation.words(
    english: "a speed such as '2.5 Gbit/s'",
    spanish: "una velocidad como '2.5 Gbit/s'"
  )
  public static let pattern: String? =
    "^\\d+([.,]\\d+)?[\\s\\u00A0\\u202F]*([kKMGT]|[kKMGT]?(bit/s|bps|b/s|B/s|bE))$"
  public static let standIn = BitRate(bitsPerSecond: 0)
  public var written: Node? { Node(text(in: .english)) }

  /// The speed for people: `2,5 Gbit/s`.
  public func text(in tongue: Tongue) -> String {
    var value = Double(bitsPerSecond)
    var power = 0
    while value >= 999.95, power + 1 < Self.prefixes.count {
      value /= 1000
      power += 1
    }
    var out: [UInt8] = []
    out.append(number: value, decimals: 0...1, in: tongue)
    return String(decoding: out, as: UTF8.self) + "\u{A0}\(Self.prefixes[power])bit/s"
  }

  public static func < (one: BitRate, other: BitRate) -> Bool { one.bitsPerSecond < other.bitsPerSecond }

  private static let prefixes = ["", "k", "M", "G", "T"]
  private static let endings = ["bit/s", "bps", "b/s", "B/s", "bE"]
}
