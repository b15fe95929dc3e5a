import Highlight
import Inventory
import Language
import Templates
import Themes

/// What a publication is told beside its content: the configuration, the environment, the theme, and the present.
public struct PublicationSetting: Sendable {
  public let configuration: Configuration
  /// Where this environment is published.
  public let base: BaseURL
  public let zone: Zone
  public private(set) var now: Instant
  public private(set) var theme: SiteTheme
  /// `production`, unless another was asked for.
  public var environment = "production"
  /// Whether search engines are asked to stay away.
  public var isHidden = false
  /// The files of `data/`, folders nested.
  public var data = Value.map(Map())
  /// Files that are published under the name of their content, with their bytes.
  public var assets: [(asset: Asset, bytes: [UInt8])]
  public var grammars = Grammars.builtIn
  /// Nil for a site that declares no homelab.
  public var homelab: Homelab?
  /// Of the files that the homelab is read from, and of the moment that it is seen at.
  var inventory: UInt64 = 0
  /// Of all that decides how a text is read: settings, languages, grammars.
  var reading: UInt64 = 0

  public init(
    _ configuration: Configuration, base: BaseURL? = nil, zone: Zone, now: Instant, theme: SiteTheme
  ) {
    self.configuration = configuration
    self.base = base ?? configuration.baseURL
    self.zone = zone
    self.now = now
    self.theme = theme
    assets = Self.themeAssets(theme.files, accent: configuration.theme.accent)
  }

  /// The same with another present and other templates; nil where styles or scripts are others, whose addresses
  /// tell what they hold.
  func seen(at now: Instant, with theme: SiteTheme) -> PublicationSetting? {
    guard theme.files.styleSheet == self.theme.files.styleSheet, theme.files.script == self.theme.files.script
    else { return nil }
    var setting = self
    (setting.now, setting.theme) = (now, theme)
    return setting
  }

  /// The theme's style sheets and scripts, each kind as one file; the site's own colour comes after all styles.
  private static func themeAssets(
    _ files: ThemeFiles, accent: Colour?
  ) -> [(asset: Asset, bytes: [UInt8])] {
    let accent = accent.flatMap { Accent($0.text) }?.rule ?? ""
    let (sheet, script) = (files.styleSheet + accent.utf8, files.script)
    return [
      (Asset("site.css", publishedAs: "sitegen.css", sheet.span), sheet),
      (Asset("site.js", publishedAs: "sitegen.js", script.span), script),
    ]
  }
}
