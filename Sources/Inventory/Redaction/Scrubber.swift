/// Cleans the words of servers and programs before they are told: whatever is private becomes a mark, and one short
/// line is left.
///
///     Scrubber().scrubbed("dial tcp 192.168.1.50:6443: no route to host\n…")   // dial tcp •••:6443: no route to host
public struct Scrubber: Sendable {
  private let scanner: LeakScanner

  /// More than a reason needs.
  private static let limit = 200

  public init(secrets: SecretValues = .none) {
    scanner = LeakScanner(depth: .value, secrets: secrets)
  }

  /// The first line that says something, without anything private.
  public func scrubbed(_ text: String) -> String {
    let start = text.utf8.prefix(Self.window)
    let shown = String(decoding: Array(start), as: UTF8.self)
    // All lines are cleaned before one is chosen, since a secret may have several.
    let clean = shown.replacing(scanner.leaks(in: shown)) { _, _ in Redaction.mark }
    let line = clean.split(whereSeparator: \.isNewline).first { !$0.allSatisfy(\.isWhitespace) } ?? ""
    let plain = String(
      String.UnicodeScalarView(line.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
    guard plain.unicodeScalars.count > Self.limit else { return plain }
    return String(String.UnicodeScalarView(plain.unicodeScalars.prefix(Self.limit))) + "…"
  }

  /// How much is looked at; a secret that is cut off at its end is left out with the rest.
  private static let window = 4096
}
