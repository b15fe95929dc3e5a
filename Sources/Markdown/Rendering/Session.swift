import Bytes
import Diagnostics
import Language

/// What the parts of one article share: the ids given out and how deep shortcodes stand in each other.
struct Session {
  let options: Options
  private var ids = IDTable()
  var tabSets = 0
  var codeBlocks = 0
  var images = 0
  var depth = 0
  var reportedLanguages: Set<String> = []

  init(options: Options) { self.options = options }

  /// Makes an id that no other element of the article has.
  mutating func unique(_ id: [UInt8]) -> [UInt8] {
    let key = Digest(of: id.span)
    guard let count = ids[key] else {
      ids.set(0, for: key)
      return id
    }
    var number = count
    while true {
      number += 1
      var candidate = id
      candidate.append("-")
      candidate.append(decimal: number)
      if take(candidate) {
        ids.set(number, for: key)
        return candidate
      }
    }
  }

  /// Takes an id, if nothing has it yet.
  mutating func take(_ id: [UInt8]) -> Bool {
    let key = Digest(of: id.span)
    guard ids[key] == nil else { return false }
    ids.set(0, for: key)
    return true
  }
}
