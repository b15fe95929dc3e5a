import Bytes

/// What lines of pages ask of the policy, by their digests: the head, the masthead and the foot of a site stand on
/// thousands of pages, and are read on the first.
///
/// Only lines that begin and end between two tags are known, so that each asks the same wherever it stands. A line that
/// is pushed out by another, or was never known, is read once more.
///
/// Known lines that ask for nothing often follow one another. They are kept as a run behind the first of them, and where
/// that stands again, the run is compared with what follows at once:
///
///     first page    A B C x D     each line is read
///     second page   A B C y D     A, B, C and D are known by their digests; `B C` is kept behind A
///     third page    A B C z D     A is known by its digest, `B C` stands behind it
struct KnownLines: Sendable {
  /// What is known of a digest.
  private struct Known: Sendable {
    var digest: UInt64 = 0
    var needs = -1
    /// Where the bytes of the run behind the line are kept.
    var run = 0..<0
  }

  private var known = [Known](repeating: Known(), count: Self.size)
  /// What lines were found to ask, by number; most ask for nothing, which is the first.
  private(set) var needs: [Set<PolicyNeed>] = [[]]
  /// The bytes of runs.
  private var text: [UInt8] = []
  /// The place of the line that the run at hand stands behind; nil outside of runs.
  private var first: Int?
  /// The run at hand, in the page.
  private var run = 0..<0

  /// Longer lines are of single pages: paragraphs, structured data.
  static let longest = 512
  /// Several times the lines that pages of a site share; a power of two.
  private static let size = 1024
  /// Lines that ask for more kinds of things than these are of single pages too.
  private static let mostNeeds = 64
  /// When runs take as many bytes, most are of pages long past.
  private static let mostText = 1 << 16

  /// The number of what a line asks, and where it ends with the run behind it; nil for one that is not known. The line
  /// stands at the end of a range in which no other tag begins, and up to a limit nothing is passed over.
  mutating func look(
    _ line: Digest, at range: Range<Int>, to limit: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (needs: Int, end: Int)? {
    let place = Self.place(of: line)
    let found = known[place]
    guard found.digest == line.value, found.needs >= 0 else {
      endRun(in: bytes)
      return nil
    }
    let end = range.upperBound
    if first != nil, found.needs == 0, run.upperBound == range.lowerBound {
      run = run.lowerBound..<end
      return (0, end)
    }
    endRun(in: bytes)
    let stands =
      !found.run.isEmpty && found.run.count <= limit - end
      && text.withUnsafeBufferPointer { bytes.holds(UnsafeBufferPointer(rebasing: $0[found.run]), at: end) }
    if stands { return (found.needs, end + found.run.count) }
    first = place
    run = end..<end
    return (found.needs, end)
  }

  /// Ends the run at hand, and keeps it for the next page.
  mutating func endRun(in bytes: UnsafeBufferPointer<UInt8>) {
    guard let line = first else { return }
    first = nil
    guard !run.isEmpty, run.count <= Self.mostText else { return }
    if text.count + run.count > Self.mostText {
      text.removeAll(keepingCapacity: true)
      for place in known.indices { known[place].run = 0..<0 }
    }
    known[line].run = text.count..<text.count + run.count
    text.append(contentsOf: bytes[run])
  }

  /// Remembers what a line asks.
  mutating func learn(_ line: Digest, _ asked: Set<PolicyNeed>) {
    guard let number = asked.isEmpty ? 0 : number(of: asked) else { return }
    known[Self.place(of: line)] = Known(digest: line.value, needs: number)
  }

  private mutating func number(of asked: Set<PolicyNeed>) -> Int? {
    if let number = needs.firstIndex(of: asked) { return number }
    guard needs.count < Self.mostNeeds else { return nil }
    needs.append(asked)
    return needs.count - 1
  }

  private static func place(of line: Digest) -> Int { Int(truncatingIfNeeded: line.value) & (size - 1) }
}
