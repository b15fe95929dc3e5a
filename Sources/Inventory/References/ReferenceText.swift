import Nodes

/// A reference as the author wrote it; whether it leads anywhere is checked once everything is read.
struct ReferenceText<Target: ReferenceTarget>: Readable {
  let use: ReferenceUse

  static func read(_ node: Node, in reading: inout Reading) -> ReferenceText {
    let text = node.text ?? reading.refuse(node, expecting: expected, standIn: "")
    return ReferenceText(
      use: ReferenceUse(
        path: reading.path(), text: text, reference: Reference(text: text), range: node.range,
        kinds: Target.kinds, part: Target.part))
  }

  static func describe(in schema: inout Schema) -> Node {
    let kinds = Target.kinds.map(\.rawValue).joined(separator: "|")
    let part = Target.part.map { "/\($0)/[a-z0-9][a-z0-9-]*" } ?? ""
    return ["type": "string", "pattern": Node("^(\(kinds)):[a-z0-9][a-z0-9-]*\(part)$")]
  }

  static var standIn: ReferenceText {
    ReferenceText(
      use: ReferenceUse(path: "", text: "", reference: nil, range: 0..<0, kinds: [], part: nil))
  }

  private static var expected: Expectation {
    let example = "\(Target.kinds.first?.rawValue ?? "host"):id" + (Target.part.map { "/\($0)/id" } ?? "")
    return .words(english: "a reference such as '\(example)'", spanish: "una referencia como '\(example)'")
  }
}

/// One place where something refers to something else.
public struct ReferenceUse: Sendable, Equatable {
  /// The field from the root of its file: `nodes.cp-1.runsOn`.
  let path: String
  /// The field of the thing: `runsOn`.
  var field = ""
  let text: String
  /// Nil when the text has not the form of a reference.
  let reference: Reference?
  let range: Range<Int>
  /// What may be referred to here.
  let kinds: [Kind]
  let part: String?
}
