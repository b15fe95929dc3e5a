/// Where a text stands in an alphabetical list, computed once and compared as bytes.
///
/// Four levels, each deciding only among equals of the one before:
/// 1. letters, whatever their accents and case; in Spanish `ñ` stands after `n`; numbers by their value (`v2` before
///    `v10`); spaces and signs before digits before letters, as CLDR's root order has them;
/// 2. accents: `camion` before `camión`;
/// 3. case: `go` before `Go`;
/// 4. the bytes themselves, so that two different texts are never equal.
///
/// `Ñu2` in Spanish, with `·` between bytes of one level and `00` between levels:
///
///     8F·95·60·03·32  00  (no accents)  00  03  00  C3·91·75·32
public struct CollationKey: Comparable, Hashable, Sendable {
  /// Ascending by byte; may be stored.
  public let bytes: [UInt8]

  /// Computes the key of a text as a tongue sorts it.
  public init(of text: String, in tongue: Tongue) {
    var writer = CollationWriter(tongue)
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 {
        writer.add(base: scalar)
      } else {
        writer.add(whole: scalar)
      }
    }
    writer.endNumber()
    bytes = writer.key(ending: Array(text.utf8))
  }

  public static func < (one: CollationKey, other: CollationKey) -> Bool {
    one.bytes.lexicographicallyPrecedes(other.bytes)
  }
}

extension Sequence {
  /// Sorts by a text of each element; equal texts keep their order.
  public func sorted(alphabeticallyIn tongue: Tongue, by text: (Element) -> String) -> [Element] {
    map { (key: CollationKey(of: text($0), in: tongue), element: $0) }
      .enumerated()
      .sorted { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) }
      .map(\.element.element)
  }
}

extension Sequence<String> {
  /// Sorts texts as a dictionary of the tongue would.
  public func sorted(alphabeticallyIn tongue: Tongue) -> [String] {
    sorted(alphabeticallyIn: tongue) { $0 }
  }
}
