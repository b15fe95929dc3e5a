import Diagnostics

// Values written as one text: a word out of several, or a text of a certain form.

/// The words of an enumeration: `enum RawHTML: String, CaseIterable, Readable { case allow, filter, escape }`.
extension Readable where Self: RawRepresentable & CaseIterable, RawValue == String {
  public static func read(_ node: Node, in reading: inout Reading) -> Self {
    guard let text = node.text else { return reading.refuse(node, expecting: .text, standIn: standIn) }
    if let value = Self(rawValue: text) { return value }
    let words = allCases.map(\.rawValue)
    let near = nearest(to: text, among: words)
    reading.add(
      ReadingFinding.notAllowed(
        path: reading.path(), found: Found(node).lexeme, allowed: words, nearest: near),
      at: node.range)
    return standIn
  }

  public static func describe(in schema: inout Schema) -> Node {
    ["enum": Node(allCases.map { Node($0.rawValue) })]
  }

  public static var standIn: Self {
    guard let first = allCases.first else { preconditionFailure("\(Self.self) has no words") }
    return first
  }

  public var written: Node? { Node(rawValue) }
}

/// A value written as one text of a certain form, such as a duration, an address or a size.
///
///     struct Port: TextReadable {
///       let number: UInt16
///       init?(text: String) { … }
///       static let expected = Expectation.words(english: "a port such as 8080", spanish: "un puerto como 8080")
///       static let standIn = Port(number: 0)
///     }
public protocol TextReadable: Readable {
  /// Nil when the text has not the form.
  init?(text: String)
  /// The form, for messages.
  static var expected: Expectation { get }
  /// A regular expression for editors; nil where the form is more than one can say.
  static var pattern: String? { get }
}

extension TextReadable {
  public static var pattern: String? { nil }

  public static func read(_ node: Node, in reading: inout Reading) -> Self {
    node.text.flatMap { Self(text: $0) } ?? reading.refuse(node, expecting: expected, standIn: standIn)
  }

  public static func describe(in schema: inout Schema) -> Node {
    guard let pattern else { return ["type": ["string", "number"]] }
    return ["type": ["string", "number"], "pattern": Node(pattern)]
  }
}
