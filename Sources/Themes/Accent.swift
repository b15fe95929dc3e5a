/// The one colour that a site chooses, made readable: darker by day and lighter by night until text in it can be read.
///
///     Accent("#e8590c")?.rule     :root { --accent: light-dark(#b9470a, #eb6b27); }
///
/// The rule follows the theme's styles, so that no page needs an attribute for it.
public struct Accent: Sendable, Equatable {
  /// As it is shown on light pages and on dark ones.
  public let light: String
  public let dark: String

  /// The style that puts it in place of the theme's own.
  public var rule: String { ":root { --accent: light-dark(\(light), \(dark)); }\n" }

  /// Takes a colour such as `#0b665e` or `#0a6`; nil for anything else.
  public init?(_ written: String) {
    guard let colour = Colour(written) else { return nil }
    light = colour.mixed(with: .black, untilReadableOn: Self.lightGrounds).written
    dark = colour.mixed(with: .white, untilReadableOn: Self.darkGrounds).written
  }

  /// What the theme writes text on: `--paper`, `--panel`, `--raised`.
  static let lightGrounds: [Colour] = [
    Colour(0xfbf9f5), Colour(0xf3efe6), Colour(0xfffefb),
  ]
  static let darkGrounds: [Colour] = [Colour(0x15181a), Colour(0x1d2124), Colour(0x1f2427)]
}
