/// The paths of facts as `publish.deny` names them: `host:nas.serial`, `*.mac`.
struct FactPattern {
  private let pattern: [UInt8]

  init(_ text: String) { pattern = Array(text.utf8) }

  /// Tells whether a path is meant; `*` stands for anything, points included.
  func matches(_ path: String) -> Bool {
    let path = Array(path.utf8)
    var at = 0
    var mark: (pattern: Int, path: Int)?
    var index = 0
    while index < path.count {
      if at < pattern.count, pattern[at] == UInt8(ascii: "*") {
        at += 1
        mark = (at, index)
      } else if at < pattern.count, pattern[at] == path[index] {
        at += 1
        index += 1
      } else if let last = mark {
        // The last star takes one more byte.
        mark = (last.pattern, last.path + 1)
        (at, index) = (last.pattern, last.path + 1)
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
