import Foundation
import Testing
import Themes

/// The browser of the machine.
private enum Browser {
  static let path = ["/usr/bin/chromium", "/usr/bin/google-chrome"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }
}

/// What the scripts do, in a real browser.
@Suite(
  "The scripts of the default theme, in Chromium",
  .enabled(if: Browser.path != nil, "install the package 'chromium' to run these"))
struct BrowserTests {
  @Test("switch between light and dark, remember it, and follow the system again")
  func scheme() throws {
    let told = try run(
      on: "post",
      """
      const root = document.documentElement, button = document.querySelector(".scheme"), told = [];
      const tell = () => told.push([root.dataset.shown, root.dataset.scheme, localStorage.getItem("sitegen-scheme"),
        button.ariaLabel, getComputedStyle(document.body).colorScheme].join());
      tell(); button.click(); tell(); button.click(); tell();
      return [button.hidden, ...told].join(" | ");
      """)
    #expect(
      told
        == "false | light,,,Usar colores oscuros,light dark | dark,dark,dark,Usar colores claros,dark | light,,,Usar colores oscuros,light dark"
    )
  }

  @Test("open the contents where they stand beside the text")
  func contents() throws {
    let script = "return document.querySelector('.toc').open"
    #expect(try run(on: "page", width: 1200, script) == "true")
    #expect(try run(on: "page", width: 500, script) == "false")
  }

  @Test("say behind a date how old something is")
  func ages() throws {
    let told = try run(
      on: "post",
      """
      const time = document.querySelector("time.age"), old = Date.now() - Date.parse(time.dateTime);
      const words = time.nextSibling.textContent;
      return [time.textContent, words.startsWith(" (hace "), old > 0].join();
      """)
    #expect(told == "9 feb 2026,true,true")
  }

  /// Shows a page of the showcase, runs a script on it, and gives back what that returns.
  private func run(on layout: String, width: Int = 1200, _ script: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sitegen-theme-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ThemeFiles()
    try Data(files.styleSheet).write(to: folder.appending(path: "site.css"))
    try Data(files.script).write(to: folder.appending(path: "site.js"))
    // The test's own script comes after the theme's, which is deferred too.
    let probe = "document.title = 'told:' + (() => { \(script) })();"
    try Data(probe.utf8).write(to: folder.appending(path: "probe.js"))
    let html = try Showcase().html(layout)
      .replacing(/\sintegrity="[^"]*"/, with: "")
      .replacing("/assets/site.", with: "site.")
      .replacing("</head>", with: "<script src=\"probe.js\" defer></script></head>")
    let page = folder.appending(path: "page.html")
    try Data(html.utf8).write(to: page)
    let dump = try output(of: page, width: width, profile: folder.appending(path: "profile"))
    return try String(#require(dump.firstMatch(of: /<title>told:([^<]*)<\/title>/)?.1))
  }

  private func output(of page: URL, width: Int, profile: URL) throws -> String {
    let browser = Process()
    let pipe = Pipe()
    browser.executableURL = URL(filePath: try #require(Browser.path))
    browser.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(profile.path)",
      "--window-size=\(width),900", "--dump-dom", page.absoluteString,
    ]
    browser.standardOutput = pipe
    browser.standardError = FileHandle.nullDevice
    try browser.run()
    let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
    browser.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }
}
