import Diagnostics

/// Where a decoder stands in a document, and what it found wrong so far.
public struct Reading: Sendable {
  public let source: Source
  public private(set) var report = Report()
  /// The keys and indices from the root; they are only put together for a mistake.
  private var steps: [Step]

  private enum Step {
    case key(String)
    case index(Int)
  }

  public init(source: Source, under key: String = "") {
    self.source = source
    steps = key.isEmpty ? [] : [.key(key)]
  }

  /// The path of a key, or of the value itself when nil: `menu[2].url`.
  public func path(of key: String? = nil) -> String {
    var path = ""
    for step in steps + (key.map { [.key($0)] } ?? []) {
      switch step {
      case .key(let key): path += path.isEmpty ? key : ".\(key)"
      case .index(let index): path += "[\(index)]"
      }
    }
    return path
  }

  /// The number of what is read in the list around it; nil outside a list.
  public var item: Int? {
    guard case .index(let index) = steps.last else { return nil }
    return index
  }

  /// Hands all over to whoever reads on, so that nothing is kept twice and then copied when it grows.
  mutating func handOver() -> Reading {
    defer { (report, steps) = (Report(), []) }
    return self
  }

  /// Reports what is wrong with a node or key.
  public mutating func add(_ finding: some Finding, at range: Range<Int>) {
    report.add(source.mistake(finding, at: range))
  }

  /// Reports a mistake that was built elsewhere, such as one whose line must not be shown as it is.
  public mutating func add(_ mistake: Mistake) { report.add(mistake) }

  /// Reports that something else was expected, and returns the stand-in.
  public mutating func refuse<Value>(_ node: Node, expecting expected: Expectation, standIn: Value) -> Value {
    add(ReadingFinding.wrongType(path: path(), expected: expected, found: Found(node)), at: node.range)
    return standIn
  }

  /// Reads what stands under a key.
  mutating func under<Value>(_ key: String, _ read: (inout Reading) -> Value) -> Value {
    descend(to: .key(key), read)
  }

  /// Reads an item of a list.
  mutating func under<Value>(_ index: Int, _ read: (inout Reading) -> Value) -> Value {
    descend(to: .index(index), read)
  }

  private mutating func descend<Value>(to step: Step, _ read: (inout Reading) -> Value) -> Value {
    steps.append(step)
    defer { steps.removeLast() }
    return read(&self)
  }
}
