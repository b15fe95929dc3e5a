extension Accent {
  /// What WCAG 2.2 asks of text of usual size, level AA.
  public static let leastContrast = Colour.readable

  /// The least contrast of a colour to what the theme writes text on, as it is written; nil for what is no colour.
  public static func contrast(of written: String) -> (light: Double, dark: Double)? {
    guard let colour = Colour(written) else { return nil }
    func least(_ grounds: [Colour]) -> Double { grounds.map { colour.contrast(to: $0) }.min() ?? 1 }
    return (least(lightGrounds), least(darkGrounds))
  }
}
