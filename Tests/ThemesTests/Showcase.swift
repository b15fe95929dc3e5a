import Diagnostics
import Foundation
import Language
import Nodes
import Templates
import TestSupport
import Themes

/// The default theme with a small site of its own, and with stand-ins for what a site gives to templates.
struct Showcase {
  /// The names of the layouts, without their ending.
  static let layouts = [
    "home", "page", "post", "project", "list", "projects", "term", "terms", "archive", "series", "author",
    "cluster", "clusters", "404",
  ]

  private let data: Node
  /// Files of the site's own, by their names; they win over the theme's.
  private let own: [String: String]
  private let strings = Strings(languages: ["es", "en"])

  init(own: [String: String] = [:]) throws {
    data = try Self.fixture("showcase.yaml")
    self.own = own
  }

  /// The page of a layout as HTML; what `changes` says wins over what the fixture says of the page.
  func html(_ layout: String, language: String = "es", changes: [String: Value] = [:]) throws -> String {
    var page = entries(["every_page"]) + entries(["layouts", layout])
    page += [("pages", pages), ("language", .text(language))] + changes.map { ($0, $1) }
    let data: Value = ["page": .map(Map(page)), "site": .map(Map(entries(["site"]) + [("pages", pages)]))]
    var out: [UInt8] = []
    do {
      try environment(language).template(named: "\(layout).html").render(data, into: &out)
    } catch { throw Refusal(description: Report([error]).told(in: .english)) }
    return String(decoding: out, as: UTF8.self)
  }

  /// What a shortcode about the inventory becomes.
  func shortcode(_ name: String) throws -> String {
    var out: [UInt8] = []
    let data = entries(["views"]) + [("table", data["table"].map(Value.init) ?? .none), ("is_feed", false)]
    do {
      try environment().template(named: "shortcodes/\(name).html").render(.map(Map(data)), into: &out)
    } catch { throw Refusal(description: Report([error]).told(in: .english)) }
    return String(decoding: out, as: UTF8.self)
  }

  /// The theme's templates, compiled as a site would.
  func environment(_ language: String = "es") -> Templates.Environment {
    var options = Templates.Environment.Options()
    options.tongue = language == "en" ? .english : .spanish
    options.syntax.trimsBlocks = true
    options.syntax.stripsIndentation = true
    options.globals = [
      "t": .function("t") { call throws(HostRefusal) in try word(call, language) },
      "asset": .function("asset") { call in
        ["url": .text("/assets/\(call.text(0, "name") ?? "")"), "integrity": "sha384-x"]
      },
      "icon": .function("icon") { call in
        .safe(
          String(
            decoding: BuiltInTheme.file(named: "icons/\(call.text(0, "name") ?? "").svg") ?? [], as: UTF8.self
          ))
      },
      "image": .function("image") { call in
        ["src": .text(call.text(0, "path") ?? ""), "width": 32, "height": 32]
      },
      "pages": .function("pages") { call in pages },
    ]
    options.filters = [
      "absolute_url": { call in .text("https://lab.example" + (call.subject.plainText ?? "")) },
      "markdown": { call in call.subject },
    ]
    let files = ThemeFiles(site: ThemeLayer(prefix: "", listing: own.keys) { own[$0].map { Array($0.utf8) } })
    return Templates.Environment(options) { files.template($0)?.bytes }
  }

  private var pages: Value {
    .list((data["entries"]?.list ?? []).map { .map(Map(entries(["every_page"]) + pairs($0))) })
  }

  private func word(_ call: HostCall, _ language: String) throws(HostRefusal) -> Value {
    do {
      return .text(
        try strings.text(
          call.text(0, "key") ?? "", in: language, count: call.named["count"].flatMap(Self.number)
        ) {
          call.named[$0].flatMap { Self.number($0).map(String.init) ?? $0.plainText }
        })
    } catch { throw HostRefusal(english: error.sentence(in: .english).message, spanish: "") }
  }

  private static func number(_ value: Value) -> Int? {
    if case .int(let number) = value { number } else { nil }
  }

  private func entries(_ path: [String]) -> [(String, Value)] {
    pairs(path.reduce(Optional(data)) { $0?[$1] })
  }

  private func pairs(_ node: Node?) -> [(String, Value)] {
    (node?.entries ?? []).map { ($0.key, Self.marked($0.key, Value($0.value))) }
  }

  /// What the site hands in as HTML is safe.
  private static func marked(_ key: String, _ value: Value) -> Value {
    guard ["heading", "content", "json_ld"].contains(key), let text = value.plainText else { return value }
    return .safe(text)
  }

  private static func fixture(_ name: String) throws -> Node {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)")
    return try YAML.read(Source(path: name, bytes: [UInt8](Data(contentsOf: file))))
  }

  /// A template's mistake, as its author is told it.
  struct Refusal: Error, CustomStringConvertible { let description: String }
}
