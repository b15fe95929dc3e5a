/// A language that a highlighter knows; valid for the highlighter that gave it.
public struct LanguageID: Sendable, Hashable {
  let index: Int

  /// Everything is plain; the same for all highlighters.
  public static let text = LanguageID(index: 0)
}
