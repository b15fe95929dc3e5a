/// Makes clean UTF-8 of the bytes of a text file: finds its encoding and undoes mojibake.
///
/// Clean text comes back as the same buffer, whatever its normal form, its line ends and its language. Repairing twice
/// is repairing once: the text is looked at again until nothing changes.
public func repair(_ bytes: [UInt8]) -> Repaired {
  let content = Content(bytes)
  let screen = content.screen
  guard !screen.isClean else { return Repaired(content.text, content.encoding, content.repairs, from: bytes) }
  let lines = Mojibake.repaired(content.text, screen)
  let repairs = content.repairs + lines.flatMap { $0.repairs(by: .shared) }
  return Repaired(Lines.text(content.text, with: lines), content.encoding, repairs.sorted(), from: bytes)
}

/// The bytes of a file as valid UTF-8.
private struct Content {
  var text: [UInt8]
  var encoding = Encoding.utf8(hasMark: false, isDamaged: false)
  var repairs: [Repair] = []
  var screen: Screen

  init(_ bytes: [UInt8]) {
    if let wide = WideText(bytes), let decoded = wide.decoded(bytes) {
      text = decoded
      encoding = wide.encoding
      screen = Screen(text)
      return
    }
    text = bytes
    if bytes.starts(with: Self.mark) {
      text.removeFirst(Self.mark.count)
      encoding = .utf8(hasMark: true, isDamaged: false)
    }
    screen = Screen(text)
    guard screen.isMalformed else { return }
    let outcome = ByteDecoding(table: .shared, spanish: .shared).decode(text)
    text = outcome.text
    encoding = outcome.encoding
    screen = Screen(text)
    repairs = outcome.changes.flatMap { change in
      Comparison(of: change.before, with: change.after).repairs(
        line: change.number, chain: [change.codec?.name ?? "utf-8"], grade: .lossless,
        confidence: change.saved / Spanish.bit)
    }
  }

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
}

extension Line {
  /// What was done to the line, for the report.
  fileprivate func repairs(by spanish: Spanish) -> [Repair] {
    guard scalars != original else { return [] }
    let saved = spanish.cost(of: original) - spanish.cost(of: scalars)
    return Comparison(of: original, with: scalars).repairs(
      line: number, chain: chain.map(\.name), grade: isRestored ? .restored : .lossless,
      confidence: saved / Spanish.bit)
  }
}
