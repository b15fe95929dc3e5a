/// The language a sentence for a person is written in.
public enum Tongue: String, Sendable, CaseIterable {
  case spanish = "es"
  case english = "en"

  /// Chooses between the two wordings of one sentence.
  @inlinable
  public func pick(en english: @autoclosure () -> String, es spanish: @autoclosure () -> String) -> String {
    switch self {
    case .spanish: spanish()
    case .english: english()
    }
  }
}
