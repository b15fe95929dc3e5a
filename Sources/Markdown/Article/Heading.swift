/// One entry of the table of contents, with those below it.
public struct Heading: Sendable, Hashable {
  public let level: Int
  public let id: String
  /// Its words, without marks.
  public let text: String
  /// Its line in the file.
  public let line: Int
  public internal(set) var children: [Heading] = []

  /// Hangs each heading below the nearest earlier one of a smaller level.
  static func tree(of flat: [Heading]) -> [Heading] {
    var roots: [Heading] = []
    var open: [Heading] = []
    func close(to level: Int) {
      while let last = open.last, last.level >= level {
        open.removeLast()
        if open.isEmpty { roots.append(last) } else { open[open.count - 1].children.append(last) }
      }
    }
    for heading in flat {
      close(to: heading.level)
      open.append(heading)
    }
    close(to: 0)
    return roots
  }
}
