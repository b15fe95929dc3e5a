/// One repaired place of a text.
public struct Repair: Sendable, Hashable {
  /// How sure the outcome is.
  public enum Grade: String, Sendable {
    /// Nothing was lost: the outcome is what the author wrote.
    case lossless
    /// A byte was lost; the letters around say what it was.
    case restored
    /// Damage that cannot be undone.
    case unresolved
  }

  /// Counted from 1, ended by LF.
  public let line: Int
  /// Counted from 1 in characters, bytes that are none counting as one each.
  public let column: Int
  /// What stood there; a byte that was no character is written as `\xE1`.
  public let before: String
  /// What stands there now.
  public let after: String
  /// The names of the encodings that were undone, outermost first.
  public let chain: [String]
  /// How many wrong readings lay on top of each other.
  public var level: Int { chain.count }
  public let grade: Grade
  /// How many bits more the text as it came would cost, of the whole line.
  public let confidence: Int

  init(
    line: Int, column: Int, before: String, after: String, chain: [String], grade: Grade, confidence: Int
  ) {
    self.line = line
    self.column = column
    self.before = before
    self.after = after
    self.chain = chain
    self.grade = grade
    self.confidence = confidence
  }
}

extension Repair: Comparable {
  /// By place.
  public static func < (one: Repair, other: Repair) -> Bool {
    (one.line, one.column) < (other.line, other.column)
  }
}
