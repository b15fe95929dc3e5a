import Language
import Nodes

/// An amount of memory or storage, in whole bytes; it is printed in the kind of units it was written in.
public struct ByteSize: TextReadable, Hashable, Comparable {
  public let bytes: Int
  /// Whether its units are powers of 1000 (TB) and not of 1024 (TiB).
  public let isDecimal: Bool

  public init(bytes: Int, isDecimal: Bool = false) {
    self.bytes = bytes
    self.isDecimal = isDecimal
  }

  /// Reads `16 GiB`, `1 TB`, and Kubernetes' `16Gi`, `512M`, `1e9`, `16106127360`.
  public init?(text: String) {
    guard let measure = Measure(text) else { return nil }
    var unit = measure.unit
    if let exponent = Self.exponent(unit) {
      guard let bytes = measure.whole(times: .power(10, exponent)) else { return nil }
      self.init(bytes: bytes)
      return
    }
    if unit == "m" {
      guard let bytes = measure.whole(times: 1, over: 1000) else { return nil }
      self.init(bytes: bytes)
      return
    }
    if unit.hasSuffix("B") { unit.removeLast() }
    let isBinary = unit.hasSuffix("i")
    if isBinary { unit.removeLast() }
    guard let power = Self.prefixes.firstIndex(of: unit == "k" ? "K" : unit), power > 0 || !isBinary,
      let bytes = measure.whole(times: .power(isBinary ? 1024 : 1000, power))
    else { return nil }
    self.init(bytes: bytes, isDecimal: !isBinary && power > 0)
  }

  public static let expected = Expectation.words(
    english: "a size such as '16 GiB' or 16Gi",
    spanish: "un tamaño como '16 GiB' o 16Gi"
  )
  public static let pattern: String? =
    "^\\d+([.,]\\d+)?[\\s\\u00A0\\u202F]*([eE]\\d+|m|[kKMGTPE]?B?|[KkMGTPE]iB?)$"
  public static let standIn = ByteSize(bytes: 0)
  public var written: Node? { Node(text(in: .english)) }

  /// The size for people: `16 GiB`, `1,5 TB`.
  public func text(in tongue: Tongue) -> String {
    var out: [UInt8] = []
    guard isDecimal else {
      out.append(byteCount: bytes, in: tongue)
      return String(decoding: out, as: UTF8.self)
    }
    var value = Double(bytes)
    var power = 0
    while value >= 999.95, power + 1 < Self.prefixes.count {
      value /= 1000
      power += 1
    }
    out.append(number: value, decimals: 0...1, in: tongue)
    let prefix = power == 1 ? "k" : Self.prefixes[power]
    return String(decoding: out, as: UTF8.self) + "\u{A0}\(prefix)B"
  }

  public static func < (one: ByteSize, other: ByteSize) -> Bool { one.bytes < other.bytes }

  private static let prefixes = ["", "K", "M", "G", "T", "P", "E"]

  /// The exponent of `1e9`; `1E` alone is an exabyte.
  private static func exponent(_ unit: String) -> Int? {
    guard unit.count > 1, unit.first == "e" || unit.first == "E", let value = Int(unit.dropFirst()),
      (0...18).contains(value)
    else { return nil }
    return value
  }
}
