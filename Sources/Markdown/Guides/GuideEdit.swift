/// One change to a guide: the author's lines, counted from 0, and what becomes of them.
public struct GuideEdit: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    case fence(GuideLanguage)
    case heading(level: Int)
    /// One cell a paragraph, the first row being the head.
    case table(columns: Int)
  }

  public let lines: Range<Int>
  public let kind: Kind
}

/// The languages that bare code is told to be, by the names that fences carry.
public enum GuideLanguage: String, Sendable, CaseIterable {
  case sh, console, yaml, mermaid, json, toml, ini, dockerfile, hcl, nix
}
