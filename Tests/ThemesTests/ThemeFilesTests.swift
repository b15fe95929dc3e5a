import Testing
import Themes

@Suite("The files of a theme")
struct ThemeFilesTests {
  private static func layer(_ prefix: String, _ files: [String: String]) -> ThemeLayer {
    ThemeLayer(prefix: prefix, listing: files.keys) { name in files[name].map { Array($0.utf8) } }
  }

  private static let builtIn = layer(
    "sitegen/",
    [
      "templates/base.html": "base", "templates/post.html": "post", "templates/partials/head.html": "head",
      "styles/a.css": "a{}", "scripts/uno.js": "uno()", "icons/rss.svg": "<svg/>",
    ])
  private static let theme = layer(
    "themes/sereno/",
    ["templates/post.html": "sereno", "styles/b.css": "b{}", "scripts/dos.js": "dos()\n", "README.md": "no"])
  private static let site = layer(
    "", ["templates/base.html": "mía", "styles/a.css": "a{x:1}\n", "content/a.md": "no"])
  private static let files = ThemeFiles(site: site, theme: theme, builtIn: builtIn)

  @Test(
    "come from the site, else from the theme's folder, else from the program",
    arguments: [
      ("base.html", "mía", "templates/base.html"),
      ("post.html", "sereno", "themes/sereno/templates/post.html"),
      ("partials/head.html", "head", "sitegen/templates/partials/head.html"),
    ])
  func order(name: String, content: String, path: String) throws {
    let file = try #require(Self.files.template(name))
    #expect(String(decoding: file.bytes, as: UTF8.self) == content)
    #expect(file.path == path)
  }

  @Test("that nobody has are nil")
  func absent() {
    #expect(Self.files.template("nada.html") == nil)
    #expect(Self.files["README.md"] == nil)
    #expect(Self.files["content/a.md"] == nil)
  }

  @Test("are listed by folder, those of the program first")
  func listing() {
    #expect(Self.files.templateNames == ["base.html", "partials/head.html", "post.html"])
    #expect(Self.files.names(in: "styles") == ["a.css", "b.css"])
    #expect(Self.files.names(in: "icons") == ["rss.svg"])
  }

  @Test("are joined into one sheet, where a nearer file stands in the place of its namesake")
  func sheet() {
    #expect(String(decoding: Self.files.styleSheet, as: UTF8.self) == "a{x:1}\nb{}")
  }

  @Test("are joined into one script, parted by semicolons")
  func script() {
    #expect(String(decoding: Self.files.script, as: UTF8.self) == "uno()\n;dos()\n")
  }

  @Test("are those of the program where nothing else is said")
  func builtInAlone() {
    #expect(ThemeFiles().styleSheet == BuiltInTheme.styleSheet)
  }
}
