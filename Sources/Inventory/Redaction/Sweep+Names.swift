// Names that only a private network resolves, and addresses of people.

extension Sweep {
  /// A name below `lan`, `local`, `internal` or `home.arpa`, at the point before that ending.
  ///
  /// `cluster.local` and its like are the same in every house and tell nothing.
  func internalName(at point: Int) -> Leak? {
    let end: Int
    switch byte(point + 1) | 0x20 {
    case UInt8(ascii: "l"):
      if stands("lan", at: point + 1, folding: true) {
        end = point + 4
      } else if stands("localdomain", at: point + 1, folding: true) {
        end = point + 12
      } else if stands("local", at: point + 1, folding: true) {
        end = point + 6
      } else {
        return nil
      }
    case UInt8(ascii: "i"):
      guard stands("internal", at: point + 1, folding: true) else { return nil }
      end = point + 9
    case UInt8(ascii: "h"):
      guard stands("home.arpa", at: point + 1, folding: true) else { return nil }
      end = point + 10
    default: return nil
    }
    let start = nameStart(to: point)
    guard start < point, !goesOn(at: end), !isCommonplace(start: start, point: point, end: end) else {
      return nil
    }
    return Leak(.internalName, start..<end)
  }

  /// An address of a person, at its `@`.
  func email(at mark: Int) -> Leak? {
    var start = start(of: .mailbox, to: mark, limit: Self.longestMailbox)
    while start < mark, !self.is(.letterOrDigit, start) { start += 1 }
    // `$PASS@host` is a variable, and no mailbox.
    guard start < mark, byte(start - 1) != UInt8(ascii: "$") else { return nil }
    var end = mark + 1
    var lastLabel = end
    while true {
      let label = self.end(of: .token, from: end, limit: 64)
      guard label > end else { break }
      lastLabel = end
      end = label
      guard byte(end) == UInt8(ascii: "."), self.is(.token, end + 1) else { break }
      end += 1
    }
    guard lastLabel > mark + 1, isTopLevel(lastLabel..<end), !isUnit(lastLabel..<end) else { return nil }
    // `git@host:path` names a door, not a person; a name and a version (`pkg@1.2.beta`) names neither.
    if mark - start == 3, stands("git", at: start),
      [UInt8(ascii: ":"), UInt8(ascii: "/")].contains(byte(end))
    {
      return nil
    }
    guard !self.is(.digit, mark + 1) || byte(self.end(of: .digit, from: mark + 1)) != UInt8(ascii: ".") else {
      return nil
    }
    return Leak(.email, start..<end)
  }

  /// What a mailbox's name may be long by its standard.
  private static var longestMailbox: Int { 64 }
  /// What a name may be long by its standard.
  private static var longestName: Int { 253 }

  private func nameStart(to point: Int) -> Int {
    var start = point
    while start > 0, point - start < Self.longestName {
      let byte = text[start - 1]
      let isLabel = kinds[Int(byte)].contains(.token) || byte >= 0x80
      let isPoint = byte == UInt8(ascii: ".") && start < point
      guard isLabel || isPoint else { break }
      start -= 1
    }
    return start
  }

  /// Whether the name is longer than the ending: `nas.language`, `values.local.yaml`.
  private func goesOn(at end: Int) -> Bool {
    if self.is(.token, end) || byte(end) >= 0x80 || byte(end) == UInt8(ascii: "(") { return true }
    return byte(end) == UInt8(ascii: ".") && self.is(.letterOrDigit, end + 1)
  }

  private func isCommonplace(start: Int, point: Int, end: Int) -> Bool {
    // A hidden file: `.env.local`, `~/.local`.
    if byte(start) == UInt8(ascii: ".") { return true }
    let label = self.start(of: .token, to: point, limit: 64)
    if stands("cluster.local", at: label, folding: true), end - label == 13 { return true }
    if stands("localhost.localdomain", at: label, folding: true) { return true }
    return (stands("host.docker.internal", at: start) || stands("metadata.google.internal", at: start))
      && end - start < 25
  }

  private func isTopLevel(_ range: Range<Int>) -> Bool {
    range.count >= 2 && range.allSatisfy { self.is(.letterOrDigit, $0) && !self.is(.digit, $0) }
  }

  /// A unit of systemd (`getty@tty1.service`) or a picture for dense screens (`logo@2x.png`).
  private func isUnit(_ range: Range<Int>) -> Bool {
    let endings: [StaticString] = [
      "service", "socket", "timer", "target", "mount", "slice", "scope", "png", "jpg", "jpeg", "webp", "svg",
      "gif",
    ]
    return endings.contains { $0.utf8CodeUnitCount == range.count && stands($0, at: range.lowerBound) }
  }
}
