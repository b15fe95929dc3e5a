/// Undoes what a wrong reading did to a text that is valid UTF-8, from the surest means to the boldest.
enum Mojibake {
  /// How many wrong readings on top of each other are undone.
  static let deepest = 4

  /// A text settles in one or two rounds; the limit is for texts made to be hostile.
  private static let mostRounds = 8

  /// The lines of a text after their repair; those that are clean without doubt may be left out.
  static func repaired(_ text: [UInt8], _ screen: Screen) -> [Line] {
    if screen.possible == 0, !screen.isOdd, screen.doubts.count < text.count / fewDoubts {
      // Nothing but single lines can be wrong, and these few are soon looked at.
      var lines = Lines.outsideASCII(of: text, only: screen.doubts)
      var pass = LinePass(table: .shared, spanish: .shared)
      pass.repair(&lines)
      Controls.repair(&lines, table: .shared)
      if pass.votes.proved.isEmpty, !lines.contains(where: { $0.steps > 0 }) { return lines }
    }
    var lines = Lines.outsideASCII(of: text)
    repair(&lines)
    return lines
  }

  /// One doubt in so many bytes is a rare thing in a clean text.
  private static let fewDoubts = 512

  /// Repairs all lines in place, until nothing changes: so that repairing twice is repairing once.
  private static func repair(_ lines: inout [Line]) {
    var steps = 0
    for _ in 0..<mostRounds {
      round(&lines)
      let after = lines.indices.reduce(0) { $0 + lines[$1].steps }
      if after == steps { return }
      steps = after
    }
  }

  private static func round(_ lines: inout [Line]) {
    let (table, spanish) = (CodecTable.shared, Spanish.shared)
    let isWhole = WholeFile(table: table, spanish: spanish).repair(&lines)
    var pass = LinePass(table: table, spanish: spanish)
    pass.repair(&lines)
    if !isWhole { LostBytes.repair(&lines, codecs: pass.votes.proved, table: table, spanish: spanish) }
    if !isWhole, pass.votes.isEmpty { CodePageSwap(table: table, spanish: spanish).repair(&lines) }
    Controls.repair(&lines, table: table)
  }
}
