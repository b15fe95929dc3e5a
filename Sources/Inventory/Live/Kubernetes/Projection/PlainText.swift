/// The texts of a cluster that may be told: each by the form that its kind of text has, anything else is none.
///
/// A field that is allowed may still hold anything: a branch named after an e-mail address, a version that is markup. So
/// a text is taken only when it looks like what it should be.
enum PlainText {
  /// One word as programs give it for a reason or state: `HealthCheckFailed`.
  static func word(_ text: String?) -> String? {
    text.flatMap { isMade(of: $0, upTo: 64, of: isAlphanumeric) ? $0 : nil }
  }

  /// A few words without names in them: `Cluster in healthy state`.
  static func phrase(_ text: String?) -> String? {
    text.flatMap { isMade(of: $0, upTo: 80) { isLetter($0) || " ,-".utf8.contains($0) } ? $0 : nil }
  }

  /// A version or tag: `v1.33.4+k3s1`, `RELEASE.2025-07-23T15-54-02Z`.
  static func version(_ text: String?) -> String? {
    guard let text, let first = text.utf8.first, isAlphanumeric(first),
      isMade(of: text, upTo: 128, of: { isAlphanumeric($0) || "._+-".utf8.contains($0) }),
      !PrivateName.matches(text)
    else { return nil }
    return text
  }

  /// What a maker calls its product, with the version: `NixOS 25.05 (Warbler)`, `containerd://2.0.5-k3s2`.
  static func product(_ text: String?) -> String? {
    guard let text, isMade(of: text, upTo: 96, of: { isAlphanumeric($0) || " ._+-()/:~".utf8.contains($0) })
    else {
      return nil
    }
    let words = text.split { $0 == " " || $0 == "/" || $0 == "(" || $0 == ")" || $0 == ":" }
    return words.contains { PrivateName.matches(String($0)) } ? nil : text
  }

  /// The name of an object or image; the private end of one that is also a machine's name is left out.
  static func name(_ text: String?) -> String? {
    guard var text, isMade(of: text, upTo: 253, of: { isAlphanumeric($0) || "._-".utf8.contains($0) }) else {
      return nil
    }
    while PrivateName.matches(text) {
      guard let dot = text.lastIndex(of: "."), dot > text.startIndex, !PrivateName.isAddress(text) else {
        return nil
      }
      text = String(text[..<dot])
    }
    return text
  }

  /// The name of an object with its namespace: `media/jellyfin`.
  static func name(of item: Item) -> String? {
    guard let name = name(item.name) else { return nil }
    guard let space = item.namespace else { return name }
    return self.name(space).map { "\($0)/\(name)" }
  }

  /// A branch or tag of a repository.
  static func branch(_ text: String?) -> String? {
    guard let text, isMade(of: text, upTo: 64, of: { isAlphanumeric($0) || "._/-".utf8.contains($0) }),
      !text.split(separator: "/").contains(where: { PrivateName.matches(String($0)) })
    else { return nil }
    return text
  }

  /// The first seven digits of a commit.
  static func commit(_ text: String?) -> String? {
    guard let text, text.utf8.count >= 40, isMade(of: text, upTo: 64, of: { $0 &- 48 < 10 || $0 &- 97 < 6 })
    else {
      return nil
    }
    return String(text.prefix(7))
  }
}

extension PlainText {
  private static func isMade(of text: String, upTo limit: Int, of isAllowed: (UInt8) -> Bool) -> Bool {
    !text.isEmpty && text.utf8.count <= limit && text.utf8.allSatisfy(isAllowed)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || byte &- 48 < 10 }
}
