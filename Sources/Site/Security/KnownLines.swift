import Bytes

/// What lines of pages ask of the policy, by their digests: the head, the masthead and the foot of a site stand on
/// thousands of pages, and are read on the first.
///
/// Only lines that begin and end between two tags are known, so that each asks the same wherever it stands. A line that
/// is pushed out by another, or was never known, is read once more.
struct KnownLines: Sendable {
  private var lines = [(digest: UInt64, needs: Int)](repeating: (0, -1), count: Self.size)
  /// What lines were found to ask, by number; most ask for nothing, which is the first.
  private(set) var needs: [Set<PolicyNeed>] = [[]]

  /// Longer lines are of single pages: paragraphs, structured data.
  static let longest = 512
  /// Several times the lines that pages of a site share; a power of two.
  private static let size = 1024
  /// Lines that ask for more kinds of things than these are of single pages too.
  private static let mostNeeds = 64

  /// The number of what a line asks; nil for one that is not known.
  func number(of line: Digest) -> Int? {
    let known = lines[Self.place(of: line)]
    return known.digest == line.value && known.needs >= 0 ? known.needs : nil
  }

  /// Remembers what a line asks.
  mutating func learn(_ line: Digest, _ asked: Set<PolicyNeed>) {
    guard let number = asked.isEmpty ? 0 : number(of: asked) else { return }
    lines[Self.place(of: line)] = (line.value, number)
  }

  private mutating func number(of asked: Set<PolicyNeed>) -> Int? {
    if let number = needs.firstIndex(of: asked) { return number }
    guard needs.count < Self.mostNeeds else { return nil }
    needs.append(asked)
    return needs.count - 1
  }

  private static func place(of line: Digest) -> Int { Int(truncatingIfNeeded: line.value) & (size - 1) }
}
