// Keys, tokens and passwords, by the forms that those who give them out chose.

extension Sweep {
  /// A token whose first letters tell what it is, at the mark that ends them: `ghp_…`, `glpat-…`, `hvs.…`.
  func prefixed(at mark: Int) -> Leak? {
    guard mark >= 2, self.is(.letterOrDigit, mark + 1), Self.mayEnd(text[mark - 2], text[mark - 1]) else {
      return nil
    }
    let tail = UInt32(byte(mark - 2)) << 16 | UInt32(byte(mark - 1)) << 8 | UInt32(text[mark])
    for prefix in Self.prefixes where prefix.tail == tail {
      let start = mark + 1 - prefix.word.utf8CodeUnitCount
      guard stands(prefix.word, at: start), !self.is(.letterOrDigit, start - 1) else { continue }
      let end = end(of: .token, from: mark + 1, limit: Self.longestToken)
      guard end - mark > prefix.shortest, hasDigit(mark + 1..<end) else { continue }
      return Leak(.accessKey, start..<end)
    }
    return nil
  }

  /// Whether two letters may stand before the mark of a prefix, so that nearly all marks are passed over at once.
  private static func mayEnd(_ first: UInt8, _ second: UInt8) -> Bool {
    endings[Int(second)] >> UInt32(first & 31) & 1 != 0
  }

  /// For each last letter of a prefix before its mark, the letters that stand before it, as bits by their lowest five.
  private static let endings: [UInt32] = {
    var endings = [UInt32](repeating: 0, count: 256)
    for prefix in prefixes { endings[Int(prefix.tail >> 8 & 0xFF)] |= 1 << (prefix.tail >> 16 & 31) }
    return endings
  }()

  /// Longer than any token of these forms.
  private static var longestToken: Int { 512 }

  /// How a kind of token begins, and how long at least what follows is.
  struct Prefix {
    let word: StaticString
    let shortest: Int
    /// Its last three bytes, as one number.
    let tail: UInt32

    init(_ word: StaticString, _ shortest: Int) {
      self.word = word
      self.shortest = shortest
      tail = (word.utf8CodeUnitCount - 3..<word.utf8CodeUnitCount).reduce(0) {
        $0 << 8 | UInt32(word.utf8Start[$1])
      }
    }
  }

  static let prefixes = [
    Prefix("ghp_", 30), Prefix("gho_", 30), Prefix("ghu_", 30), Prefix("ghs_", 30), Prefix("ghr_", 30),
    Prefix("github_pat_", 40), Prefix("glpat-", 18), Prefix("gldt-", 18), Prefix("glrt-", 18),
    Prefix("xoxb-", 16), Prefix("xoxp-", 16), Prefix("xoxa-", 16), Prefix("xoxs-", 16), Prefix("xapp-", 16),
    Prefix("sk-", 32), Prefix("sk_live_", 16), Prefix("rk_live_", 16), Prefix("tskey-", 20),
    Prefix("npm_", 30),
    Prefix("hf_", 30), Prefix("glsa_", 30), Prefix("dop_v1_", 32), Prefix("dckr_pat_", 20),
    Prefix("pypi-", 40),
    Prefix("hvs.", 20), Prefix("hvb.", 20), Prefix("AGE-SECRET-KEY-", 30),
  ]

  /// A JSON Web Token, at the third letter of its header's `{"`, which is `eyJ` in base64.
  func webToken(at letter: Int) -> Leak? {
    guard byte(letter - 1) == UInt8(ascii: "y"), byte(letter - 2) == UInt8(ascii: "e"),
      !self.is(.token, letter - 3)
    else { return nil }
    let header = end(of: .token, from: letter + 1)
    let body = end(of: .token, from: header + 1)
    guard byte(header) == UInt8(ascii: "."), header - letter >= 8, body - header > 8 else { return nil }
    let end = byte(body) == UInt8(ascii: ".") ? end(of: .token, from: body + 1) : body
    return Leak(.webToken, letter - 2..<end)
  }

  /// A key of Amazon (`AKIA…`, `ASIA…`) or Google (`AIza…`), at its `I`.
  func cloudKey(at letter: Int) -> Leak? {
    let isGoogle = byte(letter - 1) == UInt8(ascii: "A") && stands("za", at: letter + 1)
    let isAmazon =
      byte(letter - 2) == UInt8(ascii: "A") && byte(letter + 1) == UInt8(ascii: "A")
      && (byte(letter - 1) == UInt8(ascii: "K") || byte(letter - 1) == UInt8(ascii: "S"))
    guard isGoogle || isAmazon else { return nil }
    let start = isGoogle ? letter - 1 : letter - 2
    let end = end(of: isGoogle ? .token : .letterOrDigit, from: start, limit: 40)
    guard end - start == (isGoogle ? 39 : 20), !self.is(.token, start - 1),
      isGoogle || (start..<end).allSatisfy({ text[$0] <= UInt8(ascii: "Z") })
    else { return nil }
    return Leak(.accessKey, start..<end)
  }

  /// Armour of PEM around a private key, at its first dash; all of the key where its end is in sight.
  func armour(at dash: Int) -> Leak? {
    guard stands("-----BEGIN ", at: dash), byte(dash - 1) != UInt8(ascii: "-") else { return nil }
    var index = dash + 11
    while let next = Optional(byte(index)), next != UInt8(ascii: "-"), next >= 0x20, index - dash < 80 {
      index += 1
    }
    guard stands("PRIVATE KEY-----", at: index - 11) else { return nil }
    return Leak(.privateKey, dash..<endOfArmour(from: index + 5))
  }

  private func endOfArmour(from start: Int) -> Int {
    let limit = min(text.count, start + Self.longestArmour)
    for index in start..<max(start, limit) where text[index] == UInt8(ascii: "-") {
      if stands("-----BEGIN ", at: index) { return start }
      guard stands("-----END ", at: index) else { continue }
      return min(limit, index + 9 + 64)
    }
    return start
  }

  /// More than any key: one of 16,384 bits has 13,000.
  private static var longestArmour: Int { 1 << 14 }

  /// A token of Proxmox VE (`user@realm!id=secret`), at its `@`.
  func proxmoxToken(at mark: Int) -> Leak? {
    let realm = end(of: .mailbox, from: mark + 1, limit: 64)
    guard byte(realm) == UInt8(ascii: "!") else { return nil }
    let id = end(of: .mailbox, from: realm + 1, limit: 64)
    guard byte(id) == UInt8(ascii: "=") || byte(id) == UInt8(ascii: ":") else { return nil }
    let start = start(of: .mailbox, to: mark, limit: 64)
    let end = end(of: .token, from: id + 1)
    guard start < mark, id > realm + 1, end - id > 8 else { return nil }
    return Leak(.accessKey, start..<end)
  }

  /// User and password in an address, at the `@` behind them; a variable in the password's place is none.
  func credentials(at mark: Int) -> Leak? {
    var start = mark
    var colon: Int?
    while start > 0, mark - start < 256 {
      let byte = text[start - 1]
      guard byte > UInt8(ascii: " "), byte != UInt8(ascii: "\""), byte != UInt8(ascii: "<"),
        byte != UInt8(ascii: "@")
      else { return nil }
      if byte == UInt8(ascii: "/") { break }
      if byte == UInt8(ascii: ":") { colon = start - 1 }
      start -= 1
    }
    guard let colon, stands("://", at: start - 3), mark - colon > 1, self.is(.letterOrDigit, mark + 1) else {
      return nil
    }
    let first = text[colon + 1]
    guard first != UInt8(ascii: "$"), first != UInt8(ascii: "{"), first != UInt8(ascii: "*"),
      first != UInt8(ascii: "&")
    else { return nil }
    return Leak(.credentials, start..<mark)
  }

  /// What lets one write to a chat: the token of a Telegram bot, at its colon, or the address of a hook, at the colon
  /// of its scheme.
  func hook(at colon: Int) -> Leak? {
    if byte(colon + 1) == UInt8(ascii: "A"), byte(colon + 2) == UInt8(ascii: "A") {
      let start = start(of: .digit, to: colon, limit: 16)
      let end = end(of: .token, from: colon + 1)
      return colon - start >= 8 && end - colon >= 30 ? Leak(.accessKey, start..<end) : nil
    }
    let hooks: [StaticString] = [
      "://discord.com/api/webhooks/", "://discordapp.com/api/webhooks/", "://hooks.slack.com/services/",
    ]
    guard byte(colon + 1) == UInt8(ascii: "/"),
      let hook = hooks.first(where: { stands($0, at: colon) })
    else { return nil }
    var end = colon + hook.utf8CodeUnitCount
    while self.is(.token, end) || byte(end) == UInt8(ascii: "/") { end += 1 }
    guard end - colon > hook.utf8CodeUnitCount + 16 else { return nil }
    return Leak(.accessKey, start(of: .letterOrDigit, to: colon, limit: 8)..<end)
  }

  /// A stored password such as `$2y$05$…`, `$6$…` or `$argon2id$…`, at its first `$`.
  func passwordHash(at mark: Int) -> Leak? {
    let forms: [StaticString] = ["$2a$", "$2b$", "$2y$", "$5$", "$6$", "$y$", "$1$", "$apr1$", "$argon2"]
    guard forms.contains(where: { stands($0, at: mark) }) else { return nil }
    var end = mark
    while self.is(.letterOrDigit, end) || "$./=,+-".utf8.contains(byte(end)) { end += 1 }
    guard end - mark > 28 else { return nil }
    return Leak(.passwordHash, mark..<end)
  }

  func hasDigit(_ range: Range<Int>) -> Bool { range.contains { self.is(.digit, $0) } }
}
