/// Decides what of a fact may be seen: at the moment it enters a snapshot, and again when it enters a page.
public struct Redaction: Sendable {
  public let policy: Publish
  private let scanner: LeakScanner

  /// What stands where something was taken out.
  public static let mark = "•••"

  public init(policy: Publish = .standard, secrets: SecretValues = .none) {
    self.policy = policy
    scanner = LeakScanner(depth: .value, secrets: secrets)
  }

  /// What may be shown of a fact.
  public enum Verdict: Sendable, Equatable {
    /// The text to show; addresses in it may be masked.
    case clear(String)
    /// Nothing may be shown, since `publish.deny` says so.
    case denied
    /// It holds what must not be published.
    case leaking([Leak])
  }

  /// Judges the value of a fact, such as `host:nas.model`.
  ///
  /// A secret that the run knows is never shown, whatever is allowed.
  public func verdict(on text: String, of path: String) -> Verdict {
    let word = policy.word(on: path)
    if word == .denied { return .denied }
    let leaks = scanner.leaks(in: text).filter { leak in
      switch (leak.kind, word) {
      case (.secret, _): true
      case (_, .allowed): false
      case (.privateAddress, _): policy.addresses == .hide && !Self.isVersion(text, path)
      default: true
      }
    }
    if !leaks.isEmpty { return .leaking(leaks) }
    guard policy.addresses == .mask, word == .nothing, !Self.isVersion(text, path) else {
      return .clear(text)
    }
    return .clear(masked(text))
  }

  /// Takes everything private out of a text that goes into a snapshot; a mark shows where something was.
  public func redacted(_ text: String) -> String {
    let leaks = scanner.leaks(in: text)
    guard !leaks.isEmpty else { return text }
    return text.replacing(leaks) { leak, found in
      guard leak.kind == .privateAddress else { return Self.mark }
      return switch policy.addresses {
      case .hide: Self.mark
      case .mask: AddressMask.masked(found)
      case .show: found
      }
    }
  }

  /// Cleans the words of a server or program before they are told: the first line that says something, without
  /// anything private.
  ///
  ///     dial tcp 192.168.1.50:6443: no route to host    →    dial tcp •••:6443: no route to host
  public func told(_ words: String) -> String {
    // What is cut off here may be half a secret, so all lines are cleaned before one is chosen and cut.
    let start = String(decoding: Array(words.utf8.prefix(Self.longestSpeech)), as: UTF8.self)
    let clean = start.replacing(scanner.leaks(in: start)) { _, _ in Self.mark }
    let line = clean.split(whereSeparator: \.isNewline).first { !$0.allSatisfy(\.isWhitespace) } ?? ""
    let plain = line.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }
    let isShort = plain.count <= Self.longestReason
    return String(String.UnicodeScalarView(plain.prefix(Self.longestReason))) + (isShort ? "" : "…")
  }

  /// How much of what was said is looked at.
  private static let longestSpeech = 4096
  /// More than a reason needs.
  private static let longestReason = 200

  /// Whether a text in the field of a version is one of four numbers, such as 10.1.2.3. What begins like the networks of
  /// homes, 192.168 and 172.16, is none: nobody counts that far.
  private static func isVersion(_ text: String, _ path: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return path.hasSuffix(".version") && parts.count == 4 && parts[0] == "10"
      && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }

  private func masked(_ text: String) -> String {
    text.replacing(scanner.leaks(in: text).filter { $0.kind == .privateAddress }) { AddressMask.masked($1) }
  }
}

/// How an address looks once it only tells which kind of network it is of.
enum AddressMask {
  /// `192.168.1.41` → `192.168.x.x`, `10.1.2.3` → `10.x.x.x`, `fd00:fa4e::42` → `fd00:…`.
  static func masked(_ address: String) -> String {
    let parts = address.split(separator: ".")
    guard parts.count == 4 else { return "\(address.prefix { $0 != ":" }):…" }
    let kept = parts[0] == "10" ? 1 : 2
    return (parts.prefix(kept).map(String.init) + Array(repeating: "x", count: 4 - kept)).joined(
      separator: ".")
  }
}

extension String {
  /// The text with each leak replaced.
  func replacing(_ leaks: [Leak], with replacement: (Leak, String) -> String) -> String {
    let bytes = Array(utf8)
    var out: [UInt8] = []
    var clean = 0
    for leak in leaks {
      out += bytes[clean..<leak.range.lowerBound]
      out += Array(replacement(leak, String(decoding: bytes[leak.range], as: UTF8.self)).utf8)
      clean = leak.range.upperBound
    }
    return String(decoding: out + bytes[clean...], as: UTF8.self)
  }
}
