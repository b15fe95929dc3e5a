import Bytes
import Diagnostics
import Language

/// What the interface says in one language, found by one look: templates ask for a dozen texts on every page.
public struct LanguageStrings: Sendable {
  /// A wording, and the language that it was written in.
  struct Entry: Sendable {
    let wording: Wording
    let tongue: Tongue
  }

  let entries: [String: Entry]

  /// The texts that are the same whenever they are asked for: those without a plural and without gaps.
  public var constants: [String: String] {
    entries.compactMapValues { $0.wording.isCounted ? nil : $0.wording.phrase(for: .other).constant }
  }

  /// A text of the interface; `count` chooses the plural's form and stands for `{count}`, `value` fills other gaps.
  public func text(
    _ key: String, count: Int? = nil, _ value: (String) -> String? = { _ in nil }
  ) throws(ThemeFinding) -> String {
    guard let entry = entries[key] else {
      throw .unknownString(key: key, nearest: nearest(to: key, among: entries.keys.sorted()))
    }
    guard let count else {
      guard !entry.wording.isCounted else { throw .countNeeded(key: key) }
      return try Self.filled(entry.wording.phrase(for: .other), key, value)
    }
    let phrase = entry.wording.phrase(for: Plural.of(count, in: entry.tongue))
    return try Self.filled(phrase, key) { name in
      guard name == "count" else { return value(name) }
      var digits: [UInt8] = []
      digits.append(number: count, in: entry.tongue)
      return String(decoding: digits, as: UTF8.self)
    }
  }

  private static func filled(
    _ phrase: Phrase, _ key: String, _ value: (String) -> String?
  ) throws(ThemeFinding) -> String {
    do throws(MissingValue) {
      return try phrase.filled(value)
    } catch {
      throw .missingArgument(error.name, key: key)
    }
  }
}
