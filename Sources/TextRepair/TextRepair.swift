/// Makes clean UTF-8 of the bytes of a text file: finds its encoding and undoes mojibake.
///
/// Clean text comes back as the same buffer, whatever its normal form, its line ends and its language. Repairing twice
/// is repairing once: the text is looked at again until nothing changes.
public func repair(_ bytes: [UInt8]) -> Repaired {
  var repaired = repairOnce(bytes)
  for _ in 0..<mostMarks where !repaired.isUnchanged && Content.isWrapped(repaired.bytes) {
    repaired = repaired.followed(by: repairOnce(repaired.bytes), from: bytes)
  }
  return repaired
}

/// Repairs the name of a file, as the bytes that the system knows it by; a name that would become a path stays.
public func repairName(_ bytes: [UInt8]) -> Repaired {
  let repaired = repair(bytes)
  let isName = !repaired.bytes.contains { $0 == UInt8(ascii: "/") || $0 < 0x20 } && !repaired.bytes.isEmpty
  return isName ? repaired : Repaired(bytes, repaired.encoding, from: bytes)
}

/// A second mark comes to light under the first when a mark itself was damaged; more than a few are made by hand.
private let mostMarks = 8

private func repairOnce(_ bytes: [UInt8]) -> Repaired {
  let content = Content(bytes)
  guard !content.screen.isClean else {
    return Repaired(content.text, content.encoding, decoded: content.changes, from: bytes)
  }
  let lines = Mojibake.repaired(content.text, content.screen)
  let text = Lines.text(content.text, with: lines)
  return Repaired(text, content.encoding, decoded: content.changes, lines: lines, from: bytes)
}

/// The bytes of a file as valid UTF-8.
private struct Content {
  var text: [UInt8]
  var encoding = Encoding.utf8(hasMark: false, isDamaged: false)
  var changes: [ByteDecoding.Change] = []
  var screen: Screen

  init(_ bytes: [UInt8]) {
    if let wide = WideText(bytes), let decoded = wide.decoded(bytes) {
      text = decoded
      encoding = wide.encoding
      screen = Screen(text)
      return
    }
    text = bytes
    let marks = Self.marks(of: bytes)
    if marks > 0 {
      text.removeFirst(marks * Self.mark.count)
      encoding = .utf8(hasMark: true, isDamaged: false)
    }
    screen = Screen(text)
    guard screen.isMalformed else { return }
    let outcome = ByteDecoding(table: .shared, spanish: .shared).decode(text)
    text = outcome.text
    encoding = outcome.encoding
    changes = outcome.changes
    screen = Screen(text)
  }

  /// Whether a text begins with a mark or is wide text, so that it is not read to the end yet.
  static func isWrapped(_ text: [UInt8]) -> Bool {
    text.starts(with: mark) || WideText(text)?.decoded(text) != nil
  }

  /// How many marks stand at the start: programs that add one to each file they join leave several.
  private static func marks(of bytes: [UInt8]) -> Int {
    var count = 0
    while bytes[(count * mark.count)...].starts(with: mark) { count += 1 }
    return count
  }

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
}
