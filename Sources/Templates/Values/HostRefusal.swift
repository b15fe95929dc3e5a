import Diagnostics
import Language

/// Why the site refuses a call; the words are the site's.
public struct HostRefusal: Error, Sendable, Hashable {
  public let english: String
  public let spanish: String
  public let englishHint: String?
  public let spanishHint: String?

  public init(english: String, spanish: String) {
    self.english = english
    self.spanish = spanish
    englishHint = nil
    spanishHint = nil
  }

  /// Refuses with the words of a finding, hint and all.
  public init<Told: Finding>(_ finding: Told) {
    let (said, dicho) = (finding.sentence(in: .english), finding.sentence(in: .spanish))
    (english, englishHint) = (said.message, said.hint)
    (spanish, spanishHint) = (dicho.message, dicho.hint)
  }
}
