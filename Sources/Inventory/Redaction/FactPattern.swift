import Nodes

/// The paths of facts as `publish` names them: `host:nas.serial`, `*.mac`.
public struct FactPattern: TextReadable, Hashable {
  public let text: String

  public init?(text: String) {
    guard !text.isEmpty, !text.utf8.contains(where: { $0 <= UInt8(ascii: " ") }) else { return nil }
    self.text = text
  }

  private init() { text = "*" }

  /// Tells whether a path is meant; `*` stands for anything, points included.
  public func matches(_ path: String) -> Bool {
    let pattern = Array(text.utf8)
    let path = Array(path.utf8)
    var at = 0
    var mark: (pattern: Int, path: Int)?
    var index = 0
    while index < path.count {
      if at < pattern.count, pattern[at] == UInt8(ascii: "*") {
        mark = (at + 1, index)
        at += 1
      } else if at < pattern.count, pattern[at] == path[index] {
        at += 1
        index += 1
      } else if let last = mark {
        // The last star takes one more byte.
        mark = (last.pattern, last.path + 1)
        at = last.pattern
        index = last.path + 1
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy { $0 == UInt8(ascii: "*") }
  }

  public static let expected = Expectation.words(
    english: "the path of a fact such as host:nas.serial or *.mac",
    spanish: "la ruta de un dato, como host:nas.serial o *.mac"
  )
  public static let standIn = FactPattern()
  public var written: Node? { Node(text) }
}
