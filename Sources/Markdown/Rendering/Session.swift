import Bytes
import Diagnostics
import Language

/// What the parts of one article share: the ids given out and how deep shortcodes stand in each other.
struct Session {
  let options: Options
  /// How often each id was given out, by its digest; each heading asks three times.
  private var ids = DigestTable()
  var tabSets = 0
  var codeBlocks = 0
  var images = 0
  var depth = 0
  var reportedLanguages: Set<String> = []

  init(options: Options) { self.options = options }

  /// Makes an id that no other element of the article has.
  mutating func unique(_ id: [UInt8]) -> [UInt8] {
    let key = Digest(of: id.span).value
    guard let count = ids[key] else {
      ids[key] = 0
      return id
    }
    var number = count
    while true {
      number += 1
      var candidate = id
      candidate.append("-")
      candidate.append(decimal: Int(number))
      if take(candidate) {
        ids[key] = number
        return candidate
      }
    }
  }

  /// Takes an id, if nothing has it yet.
  mutating func take(_ id: [UInt8]) -> Bool {
    let key = Digest(of: id.span).value
    guard ids[key] == nil else { return false }
    ids[key] = 0
    return true
  }
}
