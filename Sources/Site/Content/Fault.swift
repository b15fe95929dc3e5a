import Diagnostics
import Frontmatter
import Workers

/// A mistake of a page found while the site is assembled, when the page's text is no longer at hand.
public struct Fault: Sendable {
  public let finding: any Finding
  /// The file, from the root of the site.
  public let path: String
  /// The key that is wrong, as bytes of the file.
  public let range: Range<Int>?

  /// A mistake in the text of a file.
  init(_ finding: some Finding, at range: Range<Int>, of path: String) {
    self.finding = finding
    self.path = path
    self.range = range
  }

  /// A fault that was found before.
  init(_ finding: any Finding, path: String, range: Range<Int>?) {
    self.finding = finding
    self.path = path
    self.range = range
  }

  init(_ finding: ContentFinding, in entry: Entry, at field: Field? = nil) {
    self.init(telling: finding, in: entry, at: field)
  }

  /// A mistake of a page, at the key that says it.
  init(telling finding: some Finding, in entry: Entry, at field: Field? = nil) {
    self.finding = finding
    path = entry.file.shownPath
    range = field.flatMap { entry.metadata.origin(of: $0)?.range }
  }

  init(_ finding: ContentFinding, path: String) {
    self.init(telling: finding, path: path)
  }

  /// A mistake of a file as a whole.
  init(telling finding: some Finding, path: String) {
    self.finding = finding
    self.path = path
    range = nil
  }

  /// The mistake with its line; `read` gives the text of a file as it was read before.
  public func mistake(reading read: (String) -> Source?) -> Mistake {
    guard let range, !range.isEmpty, let source = read(path) else {
      return finding.mistake(path: path, place: nil)
    }
    return finding.mistake(path: path, place: Place(of: range, in: source.bytes.span))
  }
}

extension Fault {
  /// The mistakes of faults in the order of their files; `read` is asked once for each file in a row.
  static func mistakes(of faults: [Fault], reading read: (String) -> Source?) -> [Mistake] {
    var last: (path: String, source: Source?)?
    return faults.map { fault in
      fault.mistake { path in
        if let last, last.path == path { return last.source }
        let source = read(path)
        last = (path, source)
        return source
      }
    }
  }
}

extension Fault {
  /// The same by several workers, each of which reads other files.
  static func mistakes(
    of faults: [Fault], reading read: @escaping @Sendable (String) -> Source?, workers: Workers
  ) throws -> [Mistake] {
    var runs: [ArraySlice<Fault>] = []
    var start = 0
    for (number, fault) in faults.enumerated() where fault.path != faults[start].path {
      runs.append(faults[start..<number])
      start = number
    }
    runs.append(faults[start...])
    return try workers.map(runs) { mistakes(of: Array($0), reading: read) }.flatMap(\.self)
  }
}

extension Finding {
  /// Opens the box that a fault or a mistake keeps its finding in.
  func mistake(path: String, place: Place?) -> Mistake {
    Mistake(self, path: path, place: place)
  }
}
