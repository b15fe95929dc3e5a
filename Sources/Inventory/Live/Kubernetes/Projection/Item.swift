import Language
import Nodes

/// What all objects of Kubernetes have in common.
struct Item {
  let name: String?
  /// Nil for what belongs to the whole cluster.
  let namespace: String?
  let spec: Node
  let status: Node

  init(_ node: Node) {
    let metadata = node["metadata"]
    name = metadata?["name"]?.text
    namespace = metadata?["namespace"]?.text
    spec = node["spec"] ?? .null
    status = node["status"] ?? .null
  }

  /// The key of the object among those of its kind.
  func key(_ kind: String) -> String? { PlainText.name(of: self).map { "\(kind)/\($0)" } }

  /// The condition of a type.
  func condition(_ type: String, in place: Node? = nil) -> Condition? {
    let found = (place ?? status)["conditions"]?.list?.first { $0["type"]?.text == type }
    return found.map { Condition($0) }
  }

  /// One of an object's conditions; its message is never read.
  struct Condition {
    /// True or False; nil while it is not known.
    let isTrue: Bool?
    let reason: String?
    let heartbeat: Instant?

    init(_ node: Node) {
      switch node["status"]?.text {
      case "True": isTrue = true
      case "False": isTrue = false
      default: isTrue = nil
      }
      reason = PlainText.word(node["reason"]?.text)
      heartbeat = node["lastHeartbeatTime"]?.text.flatMap { Instant(rfc3339: $0) }
    }
  }
}

extension Node {
  /// A whole number, written as a number or as a text.
  var count: Int? { integer ?? text.flatMap { Int($0) } }

  /// A quantity of bytes as Kubernetes writes it.
  var bytes: Int? { text.flatMap { ByteSize(text: $0)?.bytes } }

  /// A quantity of processor as Kubernetes writes it.
  var millicores: Int? { text.flatMap { Cores(text: $0)?.millicores } }
}
