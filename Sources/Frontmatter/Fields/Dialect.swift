/// The system that a file was written for.
public enum Dialect: String, Sendable, CaseIterable {
  case hugo, material, astro, jekyll, zola
  /// None that can be told: no front matter, or only keys that all systems share.
  case common = "none"
}

/// What in a front matter speaks for a dialect.
public struct Clue: Sendable, Equatable {
  /// What was noticed.
  public enum Sign: Sendable, Equatable {
    /// A key that this system has.
    case key(String)
    /// `images` as a map.
    case pictureMap(String)
    /// `authors` as a list of plain words.
    case authorIDs(String)
    /// `date` as a map of moments.
    case dateMap(String)
    /// No title, but a heading that says it.
    case titleInHeading
    /// A date in the file's name.
    case dateInFileName
    /// `layout` names an `.astro` file, or the file is `.mdx`.
    case astroFile(String)
    /// `template` names an `.html` file.
    case htmlTemplate(String)
  }

  public let dialect: Dialect
  public let sign: Sign
  /// How much it weighs against other clues.
  let weight: Int
}

extension Dialect {
  /// Decides by the weight of the clues; of equals the first in the order of declaration.
  ///
  /// A single light clue decides nothing: keys such as `draft` are shared by several systems.
  init(from clues: [Clue]) {
    var best = Dialect.common
    var most = Self.leastWeight - 1
    for dialect in Self.allCases where dialect != .common {
      let weight = clues.reduce(0) { $1.dialect == dialect ? $0 + $1.weight : $0 }
      if weight > most { (best, most) = (dialect, weight) }
    }
    self = best
  }

  /// Less than this is too little to name a system.
  private static let leastWeight = 2
}
