import Bytes
import Nodes

/// `_headers`: what servers that read it (Netlify, Cloudflare Pages, our own preview) send along with each file.
public struct HeadersFile: Sendable {
  /// What is sent with files whose path matches; `*` stands for anything.
  public struct Rule: Sendable, Equatable {
    public let path: String
    public var values: [(name: String, value: String)]

    public static func == (one: Rule, other: Rule) -> Bool {
      one.path == other.path && one.values.elementsEqual(other.values) { $0 == $1 }
    }
  }

  public let rules: [Rule]

  /// The file's name in the output.
  public static let name = "_headers"
  /// For as long as caches keep anything.
  private static let forEver = "public, max-age=31536000, immutable"

  /// Makes the rules of a site.
  ///
  /// - `base` is where it is published; all paths lie below it.
  /// - `assets` are the addresses of fingerprinted files, which never change; `sharesFolder` tells that other files lie
  ///   in their folder, so that each is named.
  /// - `own` rules come last; one for all paths takes the place of ours for the headers that it names.
  public init(
    _ policy: ContentPolicy, base: BaseURL, assets: [String] = [], sharesFolder: Bool = false,
    own: [HeaderRule] = [], isHidden: Bool = false
  ) {
    var common = Rule(path: base.path(of: "/*"), values: Self.common(policy))
    if isHidden { common.set("X-Robots-Tag", "noindex") }
    let all = own.filter { $0.path == "/*" }
    for row in all.flatMap(\.values.rows) { common.set(row.key, row.value) }
    let folders = sharesFolder || assets.isEmpty ? assets : ["/assets/*"]
    let immutable = folders.map { Rule(path: base.path(of: $0), values: [("Cache-Control", Self.forEver)]) }
    let others = own.filter { $0.path != "/*" }.map { rule in
      Rule(
        path: rule.path.hasPrefix("/") ? base.path(of: rule.path) : rule.path,
        values: rule.values.rows.map { ($0.key, $0.value) })
    }
    rules = [common] + immutable + others
  }

  /// The file.
  public var bytes: [UInt8] {
    var out: [UInt8] = []
    for rule in rules {
      if !out.isEmpty { out.append("\n") }
      out.append(text: "\(rule.path)\n")
      for (name, value) in rule.values { out.append(text: "  \(name): \(value)\n") }
    }
    return out
  }

  private static func common(_ policy: ContentPolicy) -> [(name: String, value: String)] {
    [
      ("Content-Security-Policy", policy.text),
      ("Cross-Origin-Opener-Policy", "same-origin"),
      (
        "Permissions-Policy",
        "browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()"
      ),
      ("Referrer-Policy", "strict-origin-when-cross-origin"),
      ("X-Content-Type-Options", "nosniff"),
    ]
  }
}

extension HeadersFile.Rule {
  /// Sets a header, whatever the case of its name; an empty value takes it away.
  fileprivate mutating func set(_ name: String, _ value: String) {
    let place = values.firstIndex { $0.name.lowercased() == name.lowercased() }
    if let place { values.remove(at: place) }
    if !value.isEmpty { values.insert((name, value), at: place ?? values.count) }
  }
}
