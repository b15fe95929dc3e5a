import Diagnostics

/// Where a decoder stands in a document, and what it found wrong so far.
public struct Reading: Sendable {
  public let source: Source
  public private(set) var report = Report()
  /// The keys and indices from the root: `menu[2].url`.
  private var path: String

  public init(source: Source, under key: String = "") {
    self.source = source
    path = key
  }

  /// The path of a key, or of the value itself when nil.
  public func path(of key: String? = nil) -> String {
    guard let key else { return path }
    return path.isEmpty ? key : "\(path).\(key)"
  }

  /// Reports what is wrong with a node or key.
  public mutating func add(_ finding: some Finding, at range: Range<Int>) {
    report.add(source.mistake(finding, at: range))
  }

  /// Reports a mistake that was built elsewhere, such as one whose line must not be shown as it is.
  public mutating func add(_ mistake: Mistake) { report.add(mistake) }

  /// Reports that something else was expected, and returns the stand-in.
  public mutating func refuse<Value>(_ node: Node, expecting expected: Expectation, standIn: Value) -> Value {
    add(ReadingFinding.wrongType(path: path, expected: expected, found: Found(node)), at: node.range)
    return standIn
  }

  /// Reads what stands under a key.
  mutating func under<Value>(_ key: String, _ read: (inout Reading) -> Value) -> Value {
    descend(to: path(of: key), read)
  }

  /// Reads an item of a list.
  mutating func under<Value>(_ index: Int, _ read: (inout Reading) -> Value) -> Value {
    descend(to: "\(path)[\(index)]", read)
  }

  private mutating func descend<Value>(to inner: String, _ read: (inout Reading) -> Value) -> Value {
    let outer = path
    path = inner
    defer { path = outer }
    return read(&self)
  }
}
