import Language

/// How other systems turn a name into a part of an address.
enum LegacyName {
  /// Hugo: lower case, accents and points kept, spaces to one hyphen, most other signs dropped.
  static func hugo(_ path: String) -> String {
    kept(path, hyphens: .single) { scalar in
      isWord(scalar) || "./-_#+~@".unicodeScalars.contains(scalar)
    }
  }

  /// Material for MkDocs: lower case, accents kept, each space a hyphen, all other signs dropped.
  static func material(_ title: String) -> String {
    kept(title, hyphens: .each) { isWord($0) || $0 == "-" || $0 == "_" }
  }

  private enum Hyphens { case single, each }

  private static func kept(_ text: String, hyphens: Hyphens, _ keeps: (Unicode.Scalar) -> Bool) -> String {
    var name = String.UnicodeScalarView()
    for scalar in text.composed.lowercased().unicodeScalars {
      if scalar == " " {
        if hyphens == .each || name.last != "-" { name.append("-") }
      } else if keeps(scalar), !(hyphens == .single && scalar == "-" && name.last == "-") {
        name.append(scalar)
      }
    }
    while name.last == "-" { name.removeLast() }
    while name.first == "-" { name.removeFirst() }
    return String(name)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.generalCategory == .nonspacingMark
  }
}
