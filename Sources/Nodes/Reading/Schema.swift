/// A JSON Schema in the making: structures that contain themselves become definitions that are referred to.
public struct Schema: Sendable {
  /// Nobody will read it: only stand-ins are wanted.
  let isSketch: Bool
  private var open: [String] = []
  private var recursive: Set<String> = []
  private var definitions: [(String, Node)] = []

  public init() { self.init(isSketch: false) }

  init(isSketch: Bool) {
    self.isSketch = isSketch
  }

  /// Describes a structure; inside itself it is only referred to.
  mutating func named(_ name: String, _ describe: (inout Schema) -> Node) -> Node {
    let reference: Node = ["$ref": Node("#/$defs/\(name)")]
    guard !open.contains(name), !definitions.contains(where: { $0.0 == name }) else {
      recursive.insert(name)
      return reference
    }
    open.append(name)
    let node = describe(&self)
    open.removeLast()
    guard recursive.contains(name) else { return node }
    definitions.append((name, node))
    return reference
  }

  /// The whole document.
  func document(title: String, body: Node) -> Node {
    var entries: [(String, Node)] = [
      ("$schema", "https://json-schema.org/draft/2020-12/schema"), ("title", Node(title)),
    ]
    entries += (body.entries ?? []).map { ($0.key, $0.value) }
    if !definitions.isEmpty { entries.append(("$defs", Node(definitions))) }
    return Node(entries)
  }
}
