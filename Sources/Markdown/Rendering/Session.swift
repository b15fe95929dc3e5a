import Bytes
import Diagnostics
import Language

/// What the parts of one article share: the ids given out and how deep shortcodes stand in each other.
struct Session {
  let options: Options
  var ids: [[UInt8]: Int] = [:]
  var tabSets = 0
  var codeBlocks = 0
  var images = 0
  var depth = 0
  var reportedLanguages: Set<String> = []

  /// Makes an id that no other element of the article has.
  mutating func unique(_ id: [UInt8]) -> [UInt8] {
    guard let count = ids[id] else {
      ids[id] = 0
      return id
    }
    var number = count
    while true {
      number += 1
      var candidate = id
      candidate.append("-")
      candidate.append(decimal: number)
      if ids[candidate] == nil {
        ids[id] = number
        ids[candidate] = 0
        return candidate
      }
    }
  }
}
