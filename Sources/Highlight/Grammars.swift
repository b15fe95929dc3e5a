/// The languages that can be coloured, by name.
public struct Grammars: Sendable {
  /// The languages that come with the program.
  public static let builtIn = Grammars()
}

extension Grammars {
  func language(named name: some Sequence<UInt8>) -> LanguageID? {
    String(decoding: Array(name), as: UTF8.self) == "text" ? .text : nil
  }
}
