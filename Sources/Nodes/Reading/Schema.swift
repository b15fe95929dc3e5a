/// A JSON Schema in the making: structures that contain themselves, or that are shared, become definitions that are
/// referred to.
public struct Schema: Sendable {
  /// Nobody will read it: only stand-ins are wanted.
  let isSketch: Bool
  /// The structures to define once, whether or not they contain themselves.
  private let shared: Set<String>
  private var names: [ObjectIdentifier: String] = [:]
  private var open: [String] = []
  private var recursive: Set<String> = []
  private var definitions: [(String, Node)] = []
  private var counts: [String: Int] = [:]

  public init() { self.init(isSketch: false) }

  init(isSketch: Bool = false, sharing shared: Set<String> = []) {
    self.isSketch = isSketch
    self.shared = shared
  }

  /// The structures that were described more than once.
  var repeated: Set<String> { Set(counts.filter { $0.value > 1 }.keys) }

  /// Describes a structure; inside itself, and where it is shared, it is only referred to.
  mutating func described<Value>(_ type: Value.Type, _ describe: (inout Schema) -> Node) -> Node {
    let name = name(of: type)
    counts[name, default: 0] += 1
    let reference: Node = ["$ref": Node("#/$defs/\(name)")]
    guard !open.contains(name), !definitions.contains(where: { $0.0 == name }) else {
      recursive.insert(name)
      return reference
    }
    open.append(name)
    let node = describe(&self)
    open.removeLast()
    guard recursive.contains(name) || shared.contains(name) else { return node }
    definitions.append((name, node))
    return reference
  }

  /// The name of a type, with a number after it where another type came first with the same.
  private mutating func name<Value>(of type: Value.Type) -> String {
    let id = ObjectIdentifier(type)
    if let name = names[id] { return name }
    let taken = Set(names.values)
    let plain = "\(type)"
    let name = ([plain] + (2...99).map { "\(plain)\($0)" }).first { !taken.contains($0) } ?? plain
    names[id] = name
    return name
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
