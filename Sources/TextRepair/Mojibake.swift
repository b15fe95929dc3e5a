/// Undoes what a wrong reading did to a text that is valid UTF-8, from the surest means to the boldest.
enum Mojibake {
  /// How many wrong readings on top of each other are undone.
  static let deepest = 4

  /// Repairs the lines in place.
  static func repair(_ lines: inout [Line]) {
    let (table, spanish) = (CodecTable.shared, Spanish.shared)
    let isWhole = WholeFile(table: table, spanish: spanish).repair(&lines)
    var pass = LinePass(table: table, spanish: spanish)
    pass.repair(&lines)
    if !isWhole { LostBytes.repair(&lines, codecs: pass.votes.proved, table: table, spanish: spanish) }
    if !isWhole, pass.votes.isEmpty { CodePageSwap(table: table, spanish: spanish).repair(&lines) }
    Controls.repair(&lines, table: table)
  }
}
