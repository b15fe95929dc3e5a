/// The prompt of a shell session, which is shown but not selected.
enum Prompt {
  private static let sessions: Set<String> = [
    "console", "shell-session", "shellsession", "sh-session", "terminal",
  ]
  private static let shells: Set<String> = ["sh", "bash", "shell", "zsh"]

  /// Whether code is a session: it says so, or it is shell whose first line starts with `$ `.
  static func isSession(_ language: String, _ code: Span<UInt8>) -> Bool {
    let name = language.lowercased()
    if sessions.contains(name) { return true }
    return shells.contains(name) && code.count > 2 && code[0] == UInt8(ascii: "$")
      && code[1] == UInt8(ascii: " ")
  }

  /// How long the prompt at the start of a line is: `$ `, `# `, `% `, `> `, with what stands before it on a machine.
  static func length(in code: Span<UInt8>, _ line: Range<Int>) -> Int? {
    var index = line.lowerBound
    while index < line.upperBound, index - line.lowerBound < 40 {
      let byte = code[index]
      if "$#%>".utf8.contains(byte), index + 1 < line.upperBound, code[index + 1] == UInt8(ascii: " ") {
        return index + 2 - line.lowerBound
      }
      guard Scanner.isWord(byte) || "@:~/.[]".utf8.contains(byte) else { return nil }
      index += 1
    }
    return nil
  }
}
