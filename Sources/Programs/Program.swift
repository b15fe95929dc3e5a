/// A command of the system and what it is given; it is started without a shell, so that no word is read twice.
public struct Program: Sendable {
  /// The command, found along `PATH`, and its arguments.
  public let words: [String]
  /// The names of the variables that it inherits; all others stay hidden from it.
  public var inherits: [String] = ["PATH", "HOME", "XDG_CONFIG_HOME", "TMPDIR"]
  /// The variables that it gets besides, which win over inherited ones.
  public var variables: [(name: String, value: String)] = []
  /// The folder that it works in; ours where none is named.
  public var folder: String?
  /// What it reads from its standard input.
  public var input: [UInt8] = []
  /// How long it may take; without a limit it may take for ever.
  public var timeLimit: Duration?
  /// Whether it ends when the thread that runs it does, even if we are killed, as far as the system can do that (Linux).
  /// What goes on writing somewhere after us would meet whoever writes there next.
  public var isBound = false
  /// How much it may write to either of its outputs.
  public var outputLimit = 256 << 20

  public init(_ words: [String]) { self.words = words }

  /// How a command ended.
  public struct Outcome: Sendable {
    /// The code it ended with; 128 and the number of the signal that ended it, as shells count.
    public let status: Int32
    public let output: [UInt8]
    public let errors: [UInt8]

    public var succeeded: Bool { status == 0 }

    /// What it said on its error output, as text without the white space around it.
    public var complaint: String {
      let text = String(decoding: errors, as: UTF8.self)
      guard let start = text.firstIndex(where: { !$0.isWhitespace }),
        let end = text.lastIndex(where: { !$0.isWhitespace })
      else { return "" }
      return String(text[start...end])
    }
  }
}

/// Why a command gave no outcome.
public enum ProgramFailure: Error, Sendable, Hashable {
  /// It is not installed.
  case absent(String)
  /// The system would not start it.
  case refused(String, reason: String)
  /// It took longer than it may, and was ended.
  case tookTooLong(String, limit: Duration)
  /// It wrote more than it may, and was ended.
  case wroteTooMuch(String, limit: Int)
}
