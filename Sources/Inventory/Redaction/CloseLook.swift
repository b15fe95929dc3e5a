/// A second look at a short text, for forms too common in prose and code to be looked for there.
///
/// A value of the inventory is a name, a version or a number. A long run of digits and letters in one is a machine's
/// id or a key; in a page it may be a checksum that a post shows.
struct CloseLook {
  /// A machine's id has 32 hexadecimal digits, a key of 256 bits 64; commits have 40 and are told apart by that.
  private static let hexLengths = [32, 48, 64]
  /// Longer than any word that mixes capitals, small letters and digits on purpose.
  private static let longestWord = 32

  static func leaks(in sweep: Sweep) -> [Leak] {
    var leaks: [Leak] = []
    var index = 0
    while index < sweep.text.count {
      guard sweep.is(.letterOrDigit, index) else {
        index += 1
        continue
      }
      let end = sweep.end(of: .letterOrDigit, from: index)
      if let leak = run(index..<end, in: sweep) ?? assignment(after: index..<end, in: sweep) {
        leaks.append(leak)
      }
      index = max(end, leaks.last?.range.upperBound ?? end)
    }
    return leaks
  }
}

extension CloseLook {
  /// A run of letters and digits that nobody chose.
  private static func run(_ range: Range<Int>, in sweep: Sweep) -> Leak? {
    if range.count == 6, let token = bootstrapToken(range, in: sweep) { return token }
    guard range.count >= longestWord else { return nil }
    let text = sweep.text
    let digits = range.count { sweep.is(.digit, $0) }
    // The digest of an image is public: `sha256:` and 64 digits.
    if range.allSatisfy({ sweep.is(.hex, $0) }), sweep.byte(range.lowerBound - 1) != UInt8(ascii: ":") {
      return hexLengths.contains(range.count) ? Leak(.hexadecimal, range) : nil
    }
    let hasCapital = range.contains { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(text[$0]) }
    let hasSmall = range.contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(text[$0]) }
    return digits > 0 && hasCapital && hasSmall ? Leak(.opaque, range) : nil
  }

  /// A token that lets a machine into a cluster: six letters or digits, a point, sixteen more.
  private static func bootstrapToken(_ range: Range<Int>, in sweep: Sweep) -> Leak? {
    guard sweep.byte(range.upperBound) == UInt8(ascii: ".") else { return nil }
    let secret = range.upperBound + 1..<sweep.end(of: .letterOrDigit, from: range.upperBound + 1)
    guard secret.count == 16, sweep.hasDigit(secret), secret.contains(where: { !sweep.is(.digit, $0) }) else {
      return nil
    }
    return Leak(.accessKey, range.lowerBound..<secret.upperBound)
  }

  /// What is set to a name such as `password`: `token=…`, `"apiKey": "…"`.
  private static func assignment(after word: Range<Int>, in sweep: Sweep) -> Leak? {
    guard endsLikeSecret(word, in: sweep) else { return nil }
    var index = word.upperBound
    while isQuote(sweep.byte(index)) { index += 1 }
    guard sweep.byte(index) == UInt8(ascii: "=") || sweep.byte(index) == UInt8(ascii: ":") else { return nil }
    index += 1
    while sweep.byte(index) == UInt8(ascii: " ") || isQuote(sweep.byte(index)) { index += 1 }
    let start = index
    while sweep.byte(index) > UInt8(ascii: " "), !isQuote(sweep.byte(index)),
      !"&,;)}]<".utf8.contains(sweep.byte(index))
    {
      index += 1
    }
    return index > start ? Leak(.assignment, start..<index) : nil
  }

  private static func endsLikeSecret(_ word: Range<Int>, in sweep: Sweep) -> Bool {
    let names: [StaticString] = [
      "token", "secret", "password", "passwd", "passphrase", "apikey", "accesskey", "secretkey", "privatekey",
      "pwd",
      "credential", "credentials",
    ]
    return names.contains {
      $0.utf8CodeUnitCount <= word.count
        && sweep.stands($0, at: word.upperBound - $0.utf8CodeUnitCount, folding: true)
    }
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\\")
  }
}
