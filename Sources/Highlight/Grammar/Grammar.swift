import Diagnostics

/// A grammar file as read: names, word lists, and states with their rules, references not yet followed.
struct Grammar: Sendable {
  let source: Source
  /// The first is what the language is called, all are what it answers to.
  var names: [String] = []
  var ignoresCase = false
  var words: [String: WordList] = [:]
  var states: [String: State] = [:]

  /// Words that get a style of their own, and what follows from meeting one.
  struct WordList: Sendable {
    let outcome: Outcome
    var words: [[UInt8]] = []
  }

  /// What may stand at one point of the code.
  struct State: Sendable {
    var entries: [Entry] = []
  }

  enum Entry: Sendable {
    case rule(Rule)
    case include(Reference)
    /// What happens where no rule matches.
    case otherwise(Outcome)
  }

  struct Rule: Sendable {
    let pattern: AnchoredPattern
    let outcome: Outcome
    let wordLists: [Reference]
    let condition: Condition?
  }

  /// What must, or must not, follow a match.
  struct Condition: Sendable {
    let pattern: AnchoredPattern
    let isWanted: Bool
  }

  struct Outcome: Sendable {
    let style: Style
    let moves: [Move]
  }

  /// One step on the stack of states.
  enum Move: Sendable {
    case push(Reference, Extent?)
    case set(Reference, Extent?)
    case pop(Int)
  }

  /// Where a pushed state ends at the latest, found before it begins.
  struct Extent: Sendable {
    let kind: Kind
    /// The bytes a tag is made of; the last run of them in the match is the tag.
    let tagBytes: ByteSet

    enum Kind: Sendable {
      /// The end of the line.
      case line
      /// The end of the line that no backslash continues.
      case command
      /// The line that holds the tag alone.
      case heredoc
      /// The first line that is indented no more than the line of the match.
      case dedent
      /// A text, which may hold the tag between its two parts.
      case text([UInt8], tag: Bool, [UInt8])
    }
  }

  /// The name of a state or word list, with its place for messages.
  struct Reference: Sendable {
    let name: String
    let range: Range<Int>
  }
}
