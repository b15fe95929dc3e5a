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
    var rest = flat[...]
    return take(from: &rest, below: 0)
  }

  /// Takes the headings that come next and are below a level; as deep as there are levels, which are six.
  private static func take(from rest: inout ArraySlice<Heading>, below level: Int) -> [Heading] {
    var taken: [Heading] = []
    while var heading = rest.first, heading.level > level {
      rest = rest.dropFirst()
      heading.children = take(from: &rest, below: heading.level)
      taken.append(heading)
    }
    return taken
  }
}
