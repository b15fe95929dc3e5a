import Diagnostics

/// A part of what was written, and whose words stand there; all else was generated.
public struct Passage: Sendable {
  public enum Origin: Sendable {
    /// The author wrote it.
    case author
    /// A value that was judged when it was written: what it holds is meant to be seen.
    case judged
  }

  public let range: Range<Int>
  public let origin: Origin

  public init(_ range: Range<Int>, _ origin: Origin) {
    self.range = range
    self.origin = origin
  }
}

extension LeakScanner {
  /// Looks at what an author wrote.
  public static let author = LeakScanner(depth: .page)

  /// What looks like a real secret in a text of the author's, as warnings.
  public func findings(inAuthors source: Source) -> Report {
    findings(in: source, passages: [Passage(0..<source.bytes.count, .author)])
  }

  /// Looks through a file that was written.
  ///
  /// In the author's own words only what looks like a real secret is told, as a warning; in generated text each leak is
  /// an error. A secret that the run knows is an error everywhere.
  public func findings(in output: Source, passages: [Passage] = []) -> Report {
    let leaks = leaks(in: output.bytes.span)
    guard !leaks.isEmpty else { return Report() }
    // Mistakes show the line they are in.
    let shown = Source(path: output.path, bytes: Self.covered(output.bytes, leaks))
    var report = Report()
    for leak in leaks {
      let origin = passages.first { $0.range.contains(leak.range) }?.origin
      switch origin {
      case _ where leak.kind == .secret, nil:
        report.add(shown.mistake(PublishFinding.leakInOutput(leak.kind, isAuthors: false), at: leak.range))
      case .author where leak.kind.isSecret:
        report.add(shown.mistake(PublishFinding.leakInOutput(leak.kind, isAuthors: true), at: leak.range))
      case .author, .judged: break
      }
    }
    return report
  }

  /// The bytes with a mark in the place of each byte of a leak, so that places stay where they are.
  public static func covered(
    _ bytes: [UInt8], _ leaks: [Leak], with mark: UInt8 = UInt8(ascii: "*")
  ) -> [UInt8] {
    var covered = bytes
    for leak in leaks {
      for index in leak.range where covered[index] > 0x20 { covered[index] = mark }
    }
    return covered
  }
}
