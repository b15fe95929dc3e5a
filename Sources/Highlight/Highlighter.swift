/// Colours source code: the text of the spans is always exactly the input.
public struct Highlighter: Sendable {
  private let grammars: Grammars

  /// Uses the built-in languages and, where a site brings some, its own.
  public init(grammars: Grammars = .builtIn) {
    self.grammars = grammars
  }

  /// The language of a name or alias such as `yml`, in any letter case; nil for one that nobody described.
  public func language(named name: some StringProtocol) -> LanguageID? {
    grammars.language(named: name.utf8)
  }

  /// Looks a language up by the bytes of its name.
  public func language(named name: Span<UInt8>) -> LanguageID? {
    name.withUnsafeBufferPointer { grammars.language(named: $0) }
  }

  /// Writes code as HTML with a `span` for each run that is not plain. Spans never cross a line end: whoever needs
  /// lines cuts the result at line feeds.
  public func highlight(_ code: Span<UInt8>, as language: LanguageID, into out: inout [UInt8]) {
    var tokens: [Token] = []
    tokens.reserveCapacity(code.count / 4)
    self.tokens(of: code, as: language, into: &tokens)
    out.reserveCapacity(out.count + 6 * code.count)
    out.append(0..<code.count, of: code, tokens: tokens)
  }

  /// Replaces the content of a reusable buffer by the tokens of the code; they cover it without gaps. Ranges of it
  /// are then written by `append(_:of:tokens:)`.
  public func tokens(of code: Span<UInt8>, as language: LanguageID, into tokens: inout [Token]) {
    tokens.removeAll(keepingCapacity: true)
    guard !code.isEmpty else { return }
    Engine.run(grammars.program(of: language), over: code, into: &tokens)
  }
}
