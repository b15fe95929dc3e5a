import Diagnostics

/// Finds in a text what must not be published.
///
///     LeakScanner(depth: .value).leaks(in: "nas.lan (192.168.1.20)")
///     // internal-name 0..<7, private-address 9..<21
public struct LeakScanner: Sendable {
  /// How closely a text is looked at.
  public enum Depth: Sendable {
    /// A page or a feed: the forms that are never meant otherwise.
    case page
    /// One value of the inventory, or a message: long runs and assignments too.
    case value
  }

  public let depth: Depth
  /// The secrets that this run knows, wherever they stand.
  public let secrets: SecretValues

  public init(depth: Depth, secrets: SecretValues = .none) {
    self.depth = depth
    self.secrets = secrets
  }

  /// All leaks, in the order of the text, without overlaps.
  public func leaks(in text: Swift.Span<UInt8>) -> [Leak] {
    text.withUnsafeBufferPointer { text in
      ByteKind.table.withUnsafeBufferPointer { kinds in
        var sweep = Sweep(text, kinds: kinds)
        sweep.run()
        let more = (depth == .value ? CloseLook.leaks(in: sweep) : []) + secrets.leaks(in: text)
        return more.isEmpty ? sweep.leaks : Self.merged(sweep.leaks + more)
      }
    }
  }

  /// All leaks of a text.
  public func leaks(in text: String) -> [Leak] { leaks(in: Array(text.utf8).span) }

  /// Joins those that overlap; the graver kind stays.
  private static func merged(_ leaks: [Leak]) -> [Leak] {
    var merged: [Leak] = []
    for leak in leaks.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      guard let last = merged.last, last.range.upperBound > leak.range.lowerBound else {
        merged.append(leak)
        continue
      }
      let range = last.range.lowerBound..<max(last.range.upperBound, leak.range.upperBound)
      merged[merged.count - 1] = Leak(
        last.kind.isSecret || !leak.kind.isSecret ? last.kind : leak.kind, range)
    }
    return merged
  }
}
