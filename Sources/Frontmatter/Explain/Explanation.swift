import Bytes
import Diagnostics
import Language
import Nodes

/// What `sitegen explain FILE` tells: how a file was understood, and from which of its lines.
public struct Explanation: Sendable {
  /// How the bytes of the file became text.
  public struct Encoding: Sendable, Equatable {
    /// Such as `UTF-8` or `Mac Roman`.
    public let name: String
    /// What was mended, a sentence for each.
    public let repairs: [String]

    public init(name: String, repairs: [String] = []) {
      self.name = name
      self.repairs = repairs
    }
  }

  /// One field that has a value.
  struct Row {
    let field: Field
    let value: Shown
    let origin: Origin
    /// Counted from 1; nil for what the file's name says.
    let line: Int?
  }

  let path: String
  let header: Header
  let encoding: Encoding
  let rows: [Row]
  /// The line of each ignored key.
  let ignoredLines: [Int]

  /// Explains the header that was read from a source.
  public init(of header: Header, in source: Source, encoding: Encoding) {
    path = source.path
    self.header = header
    self.encoding = encoding
    let line = { (range: Range<Int>) in Place(of: range, in: source.bytes.span).line }
    rows = Field.allCases.compactMap { field in
      guard let origin = header.metadata.origin(of: field), let value = header.metadata.shown(field) else {
        return nil
      }
      return Row(
        field: field, value: value, origin: origin, line: origin.range.isEmpty ? nil : line(origin.range))
    }
    ignoredLines = header.ignored.map { line($0.range) }
  }
}
