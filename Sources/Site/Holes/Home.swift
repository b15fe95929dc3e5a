/// Where an article is at home: what its relative destinations count from, and whose mistakes are told.
public struct Home: Sendable {
  /// The address of its page, from the site's root.
  public let url: String
  /// The folder below `content/` that its file lies in; for a bundle and a section their own.
  public let folder: String
  public let language: String
  /// The file as messages show it, from the root of the site.
  public let path: String

  public init(url: String, folder: String, language: String, path: String) {
    self.url = url
    self.folder = folder
    self.language = language
    self.path = path
  }

  public init(_ page: Page) {
    self.init(page.entry, url: page.url, language: page.language)
  }

  /// The home of what a section or a term says about itself.
  public init(_ entry: Entry, url: String, language: String) {
    self.init(
      url: url, folder: entry.file.ownFolder ?? entry.file.folder, language: language,
      path: entry.file.shownPath)
  }

  /// The same place for somebody who speaks another language.
  func speaking(_ language: String) -> Home {
    Home(url: url, folder: folder, language: language, path: path)
  }
}
