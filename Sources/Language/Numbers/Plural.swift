/// Which form of a noun a number takes, by CLDR's rules for cardinals.
public enum Plural: String, Sendable, CaseIterable {
  /// `1 página`
  case one
  /// `1.000.000 de páginas`: Spanish puts `de` after whole millions.
  case many
  /// `2 páginas`
  case other

  /// The form for a count of whole things.
  public static func of(_ count: Int, in tongue: Tongue) -> Plural {
    if count.magnitude == 1 { return .one }
    if tongue == .spanish, count != 0, count.isMultiple(of: 1_000_000) { return .many }
    return .other
  }

  /// The form for a number with a fraction; English says `1.0 pages`, Spanish `1 página`.
  public static func of(_ number: Double, in tongue: Tongue) -> Plural {
    if let whole = Int(exactly: number) { return of(whole, in: tongue) }
    return .other
  }
}

extension Tongue {
  /// Chooses between a noun's two forms; for whole millions Spanish gets its `de`: `1.000.000 de páginas`.
  public func plural(of count: Int, one: String, other: String) -> String {
    switch Plural.of(count, in: self) {
    case .one: one
    case .many: "de \(other)"
    case .other: other
    }
  }
}
