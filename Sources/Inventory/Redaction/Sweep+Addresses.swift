// Addresses of networks and cards, and the identifiers that are written like them.

extension Sweep {
  /// An IPv4 address of a private network, at its first point.
  ///
  /// `v10.1.2.3`, `10.1.2.3.4` and `10.1.2.3+k3s1` are versions; `10.0.0.0/8` names all there are.
  func address4(at point: Int) -> Leak? {
    guard self.is(.digit, point - 1), self.is(.digit, point + 1) else { return nil }
    let start = start(of: .digit, to: point, limit: 4)
    let before = byte(start - 1)
    guard before != UInt8(ascii: "."), point - start < 4 else { return nil }
    if before | 0x20 == UInt8(ascii: "v"), !self.is(.letterOrDigit, start - 2) { return nil }
    var parts: [4 of UInt16] = .init(repeating: 0)
    var index = start
    for part in 0..<4 {
      if part > 0 {
        guard byte(index) == UInt8(ascii: ".") else { return nil }
        index += 1
      }
      let end = end(of: .digit, from: index, limit: 4)
      guard (1...3).contains(end - index) else { return nil }
      for digit in index..<end { parts[part] = parts[part] * 10 + UInt16(text[digit] - 48) }
      guard parts[part] < 256 else { return nil }
      index = end
    }
    guard !(byte(index) == UInt8(ascii: ".") && self.is(.digit, index + 1)),
      byte(index) != UInt8(ascii: "+"), Self.isPrivate(parts), !isWholeNetwork(parts, end: index)
    else { return nil }
    return Leak(.privateAddress, start..<index)
  }

  private static func isPrivate(_ parts: [4 of UInt16]) -> Bool {
    switch parts[0] {
    case 10: true
    case 100: (64..<128).contains(parts[1])
    case 169: parts[1] == 254 && !(parts[2] == 169 && parts[3] == 254)
    case 172: (16..<32).contains(parts[1])
    case 192: parts[1] == 168
    default: false
    }
  }

  /// Whether it is one of the networks that the standards set aside, as a whole.
  private func isWholeNetwork(_ parts: [4 of UInt16], end: Int) -> Bool {
    guard parts[2] == 0, parts[3] == 0 else { return false }
    let mask: StaticString
    switch (parts[0], parts[1]) {
    case (10, 0): mask = "/8"
    case (172, 16): mask = "/12"
    case (192, 168), (169, 254): mask = "/16"
    case (100, 64): mask = "/10"
    default: return false
    }
    return stands(mask, at: end) && !self.is(.digit, end + mask.utf8CodeUnitCount)
  }

  /// An IPv6 address that is unique local (`fc00::/7`) or link-local (`fe80::/10`), at its first colon.
  func address6(at colon: Int) -> Leak? {
    let start = colon - 4
    guard start >= 0, text[start] | 0x20 == UInt8(ascii: "f"), !self.is(.letterOrDigit, start - 1) else {
      return nil
    }
    let second = text[start + 1] | 0x20
    let third = text[start + 2] | 0x20
    let isLinkLocal =
      second == UInt8(ascii: "e")
      && (third == UInt8(ascii: "8") || third == UInt8(ascii: "9") || third == UInt8(ascii: "a")
        || third == UInt8(ascii: "b"))
    guard isLinkLocal || second == UInt8(ascii: "c") || second == UInt8(ascii: "d"),
      self.is(.hex, start + 2), self.is(.hex, start + 3)
    else { return nil }
    var index = colon
    var groups = 1
    var hasGap = false
    while byte(index) == UInt8(ascii: ":"), groups < 9 {
      if byte(index + 1) == UInt8(ascii: ":") {
        guard !hasGap else { return nil }
        hasGap = true
        index += 1
      }
      let end = end(of: .hex, from: index + 1, limit: 5)
      guard end > index + 1 else { break }
      guard end - index <= 5 else { return nil }
      groups += 1
      index = end
    }
    guard !self.is(.letterOrDigit, index), hasGap ? groups <= 7 : groups == 8, groups > 1 else { return nil }
    return Leak(.privateAddress, start..<index)
  }

  /// The address of a network card, at its first colon or dash: six or eight pairs, one separator throughout.
  func hardwareAddress(at mark: Int) -> Leak? {
    let start = mark - 2
    guard byte(mark + 3) == text[mark], self.is(.hex, start), self.is(.hex, start + 1),
      !self.is(.token, start - 1), byte(start - 1) != UInt8(ascii: ":")
    else { return nil }
    var index = mark
    var pairs = 1
    var isUniform = true
    while pairs < 9, byte(index) == text[mark], self.is(.hex, index + 1), self.is(.hex, index + 2) {
      isUniform = isUniform && text[index + 1] == text[start] && text[index + 2] == text[start]
      pairs += 1
      index += 3
    }
    // Broadcast and nothing at all are nobody's.
    guard pairs == 6 || pairs == 8, !self.is(.token, index), byte(index) != UInt8(ascii: ":"), !isUniform
    else { return nil }
    return Leak(.hardwareAddress, start..<index)
  }

  /// A UUID, at its first dash; the one of zeros is nobody's, and `urn:uuid:` names what is meant to be named.
  func uuid(at dash: Int) -> Leak? {
    let start = dash - 8
    guard start >= 0, byte(dash + 5) == UInt8(ascii: "-"), byte(dash + 10) == UInt8(ascii: "-"),
      byte(dash + 15) == UInt8(ascii: "-"), !self.is(.letterOrDigit, start - 1)
    else { return nil }
    var hasValue = false
    for index in start..<dash + 28 where ![dash, dash + 5, dash + 10, dash + 15].contains(index) {
      guard self.is(.hex, index) else { return nil }
      hasValue = hasValue || text[index] != UInt8(ascii: "0")
    }
    guard hasValue, !self.is(.letterOrDigit, dash + 28), !stands("urn:uuid:", at: start - 9) else {
      return nil
    }
    return Leak(.uuid, start..<dash + 28)
  }
}
